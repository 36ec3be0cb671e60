package dev.fleetbooking.application.booking;

import static dev.fleetbooking.application.kit.Refusals.invalidFields;
import static dev.fleetbooking.application.kit.Refusals.refusal;
import static dev.fleetbooking.application.kit.TestTime.NOW;
import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static dev.fleetbooking.application.kit.TestTime.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fleetbooking.application.booking.ChangeBooking.CustomerChange;
import dev.fleetbooking.application.car.ChangeCar;
import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.application.kit.MoneyInput;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.booking.Customer;
import dev.fleetbooking.domain.calendar.CalendarEntry;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.UnavailabilityReason;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.car.Offer;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.text.EmailAddress;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.kit.text.PhoneNumber;
import dev.fleetbooking.domain.pricing.Quote;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeBookingTest {

    private static final Instant HORIZON = Instant.parse("2028-09-01T08:00:00Z");

    private final Fleet fleet = new Fleet();
    private final Dealer dealer = fleet.dealer("Europe/Berlin", "EUR", 60);
    private final Car car = fleet.car(dealer);
    private final Booking booking = fleet.book(car, hours(48, 72));

    @Test
    void aRescheduledBookingBlocksTheNewTimeAloneAtAPriceForItsDays() {
        var changed = fleet.reschedule(booking, hours(60, 110));

        assertThat(changed.period()).isEqualTo(hours(60, 110));
        assertThat(changed.price()).isEqualTo(Quote.of(3, car.dailyPrice()));
        assertThat(changed.version()).isEqualTo(1);
        assertThat(changed.status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(fleet.view(booking).booking()).isEqualTo(changed);
        assertThat(fleet.occupancies(car)).containsExactly(changed.occupancy());
    }

    @Test
    void daysAreCountedAgainAtTheDailyPriceFixedInTheBooking() {
        fleet.useCase(ChangeCar.class).change(new ChangeCar.Command(
                car.id(), Precondition.NONE, Optional.of(new MoneyInput(new BigDecimal("80"), "EUR")), Optional.empty(),
                Optional.empty()));

        assertThat(fleet.reschedule(booking, hours(48, 96)).price()).isEqualTo(Quote.of(2, car.dailyPrice()));
    }

    @Test
    void eitherBoundMayStay() {
        assertThat(change(Optional.of(hour(50)), Optional.empty()).period()).isEqualTo(hours(50, 72));
        assertThat(change(Optional.empty(), Optional.of(hour(70))).period()).isEqualTo(hours(50, 70));
    }

    @Test
    void aHoldKeepsItsLapse() {
        var hold = fleet.hold(car, hours(10, 20));

        var changed = fleet.reschedule(hold, hours(12, 30));

        assertThat(changed.progress()).isEqualTo(hold.progress());
        assertThat(fleet.occupancies(car)).containsExactly(changed.occupancy(), booking.occupancy());
    }

    @Test
    void aChangeOfNothingKeepsTheVersion() {
        var customer = new CustomerChange(Optional.of("Ada Lovelace"), Optional.empty(), Optional.empty());

        assertThat(fleet.reschedule(booking, booking.period())).isEqualTo(booking);
        assertThat(correct(customer)).isEqualTo(booking);
        assertThat(fleet.events(booking.id().value())).hasSize(1);
    }

    @Test
    void onlyGivenFieldsOfTheCustomerChange() {
        assertThat(correct(new CustomerChange(Optional.of("Grace"), Optional.empty(), Optional.of("1234"))).customer())
                .isEqualTo(new Customer(
                        new Name("Grace"), new EmailAddress("ada@example.org"), Optional.of(new PhoneNumber("1234"))));
        assertThat(correct(new CustomerChange(Optional.empty(), Optional.of("grace@example.org"), Optional.empty())).customer())
                .isEqualTo(new Customer(
                        new Name("Grace"), new EmailAddress("grace@example.org"), Optional.of(new PhoneNumber("1234"))));
    }

    @Test
    void theTurnaroundFixedInTheBookingFollowsTheNewPeriod() {
        var next = fleet.book(car, hours(100, 110));

        var refused = refusal(FleetRefusal.CarUnavailable.class, () -> fleet.reschedule(booking, minutes(48 * 60, 99 * 60 + 1)));

        assertThat(refused.reasons()).containsExactly(UnavailabilityReason.TURNAROUND);
        assertThat(refused.conflicts()).extracting(CalendarEntry::occupancy).containsExactly(next.occupancy());
        assertThat(fleet.reschedule(booking, hours(48, 99)).period()).isEqualTo(hours(48, 99));
    }

    @Test
    void anExtensionIntoTheNextBookingIsRefusedWithTheLatestPossibleEnd() {
        var other = fleet.car(dealer);
        fleet.book(car, hours(80, 90));

        var refused = refusal(FleetRefusal.CarUnavailable.class, () -> fleet.reschedule(booking, hours(48, 85)));

        assertThat(refused.latestPossibleEnd()).contains(hour(79));
        assertThat(refused.nextAvailableFrom()).contains(hour(91));
        assertThat(refused.alternatives()).extracting(Offer::car).containsExactly(other);
        assertThat(fleet.view(booking).booking()).isEqualTo(booking);
        assertThat(fleet.reschedule(booking, hours(48, 79)).status()).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void aRescheduleThatMovesTheStartGetsNoLatestPossibleEnd() {
        fleet.book(car, hours(80, 90));

        assertThat(refusal(FleetRefusal.CarUnavailable.class, () -> fleet.reschedule(booking, hours(50, 85))).latestPossibleEnd())
                .isEmpty();
    }

    @Test
    void anExtensionOfAHoldDoesNotConflictWithItself() {
        var hold = fleet.hold(car, hours(10, 20));

        assertThat(fleet.reschedule(hold, hours(11, 21)).period()).isEqualTo(hours(11, 21));
    }

    @Test
    void aBookingWhoseCarIsHandedOverKeepsItsStart() {
        fleet.bring(booking, BookingStatus.ACTIVE);

        assertThat(invalidFields(() -> fleet.reschedule(booking, hours(49, 72)))).containsExactly("start");
        assertThat(fleet.reschedule(booking, hours(48, 80)).period()).isEqualTo(hours(48, 80));
        assertThat(fleet.occupancies(car)).extracting(Occupancy::inUse, Occupancy::blocked)
                .containsExactly(tuple(true, hours(48, 81)));
    }

    @Test
    void aCarHandedOverEarlyStaysBlockedFromThatInstant() {
        fleet.setTime(hour(47));
        fleet.handOver(booking);

        fleet.reschedule(booking, hours(48, 80));

        assertThat(fleet.occupancies(car)).extracting(Occupancy::use).containsExactly(hours(47, 80));
    }

    @Test
    void aBookingIsShortenedToAnEndThatLiesAhead() {
        fleet.bring(booking, BookingStatus.ACTIVE);
        fleet.setTime(hour(60));

        assertThat(invalidFields(() -> fleet.reschedule(booking, hours(48, 60)))).containsExactly("end");
        assertThat(fleet.reschedule(booking, minutes(48 * 60, 60 * 60 + 1)).price().days()).isEqualTo(1);
    }

    @Test
    void anOverdueBookingIsExtendedLikeAnyOther() {
        fleet.bring(booking, BookingStatus.ACTIVE);
        fleet.setTime(hour(75));
        assertThat(fleet.view(booking).overdue()).isTrue();

        var extended = fleet.reschedule(booking, hours(48, 96));

        assertThat(extended.price().days()).isEqualTo(2);
        assertThat(fleet.view(booking).overdue()).isFalse();
        assertThat(fleet.search(hours(97, 98))).hasSize(1);
    }

    @Test
    void aBookingWhoseCarWentOutOfServiceIsNotRescheduled() {
        fleet.setTime(hour(73));
        fleet.setStatus(car, CarStatus.OUT_OF_SERVICE);

        assertThat(refusal(FleetRefusal.CarUnavailable.class, () -> fleet.reschedule(booking, hours(80, 90))).reasons())
                .containsExactly(UnavailabilityReason.NOT_IN_SERVICE);
    }

    @Test
    void aRefusedRescheduleDoesNotCorrectTheCustomer() {
        fleet.book(car, hours(80, 90));

        refusal(FleetRefusal.CarUnavailable.class, () -> fleet.useCase(ChangeBooking.class).change(new ChangeBooking.Command(
                booking.id(), Precondition.NONE, Optional.empty(), Optional.of(hour(85)),
                Optional.of(new CustomerChange(Optional.of("Grace"), Optional.empty(), Optional.empty())))));

        assertThat(fleet.view(booking).booking()).isEqualTo(booking);
    }

    @Test
    void aMissingRevisionIsRefused() {
        refusal(CommonRefusal.RevisionRequired.class, () -> fleet.useCase(ChangeBooking.class).change(new ChangeBooking.Command(
                booking.id(), Precondition.MISSING, Optional.of(NOW), Optional.empty(), Optional.empty())));
    }

    private Booking change(Optional<Instant> start, Optional<Instant> end) {
        return fleet.useCase(ChangeBooking.class).change(
                new ChangeBooking.Command(booking.id(), Precondition.NONE, start, end, Optional.empty())).booking();
    }

    private Booking correct(CustomerChange customer) {
        return fleet.useCase(ChangeBooking.class).change(new ChangeBooking.Command(
                booking.id(), Precondition.NONE, Optional.empty(), Optional.empty(), Optional.of(customer))).booking();
    }
}
