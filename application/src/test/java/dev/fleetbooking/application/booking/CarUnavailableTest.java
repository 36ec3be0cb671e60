package dev.fleetbooking.application.booking;

import static dev.fleetbooking.application.kit.Refusals.refusal;
import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static dev.fleetbooking.domain.calendar.UnavailabilityReason.BOOKED;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The content of a refusal: the reasons, what blocks the car, and what would be possible instead. */
class CarUnavailableTest {

    private final Fleet fleet = new Fleet();
    private final Dealer dealer = fleet.dealer("Europe/Berlin", "EUR", 60);
    private final Car car = fleet.car(dealer);

    @Test
    void whatConflictsIsShownWholeWithItsTurnaroundAndTheTimeAfterIt() {
        var booking = fleet.book(car, hours(24, 48));

        var refused = refused(hours(47, 72));

        assertThat(refused.reasons()).containsExactly(BOOKED);
        assertThat(refused.conflicts()).containsExactly(
                new CalendarEntry(hours(24, 48), CalendarEntry.Kind.BOOKING, booking.occupancy()),
                new CalendarEntry(hours(48, 49), CalendarEntry.Kind.TURNAROUND, booking.occupancy()));
        assertThat(refused.nextAvailableFrom()).contains(hour(49));
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

    private static Offer offer(Car car, int days) {
        return new Offer(car, Quote.of(days, car.dailyPrice()));
    }
}
