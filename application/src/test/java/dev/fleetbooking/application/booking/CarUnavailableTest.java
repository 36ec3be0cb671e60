package dev.fleetbooking.application.booking;

import static dev.fleetbooking.application.TestTime.NOW;
import static dev.fleetbooking.application.TestTime.hour;
import static dev.fleetbooking.application.TestTime.hours;
import static dev.fleetbooking.application.TestTime.minute;
import static dev.fleetbooking.application.TestTime.minutes;
import static dev.fleetbooking.application.kit.Refusals.refusal;
import static dev.fleetbooking.domain.calendar.UnavailabilityReason.BOOKED;
import static dev.fleetbooking.domain.calendar.UnavailabilityReason.MAINTENANCE;
import static dev.fleetbooking.domain.calendar.UnavailabilityReason.NOT_IN_SERVICE;
import static dev.fleetbooking.domain.calendar.UnavailabilityReason.TURNAROUND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.calendar.CalendarEntry;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.car.Offer;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.pricing.Quote;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The content of a refusal: the reasons, what blocks the car, and what would be possible instead. */
class CarUnavailableTest {

    private static final Instant HORIZON = Instant.parse("2028-09-01T08:00:00Z");

    private final Fleet fleet = new Fleet();
    private final Dealer dealer = fleet.dealer("Europe/Berlin", "EUR", 60);
    private final Car car = fleet.car(dealer);

    @Test
    void aConflictingBookingIsShownWholeWithItsTurnaroundAsASeparateItem() {
        var booking = fleet.book(car, hours(24, 48));

        var refused = refused(hours(47, 72));

        assertThat(refused.reasons()).containsExactly(BOOKED);
        assertThat(refused.conflicts()).containsExactly(
                new CalendarEntry(hours(24, 48), CalendarEntry.Kind.BOOKING, booking.occupancy()),
                new CalendarEntry(hours(48, 49), CalendarEntry.Kind.TURNAROUND, booking.occupancy()));
    }

    @Test
    void ifOnlyATurnaroundOverlapsItIsTheOnlyConflict() {
        var booking = fleet.book(car, hours(24, 48));

        var refused = refused(hours(48, 72));

        assertThat(refused.reasons()).containsExactly(TURNAROUND);
        assertThat(refused.conflicts()).containsExactly(
                new CalendarEntry(hours(48, 49), CalendarEntry.Kind.TURNAROUND, booking.occupancy()));
    }

    @Test
    void theNextBookingIsTheConflictIfOnlyTheOwnTurnaroundOverlapsIt() {
        var booking = fleet.book(car, hours(24, 48));

        var refused = refused(minutes(20 * 60, 23 * 60 + 1));

        assertThat(refused.reasons()).containsExactly(TURNAROUND);
        assertThat(refused.conflicts()).containsExactly(
                new CalendarEntry(hours(24, 48), CalendarEntry.Kind.BOOKING, booking.occupancy()));
    }

    @Test
    void withoutTurnaroundThereIsNoItemForIt() {
        var quick = fleet.car(fleet.dealer());
        fleet.book(quick, hours(24, 48));

        assertThat(refusal(FleetRefusal.CarUnavailable.class, () -> fleet.book(quick, hours(47, 72))).conflicts())
                .extracting(CalendarEntry::kind)
                .containsExactly(CalendarEntry.Kind.BOOKING);
    }

    @Test
    void maintenanceIsAReasonAndHasNoTurnaround() {
        var window = fleet.plan(car, hours(24, 48));

        var refused = refused(hours(24, 48));

        assertThat(refused.reasons()).containsExactly(MAINTENANCE);
        assertThat(refused.conflicts()).containsExactly(
                new CalendarEntry(hours(24, 48), CalendarEntry.Kind.MAINTENANCE, window.occupancy()));
    }

    @Test
    void reasonsAreGivenOnceEachInTheirOrderAndConflictsByStart() {
        fleet.plan(car, hours(31, 32));
        fleet.book(car, hours(33, 36));
        fleet.book(car, hours(38, 40));
        fleet.book(car, hours(24, 29));

        var refused = refused(minutes(29 * 60 + 30, 39 * 60));

        assertThat(refused.reasons()).containsExactly(BOOKED, MAINTENANCE, TURNAROUND);
        assertThat(refused.conflicts()).extracting(CalendarEntry::period).containsExactly(
                hours(29, 30), hours(31, 32), hours(33, 36), hours(36, 37), hours(38, 40));
    }

    @ParameterizedTest
    @EnumSource(names = {"OUT_OF_SERVICE", "RETIRED"})
    void aCarThatIsNotInServiceIsNeverAvailable(CarStatus status) {
        fleet.setStatus(car, status);
        var other = fleet.car(dealer);

        var refused = refused(hours(24, 48));

        assertThat(refused.reasons()).containsExactly(NOT_IN_SERVICE);
        assertThat(refused.conflicts()).isEmpty();
        assertThat(refused.nextAvailableFrom()).isEmpty();
        assertThat(refused.alternatives()).extracting(Offer::car).containsExactly(other);
    }

    @Test
    void theStatusIsGivenBeforeWhatOccupiesTheCar() {
        fleet.plan(car, hours(24, 48));
        fleet.setStatus(car, CarStatus.OUT_OF_SERVICE);

        assertThat(refused(hours(24, 48)).reasons()).containsExactly(NOT_IN_SERVICE, MAINTENANCE);
    }

    @Test
    void theCarIsNextAvailableWhenItsTurnaroundEnds() {
        fleet.book(car, hours(24, 48));

        assertThat(refused(hours(30, 40)).nextAvailableFrom()).contains(hour(49));
    }

    @Test
    void aGapCountsIfTheBookingAndItsTurnaroundFit() {
        fleet.book(car, hours(24, 30));
        fleet.book(car, hours(34, 40));

        assertThat(refused(hours(25, 27)).nextAvailableFrom()).contains(hour(31));
        assertThat(refused(minutes(25 * 60, 27 * 60 + 1)).nextAvailableFrom()).contains(hour(41));
    }

    @Test
    void anEarlierGapIsNotOffered() {
        fleet.book(car, hours(24, 30));

        assertThat(refused(hours(23, 25)).nextAvailableFrom()).contains(hour(31));
    }

    @Test
    void theCarIsNeverNextAvailableInThePast() {
        fleet.book(car, hours(0, 1));
        fleet.setTime(minute(123).plusSeconds(1));

        // The booking that is refused starts in the turnaround that has just ended.
        assertThat(refused(minutes(119, 180)).nextAvailableFrom()).contains(minute(124));
    }

    @Test
    void theCarIsNextAvailableUpToTheHorizonAndNotBeyond() {
        var day = hours(24, 48);
        blockUntil(HORIZON.minus(day.length()));

        assertThat(refused(day).nextAvailableFrom()).contains(HORIZON.minus(day.length()));
        assertThat(refused(new Period(day.start(), day.end().plusSeconds(60))).nextAvailableFrom()).isEmpty();
    }

    @Test
    void upToThreeFreeCarsOfTheSameDealerAndCategoryAreOfferedCheapestFirst() {
        var dear = fleet.car(dealer, "COMPACT", "70");
        var cheap = fleet.car(dealer, "COMPACT", "40");
        var alsoDear = fleet.car(dealer, "COMPACT", "70");
        fleet.car(dealer, "COMPACT", "80");
        fleet.book(car, hours(24, 72));

        assertThat(refused(hours(24, 72)).alternatives()).containsExactly(
                offer(cheap, 2), offer(dear, 2), offer(alsoDear, 2));
    }

    @Test
    void carsOfOtherCategoriesOrDealersAreNotOffered() {
        fleet.car(dealer, "VAN", "1");
        fleet.car(fleet.dealer(), "COMPACT", "1");
        fleet.book(car, hours(24, 48));

        assertThat(refused(hours(24, 48)).alternatives()).isEmpty();
    }

    @Test
    void unavailableCarsAreNotOffered() {
        fleet.setStatus(fleet.car(dealer), CarStatus.OUT_OF_SERVICE);
        fleet.plan(fleet.car(dealer), hours(24, 25));
        // Free for the period, but not for the turnaround after it.
        fleet.book(fleet.car(dealer), hours(48, 72));
        var free = fleet.car(dealer);
        fleet.book(free, hours(49, 72));
        fleet.book(car, hours(24, 48));

        assertThat(refused(hours(24, 48)).alternatives()).extracting(Offer::car).containsExactly(free);
    }

    private FleetRefusal.CarUnavailable refused(Period period) {
        return refusal(FleetRefusal.CarUnavailable.class, () -> fleet.book(car, period));
    }

    /** In two windows, because one must not last longer than a year. */
    private void blockUntil(Instant end) {
        var afterAYear = NOW.plus(Duration.ofDays(365));
        fleet.plan(car, new Period(NOW, afterAYear));
        fleet.plan(car, new Period(afterAYear, end));
    }

    private static Offer offer(Car car, int days) {
        return new Offer(car, Quote.of(days, car.dailyPrice()));
    }
}
