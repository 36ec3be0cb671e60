package dev.fleetbooking.postgres;

import static dev.fleetbooking.application.kit.TestTime.hour;
import static dev.fleetbooking.application.kit.TestTime.hours;
import static dev.fleetbooking.application.kit.TestTime.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.booking.ExpireLapsedHolds;
import dev.fleetbooking.application.car.GetCar;
import dev.fleetbooking.application.inmemory.Fleet;
import dev.fleetbooking.application.maintenance.PlanMaintenance.OnConflict;
import dev.fleetbooking.domain.FleetRefusal;
import dev.fleetbooking.domain.car.CarStatus;
import dev.fleetbooking.domain.history.Event;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.Refusal;
import dev.fleetbooking.domain.kit.RefusedException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Concurrent use cases. Any exception other than a refusal fails the test, in particular a deadlock. */
class UseCaseRaceIT {

    private static final int CLIENTS = 32;

    private final Fleet fleet = new PostgresAdapters().fleet();

    static IntStream rounds() {
        return IntStream.range(0, Boolean.getBoolean("thorough") ? 30 : 2);
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void ofManyClaimsOverLapsedHoldsExactlyOneSucceedsAndEachHoldEndsOnce() throws Exception {
        var car = fleet.car(fleet.dealer());
        var holds = IntStream.range(1, 6).mapToObj(start -> fleet.hold(car, hours(start, start + 1))).toList();
        fleet.setTime(minute(15));

        // All want the hour of the third hold, and some of the hours of the others.
        var bookings = IntStream.range(0, CLIENTS - 2)
                .mapToObj(client -> attempt(() -> fleet.book(car, hours(1 + client % 3, 4 + client / 3 % 3))));
        var confirmation = attempt(() -> fleet.confirm(holds.get(2)));
        var sweep = attempt(() -> fleet.useCase(ExpireLapsedHolds.class).expire());
        var refusals = refusals(Stream.concat(bookings, Stream.of(confirmation, sweep)));

        assertThat(refusals).filteredOn(FleetRefusal.CarUnavailable.class::isInstance).hasSize(CLIENTS - 3);
        assertThat(refusals).filteredOn(CommonRefusal.InvalidTransition.class::isInstance).hasSize(1);
        assertThat(refusals).hasSize(CLIENTS - 2);
        assertThat(fleet.occupancies(car)).hasSize(1);
        assertThat(holds).allSatisfy(hold -> {
            assertThat(fleet.view(hold).booking().version()).isOne();
            assertThat(fleet.events(hold.id().value()))
                    .extracting(Event::type)
                    .containsExactly(EventType.BOOKING_HELD, EventType.BOOKING_EXPIRED);
        });
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void eitherTheDisplacedBookingOrOneNewBookingGetsTheSpareCar() throws Exception {
        var dealer = fleet.dealer();
        var car = fleet.car(dealer);
        var spare = fleet.car(dealer);
        var overlapping = fleet.book(car, hours(1, 3));

        var displacement = attempt(() -> fleet.plan(car, hours(1, 3), OnConflict.DISPLACE, false));
        var bookings = IntStream.range(1, CLIENTS).mapToObj(client -> attempt(() -> fleet.book(spare, hours(2, 4))));
        var refusals = refusals(Stream.concat(Stream.of(displacement), bookings));

        assertThat(refusals).hasSize(CLIENTS - 1);
        var displaced = refusals.stream().noneMatch(FleetRefusal.DisplacementImpossible.class::isInstance);
        assertThat(fleet.view(overlapping).booking().carId()).isEqualTo(displaced ? spare.id() : car.id());
        assertThat(fleet.occupancies(car)).hasSize(1);
        assertThat(fleet.occupancies(spare)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void ofManyBookingsThatMoveIntoOneSlotOrAreMadeThereExactlyOneGetsIt() throws Exception {
        var car = fleet.car(fleet.dealer());
        var bookings = IntStream.range(0, CLIENTS / 2)
                .mapToObj(slot -> fleet.book(car, hours(2 * slot, 2 * slot + 1)))
                .toList();

        var refusals = refusals(bookings.stream().flatMap(booking -> Stream.of(
                attempt(() -> fleet.reschedule(booking, hours(50, 51))),
                attempt(() -> fleet.book(car, hours(50, 51))))));

        assertThat(refusals).hasSize(CLIENTS - 1).allMatch(FleetRefusal.CarUnavailable.class::isInstance);
        assertThat(fleet.occupancies(car)).filteredOn(occupancy -> occupancy.use().start().equals(hour(50))).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void aCarNeverGoesOutOfServiceWithABookingOnItNorIsRefusedToBothSides() throws Exception {
        var car = fleet.car(fleet.dealer());

        var change = attempt(() -> fleet.setStatus(car, CarStatus.OUT_OF_SERVICE));
        var bookings = IntStream.range(1, CLIENTS)
                .mapToObj(client -> attempt(() -> fleet.book(car, hours(2 * client, 2 * client + 1))));
        var refusals = refusals(Stream.concat(bookings, Stream.of(change)));

        if (fleet.useCase(GetCar.class).get(car.id(), Optional.empty()).car().status() == CarStatus.OUT_OF_SERVICE) {
            assertThat(refusals).hasSize(CLIENTS - 1).allMatch(FleetRefusal.CarUnavailable.class::isInstance);
            assertThat(fleet.occupancies(car)).isEmpty();
        } else {
            assertThat(refusals).hasSize(1).allMatch(FleetRefusal.CarHasOccupancies.class::isInstance);
            assertThat(fleet.occupancies(car)).hasSize(CLIENTS - 1);
        }
    }

    /** Runs all concurrently, and returns the refusals. */
    private static List<Refusal> refusals(Stream<Callable<Optional<Refusal>>> attempts) throws Exception {
        var all = attempts.toList();
        var start = new CyclicBarrier(all.size());
        try (var threads = Executors.newFixedThreadPool(all.size())) {
            return threads.invokeAll(all.stream().<Callable<Optional<Refusal>>>map(attempt -> () -> {
                        start.await();
                        return attempt.call();
                    }).toList()).stream()
                    .map(UseCaseRaceIT::get)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    private static Callable<Optional<Refusal>> attempt(Runnable call) {
        return () -> {
            try {
                call.run();
                return Optional.empty();
            } catch (RefusedException refused) {
                return Optional.of(refused.refusal());
            }
        };
    }

    private static <T> T get(Future<T> done) {
        try {
            return done.get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
