package dev.fleetbooking.application.booking;

import static dev.fleetbooking.application.kit.Refusals.refusal;
import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static dev.fleetbooking.application.kit.TestTime.minute;
import static dev.fleetbooking.application.kit.TestTime.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.UnavailabilityReason;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.time.Period;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HandOverCarTest {

    private final Fleet fleet = new Fleet();
    private final Dealer dealer = fleet.dealer("Europe/Berlin", "EUR", 30);
    private final Car car = fleet.car(dealer);
    private final Booking booking = fleet.book(car, hours(10, 14));

    @Test
    void aCarHandedOverAtTheStartIsInUseForTheTimeAgreed() {
        var active = handOverAt(hour(10));

        assertThat(active.status()).isEqualTo(BookingStatus.ACTIVE);
        assertThat(active.progress().handedOverAt()).contains(hour(10));
        assertThat(fleet.occupancies(car)).containsExactly(inUseFrom(hour(10)));
    }

    @Test
    void aCarHandedOverLateIsBlockedFromTheAgreedStartOn() {
        handOverAt(hour(13));

        assertThat(fleet.occupancies(car)).containsExactly(inUseFrom(hour(10)));
    }

    @Test
    void aCarHandedOverEarlyIsClaimedFromThatMinuteOnAndThePeriodAndPriceStay() {
        var active = handOverAt(minute(571).plusSeconds(59));

        assertThat(fleet.occupancies(car)).containsExactly(inUseFrom(minute(571)));
        assertThat(active.period()).isEqualTo(booking.period());
        assertThat(active.price()).isEqualTo(booking.price());
        assertThat(active.progress().handedOverAt()).contains(minute(571).plusSeconds(59));
    }

    @Test
    void anEarlyHandOverIsRefusedIfItConflicts() {
        fleet.book(car, minutes(480, 540));
        fleet.setTime(minute(569));

        var refused = refusal(FleetRefusal.CarUnavailable.class, () -> fleet.handOver(booking));

        assertThat(refused.reasons()).containsExactly(UnavailabilityReason.TURNAROUND);
        assertThat(refused.latestPossibleEnd()).isEmpty();
        assertThat(handOverAt(minute(570)).status()).isEqualTo(BookingStatus.ACTIVE);
    }

    @Test
    void aCarThatAnotherCustomerHasIsNotHandedOverHoweverLateItIs() {
        var late = fleet.bring(fleet.book(car, hours(1, 9)), BookingStatus.ACTIVE);

        fleet.setTime(hour(11));
        refusal(FleetRefusal.CarNotReturned.class, () -> fleet.handOver(booking));

        fleet.takeBack(late);
        assertThat(handOverAt(hour(11)).status()).isEqualTo(BookingStatus.ACTIVE);
    }

    @Test
    void theTimeIsCheckedBeforeTheCar() {
        fleet.bring(fleet.book(car, hours(1, 8)), BookingStatus.ACTIVE);

        fleet.setTime(hour(8));
        refusal(CommonRefusal.TooEarly.class, () -> fleet.handOver(booking));
        fleet.setTime(hour(15));
        refusal(CommonRefusal.TooLate.class, () -> fleet.handOver(booking));
    }

    @Test
    void aCarThatTheWorkshopHasIsNotHandedOver() {
        var window = fleet.plan(car, hours(1, 9));
        fleet.setTime(hour(1));
        fleet.start(window);

        fleet.setTime(hour(10));
        refusal(FleetRefusal.CarNotReturned.class, () -> fleet.handOver(booking));

        fleet.complete(window);
        assertThat(handOverAt(hour(10)).status()).isEqualTo(BookingStatus.ACTIVE);
    }

    @Test
    void aPastWindowThatWasNeverStartedDoesNotPreventAHandOver() {
        fleet.plan(car, hours(1, 9));

        assertThat(handOverAt(hour(10)).status()).isEqualTo(BookingStatus.ACTIVE);
    }

    @ParameterizedTest
    @EnumSource(names = {"OUT_OF_SERVICE", "RETIRED"})
    void aCarThatIsNoLongerInServiceIsNotHandedOver(CarStatus status) {
        var spare = fleet.car(fleet.dealer());
        var missed = fleet.book(spare, hours(10, 14));
        fleet.setTime(hour(14));
        fleet.setStatus(spare, status);

        assertThat(refusal(FleetRefusal.CarUnavailable.class, () -> fleet.handOver(missed)).reasons())
                .containsExactly(UnavailabilityReason.NOT_IN_SERVICE);
    }

    private Booking handOverAt(Instant now) {
        fleet.setTime(now);
        return fleet.handOver(booking);
    }

    private Occupancy inUseFrom(Instant start) {
        return new Occupancy(
                Occupancy.Kind.BOOKING, booking.id().value(),
                new Period(start, hour(14)), minute(870), Optional.empty(), true);
    }
}
