package dev.fleetbooking.application.maintenance;

import static dev.fleetbooking.application.kit.Refusals.refusal;
import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static dev.fleetbooking.application.kit.TestTime.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.application.inmemory.InMemoryStore;
import dev.fleetbooking.application.maintenance.PlanMaintenance.Displacement;
import dev.fleetbooking.application.maintenance.PlanMaintenance.OnConflict;
import dev.fleetbooking.application.maintenance.PlanMaintenance.Plan;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.FleetRefusal.DisplacementImpossible.Candidate;
import dev.fleetbooking.domain.FleetRefusal.DisplacementImpossible.Undisplaced;
import dev.fleetbooking.domain.FleetRefusal.DisplacementImpossible.UndisplacedReason;
import dev.fleetbooking.domain.booking.Booking;
import dev.fleetbooking.domain.booking.BookingStatus;
import dev.fleetbooking.domain.calendar.Occupancy;
import dev.fleetbooking.domain.calendar.UnavailabilityReason;
import dev.fleetbooking.domain.car.Availability;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.dealer.Dealer;
import dev.fleetbooking.domain.history.Event;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.domain.maintenance.MaintenanceStatus;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Maintenance that moves conflicting bookings to other cars: all of them or none. */
class DisplacementTest {

    private final Fleet fleet = new Fleet();
    private final Dealer dealer = fleet.dealer("Europe/Berlin", "EUR", 60);
    private final Car car = fleet.car(dealer);

    @Test
    void aConflictingBookingMovesToAnotherCarUnchanged() {
        var spare = fleet.car(dealer, "COMPACT", "80");
        var booking = fleet.book(car, hours(24, 48));

        var plan = displace(hours(20, 30));

        assertThat(plan.window().window().status()).isEqualTo(MaintenanceStatus.PLANNED);
        assertThat(plan.displaced()).containsExactly(new Displacement(booking, spare.id()));
        var moved = fleet.view(booking).booking();
        assertThat(moved).isEqualTo(new Booking(
                booking.id(), spare.id(), booking.dealerId(), booking.owner(), booking.customer(), booking.period(),
                booking.turnaround(), booking.timeZone(), booking.price(), booking.progress(), booking.createdAt(), 1));
        assertThat(fleet.occupancies(car)).containsExactly(plan.window().window().occupancy());
        assertThat(fleet.occupancies(spare)).containsExactly(booking.occupancy());
        assertThat(fleet.events(booking.id().value())).extracting(Event::type)
                .containsExactly(EventType.BOOKING_MADE, EventType.BOOKING_DISPLACED);
    }

    @Test
    void withoutAConflictNothingMoves() {
        fleet.book(car, hours(24, 48));

        assertThat(displace(hours(49, 60)).displaced()).isEmpty();
    }

    @Test
    void aConflictWithATurnaroundMovesItsBooking() {
        var spare = fleet.car(dealer);
        var booking = fleet.book(car, hours(24, 48));

        assertThat(displace(hours(48, 60)).displaced())
                .containsExactly(new Displacement(booking, spare.id()));
    }

    @Test
    void aHoldMovesAndKeepsItsLapse() {
        var spare = fleet.car(dealer);
        var hold = fleet.hold(car, hours(24, 48));

        displace(hours(24, 48));

        assertThat(fleet.view(hold).booking().progress()).isEqualTo(hold.progress());
        assertThat(fleet.occupancies(spare)).containsExactly(hold.occupancy());
    }

    @Test
    void bookingsMoveInTheOrderOfTheirStartEachToTheCheapestFreeCarThenById() {
        var dear = fleet.car(dealer, "COMPACT", "70");
        var cheap = fleet.car(dealer, "COMPACT", "40");
        var alsoDear = fleet.car(dealer, "COMPACT", "70");
        var third = fleet.book(car, hours(44, 50));
        var second = fleet.book(car, hours(34, 40));
        var first = fleet.book(car, hours(24, 30));
        // The cheap car is available for the first booking, and no car for the second.
        fleet.book(cheap, hours(31, 35));
        fleet.book(dear, hours(46, 47));
        fleet.book(cheap, hours(46, 47));

        assertThat(displace(hours(24, 50)).displaced()).containsExactly(
                new Displacement(first, cheap.id()),
                new Displacement(second, dear.id()),
                new Displacement(third, alsoDear.id()));
    }

    @Test
    void ofSparesAtOnePriceTheFirstByIdIsTakenAsPostgresOrdersThem() {
        // The second spare's id is the first one with its first bit set, and so the smallest for UUID.compareTo.
        var dealerCarSpareSpare = new AtomicLong(Long.MAX_VALUE - 2);
        var late = new Fleet(
                new InMemoryStore(), () -> new UUID(dealerCarSpareSpare.getAndIncrement(), Long.MIN_VALUE));
        var owner = late.dealer("Europe/Berlin", "EUR", 60);
        var mine = late.car(owner);
        var spare = late.car(owner);
        var otherSpare = late.car(owner);
        late.book(mine, hours(24, 48));

        var plan = late.plan(mine, hours(24, 48), OnConflict.DISPLACE, false);

        assertThat(otherSpare.id().value()).isLessThan(spare.id().value());
        assertThat(plan.displaced()).extracting(Displacement::to).containsExactly(spare.id());
    }

    @Test
    void twoBookingsMayMoveToTheSameCarIfTheTurnaroundFitsBetween() {
        var spare = fleet.car(dealer);
        var first = fleet.book(car, hours(24, 30));
        var second = fleet.book(car, hours(31, 40));

        assertThat(displace(hours(24, 40)).displaced()).extracting(Displacement::to).containsExactly(spare.id(), spare.id());
        assertThat(fleet.occupancies(spare)).containsExactly(first.occupancy(), second.occupancy());
    }

    @Test
    void onlyCarsOfTheSameDealerAndCategoryInServiceAreTaken() {
        fleet.car(dealer, "VAN", "1");
        fleet.car(fleet.dealer(), "COMPACT", "1");
        fleet.setStatus(fleet.car(dealer), CarStatus.OUT_OF_SERVICE);
        var booking = fleet.book(car, hours(24, 48));

        assertThat(assertRefused(hours(24, 48)).undisplaced()).containsExactly(
                new Undisplaced(booking.occupancy(), UndisplacedReason.NO_CAR_AVAILABLE, List.of()));
    }

    @Test
    void ifNoCarIsAvailableForOneBookingAllIsRefusedWithTheConflictsOnEachCar() {
        var dear = fleet.car(dealer, "COMPACT", "70");
        var cheap = fleet.car(dealer, "COMPACT", "40");
        fleet.plan(dear, hours(24, 40));
        var onDear = fleet.hold(dear, hours(40, 41));
        var onCheap = fleet.book(cheap, hours(43, 44));
        fleet.book(car, hours(24, 30));
        var stays = fleet.book(car, hours(40, 44));

        assertThat(assertRefused(hours(24, 48)).undisplaced()).containsExactly(new Undisplaced(
                stays.occupancy(), UndisplacedReason.NO_CAR_AVAILABLE, List.of(
                        new Candidate(cheap.id(), availability(onCheap, UnavailabilityReason.BOOKED)),
                        new Candidate(dear.id(), availability(onDear, UnavailabilityReason.HELD)))));
    }

    @Test
    void everythingThatCannotMoveIsListedByStart() {
        var spare = fleet.car(dealer);
        var first = fleet.book(car, hours(24, 30));
        var second = fleet.book(car, hours(31, 36));
        var third = fleet.book(car, hours(40, 44));
        fleet.book(spare, hours(24, 30));
        fleet.book(spare, hours(40, 44));
        var window = fleet.plan(car, hours(46, 47));

        assertThat(assertRefused(hours(24, 48)).undisplaced()).extracting(Undisplaced::occupancy)
                .containsExactly(first.occupancy(), third.occupancy(), window.occupancy())
                .doesNotContain(second.occupancy());
    }

    @Test
    void theFirstTenCarsThatWereTriedAreListed() {
        var spares = IntStream.range(0, 12).mapToObj(price -> fleet.car(dealer, "COMPACT", Integer.toString(price))).toList();
        spares.forEach(spare -> fleet.book(spare, hours(24, 48)));
        fleet.book(car, hours(24, 48));

        assertThat(assertRefused(hours(24, 48)).undisplaced().getFirst().candidates()).extracting(Candidate::carId)
                .containsExactlyElementsOf(spares.stream().limit(10).map(Car::id).toList());
    }

    @Test
    void aRefusedDisplacementContainsTheConflict() {
        fleet.book(car, hours(24, 48));
        var conflict = refusal(
                FleetRefusal.MaintenanceConflict.class, () -> fleet.plan(car, hours(24, 48), OnConflict.REJECT, false));

        assertThat(assertRefused(hours(24, 48)).conflict()).isEqualTo(conflict);
        assertThat(conflict.suggestions()).isNotEmpty();
    }

    @Test
    void anActiveBookingIsNeverMoved() {
        fleet.car(dealer);
        fleet.book(car, hours(30, 40));
        fleet.bring(fleet.book(car, hours(1, 24)), BookingStatus.ACTIVE);

        assertThat(assertRefused(hours(20, 48)).undisplaced()).containsExactly(
                new Undisplaced(fleet.occupancies(car).getFirst(), UndisplacedReason.HANDED_OVER, List.of()));
    }

    @Test
    void anotherWindowIsNeverMoved() {
        fleet.car(dealer);
        var window = fleet.plan(car, hours(24, 30));

        assertThat(assertRefused(hours(20, 48)).undisplaced()).containsExactly(
                new Undisplaced(window.occupancy(), UndisplacedReason.MAINTENANCE, List.of()));
    }

    @Test
    void theTurnaroundOfACompletedBookingIsNeverMoved() {
        fleet.car(dealer);
        fleet.bring(fleet.book(car, hours(1, 2)), BookingStatus.COMPLETED);

        assertThat(assertRefused(hours(2, 10)).undisplaced()).containsExactly(
                new Undisplaced(fleet.occupancies(car).getFirst(), UndisplacedReason.COMPLETED, List.of()));
    }

    @Test
    void aStartedBookingThatWasNotHandedOverNeedsACarThatWasFreeSinceItsStart() {
        var spare = fleet.car(dealer);
        var past = fleet.book(spare, hours(10, 11));
        var waiting = fleet.book(car, hours(10, 20));
        fleet.setTime(hour(13));

        assertRefused(hours(14, 16));

        fleet.cancel(past);
        assertThat(displace(hours(14, 16)).displaced()).extracting(moved -> moved.booking().id()).containsExactly(waiting.id());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void withoutDisplacingConflictsAreRefused(boolean dryRun) {
        fleet.car(dealer);
        fleet.book(car, hours(24, 48));

        refusal(FleetRefusal.MaintenanceConflict.class, () -> fleet.plan(car, hours(24, 48), OnConflict.REJECT, dryRun));
    }

    @Test
    void aDryRunAnswersWhatWouldHappenAndChangesNothing() {
        var spare = fleet.car(dealer);
        var booking = fleet.book(car, hours(24, 48));

        var wouldBe = fleet.plan(car, hours(24, 48), OnConflict.DISPLACE, true);

        assertThat(wouldBe.displaced()).containsExactly(new Displacement(booking, spare.id()));
        assertThat(wouldBe.window().window().period()).isEqualTo(hours(24, 48));
        refusal(CommonRefusal.NotFound.class, () -> fleet.view(wouldBe.window().window()));
        assertThat(fleet.view(booking).booking()).isEqualTo(booking);
        assertThat(fleet.occupancies(car)).containsExactly(booking.occupancy());
        assertThat(fleet.occupancies(spare)).isEmpty();
        assertThat(fleet.events(booking.id().value())).hasSize(1);
        assertThat(fleet.events(wouldBe.window().window().id().value())).isEmpty();
        assertThat(displace(hours(24, 48)).displaced()).isEqualTo(wouldBe.displaced());
    }

    @Test
    void aDryRunIsRefusedLikeTheRealThing() {
        fleet.book(car, hours(24, 48));
        var real = assertRefused(hours(24, 48));

        assertThat(refusal(
                FleetRefusal.DisplacementImpossible.class, () -> fleet.plan(car, hours(24, 48), OnConflict.DISPLACE, true)))
                .isEqualTo(real);
    }

    @Test
    void aDisplacedBookingContinuesWithItsNewCar() {
        var spare = fleet.car(dealer);
        var booking = fleet.book(car, hours(1, 4));
        displace(hours(0, 5));
        fleet.setTime(minute(30));

        fleet.handOver(booking);

        assertThat(fleet.occupancies(spare)).extracting(Occupancy::inUse).containsExactly(true);
        assertThat(fleet.takeBack(booking).carId()).isEqualTo(spare.id());
    }

    private Plan displace(Period period) {
        return fleet.plan(car, period, OnConflict.DISPLACE, false);
    }

    private static Availability availability(Booking overlapping, UnavailabilityReason reason) {
        return new Availability(List.of(reason), overlapping.occupancy().entries());
    }

    private FleetRefusal.DisplacementImpossible assertRefused(Period period) {
        var before = fleet.occupancies(car);
        var refused = refusal(FleetRefusal.DisplacementImpossible.class, () -> displace(period));
        assertThat(fleet.occupancies(car)).isEqualTo(before);
        assertThat(before).allSatisfy(occupancy -> assertThat(fleet.events(occupancy.ownerId()))
                .extracting(Event::type).doesNotContain(EventType.BOOKING_DISPLACED));
        return refused;
    }
}
