package dev.fleetbooking.postgres.history;

import static dev.fleetbooking.application.kit.TestTime.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.RepositoryContract;
import dev.fleetbooking.application.TestStore;
import dev.fleetbooking.application.history.ListEvents.Sequenced;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.car.Car;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.history.Event;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.history.Facts;
import dev.fleetbooking.domain.history.Subject;
import dev.fleetbooking.postgres.PostgresAdapters;
import dev.fleetbooking.postgres.TestTables;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The feed with concurrent transactions. */
class EventFeedIT extends RepositoryContract {

    private static final int WRITERS = 8;
    private static final int CHANGES = Boolean.getBoolean("thorough") ? 25 : 10;

    @Override
    protected TestStore newStore() {
        return new PostgresAdapters();
    }

    @Test
    void anEventOfTheTransactionThatBeganFirstAndCommitsLastIsNotSkipped() throws Exception {
        var written = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        var early = newCar(newDealer());
        var late = newCar(newDealer());
        try (var thread = Executors.newSingleThreadExecutor()) {
            var first = thread.submit(() -> commit(() -> {
                events().append(added(early));
                written.countDown();
                await(commit);
            }));
            await(written);
            commit(() -> events().append(added(late)));

            var seen = after(0);
            commit.countDown();
            first.get();

            assertThat(seen).extracting(Sequenced::event).containsExactly(added(late));
            assertThat(after(seen.getLast().sequence())).extracting(Sequenced::event).containsExactly(added(early));
        }
    }

    @Test
    void readersDoNotBlockWriters() {
        var car = newCar(newDealer());
        commit(() -> events().append(added(car)));
        try (var thread = Executors.newSingleThreadExecutor()) {
            commit(() -> {
                assertThat(events().findAfter(0, Optional.empty(), Caller.SERVICE, 100)).hasSize(1);
                assertThat(thread.submit(() -> commit(() -> events().append(added(car)))))
                        .succeedsWithin(Duration.ofSeconds(10));
            });
        }

        assertThat(after(0)).hasSize(2);
    }

    @Test
    void aNumberThatWasRolledBackIsAssignedAgain() {
        var car = newCar(newDealer());
        commit(() -> events().append(added(car)));

        assertFails(() -> {
            events().findAfter(0, Optional.empty(), Caller.SERVICE, 100);
            throw new IllegalStateException("roll back");
        });

        assertThat(after(0)).extracting(Sequenced::event).containsExactly(added(car));
    }

    @Test
    void underConcurrentWritesEveryReaderSeesEachEventOnceAndThoseOfASubjectInOrder() throws Exception {
        var dealer = givenDealer();
        var cars = List.of(givenCar(dealer), givenCar(dealer), givenCar(dealer));
        var writers = IntStream.range(0, WRITERS).<Callable<List<Event>>>mapToObj(writer -> () -> {
            for (int change = 0; change < CHANGES; change++) {
                var id = cars.get((writer + change) % cars.size()).id();
                commit(() -> makeDearer(id));
            }
            return List.of();
        });
        var readers = IntStream.range(0, 2).<Callable<List<Event>>>mapToObj(reader -> this::readAll);

        try (var threads = Executors.newFixedThreadPool(WRITERS + 2)) {
            for (var done : threads.invokeAll(Stream.concat(writers, readers).toList()).subList(WRITERS, WRITERS + 2)) {
                var seen = done.get();
                assertThat(seen).hasSize(WRITERS * CHANGES).doesNotHaveDuplicates();
                cars.forEach(car -> assertChained(car, seen));
            }
        }
    }

    /** A session keeps the plan of the function that it made when the table was empty. */
    @Test
    void aSessionThatFoundNoEventsNumbersABacklogInOnePass() {
        var jdbc = TestTables.create().jdbc();
        var number = jdbc.sql("SELECT number_events()").query(Long.class);

        assertThat(number.single()).isZero();
        jdbc.sql("""
                INSERT INTO event (type, occurred_at, subject_kind, subject_id, dealer_id, after_status)
                SELECT 'CAR_ADDED', now(), 'CAR', gen_random_uuid(), gen_random_uuid(), 'IN_SERVICE' FROM generate_series(1, 20000)
                """).update();
        jdbc.sql("SET statement_timeout = '10s'").update();

        assertThat(number.single()).isEqualTo(20_000);
    }

    private void makeDearer(CarId id) {
        var car = cars().findForUpdate(id).orElseThrow();
        var dearer = car.withDailyPrice(money(car.dailyPrice().amount().add(BigDecimal.ONE).toString(), EUR));
        cars().update(dearer);
        events().append(new Event(
                EventType.CAR_CHANGED, NOW, subject(car), Optional.empty(), Optional.of(Facts.of(car)), Facts.of(dearer)));
    }

    private List<Event> readAll() {
        var seen = new ArrayList<Event>();
        var last = 0L;
        while (seen.size() < WRITERS * CHANGES) {
            for (var found : after(last)) {
                seen.add(found.event());
                last = found.sequence();
            }
        }
        return seen;
    }

    private static void assertChained(Car car, List<Event> seen) {
        var facts = Facts.of(car);
        for (var event : seen) {
            if (event.subject().id().equals(car.id().value())) {
                assertThat(event.before()).contains(facts);
                facts = event.after();
            }
        }
    }

    private List<Sequenced> after(long sequence) {
        return inTransaction(() -> events().findAfter(sequence, Optional.empty(), Caller.SERVICE, 10));
    }

    private static Event added(Car car) {
        return new Event(EventType.CAR_ADDED, NOW, subject(car), Optional.empty(), Optional.empty(), Facts.of(car));
    }

    private static Subject subject(Car car) {
        return new Subject(Subject.Kind.CAR, car.id().value(), car.dealerId());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
