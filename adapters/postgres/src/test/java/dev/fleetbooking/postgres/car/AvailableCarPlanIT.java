package dev.fleetbooking.postgres.car;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.car.AvailableCarRepository.Search;
import dev.fleetbooking.application.car.ListCars;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.schedule.ReadSchedule;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.time.Period;
import dev.fleetbooking.postgres.PostgresAdapters;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How PostgreSQL searches a fleet of some size: 10 dealers with 40 cars each, 25 bookings of every car. */
class AvailableCarPlanIT {

    private static final String FLEET = """
            INSERT INTO dealer (id, name, time_zone, currency, turnaround_minutes, version)
            SELECT gen_random_uuid(), 'City Cars', 'Europe/Berlin', 'EUR', 60, 0 FROM generate_series(1, 10);

            INSERT INTO car (id, dealer_id, registration_plate, make, model, model_year, category, daily_price, currency,
                             status, version)
            SELECT gen_random_uuid(), dealer.id, 'B ' || number, 'VW', 'Golf', 2024, 'COMPACT', 50, 'EUR', 'IN_SERVICE', 0
            FROM dealer, generate_series(1, 40) AS number;

            INSERT INTO booking (id, car_id, dealer_id, customer_name, customer_email, starts_at, ends_at,
                                 turnaround_minutes, time_zone, days, daily_price, total, currency, status, created_at,
                                 version)
            SELECT gen_random_uuid(), car.id, car.dealer_id, 'Ada Lovelace', 'ada@example.org', start,
                   start + interval '2 days', 60, 'Europe/Berlin', 2, 50, 100, 'EUR', 'CONFIRMED', now(), 0
            FROM car, generate_series(timestamptz '2027-01-01T09:00Z', '2027-07-15T09:00Z', '8 days') AS start;

            INSERT INTO car_occupancy (owner_id, car_id, kind, during, used_until)
            SELECT id, car_id, 'BOOKING', tstzrange(starts_at, ends_at + interval '1 hour'), ends_at FROM booking;

            ANALYZE;
            """;

    private static PostgresAdapters adapters;

    @BeforeAll
    static void givenFleet() {
        adapters = new PostgresAdapters();
        adapters.inTransaction(() -> adapters.jdbc().sql(FLEET).update());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void looksUpTheNextOccupancyOfACarAndNeverScansTheTable(boolean oneDealer) {
        var dealer = adapters.jdbc().sql("SELECT id FROM dealer LIMIT 1").query(UUID.class).single();
        var search = search(Instant.parse("2027-03-07T09:00:00Z"), Optional.of(new DealerId(dealer)).filter(id -> oneDealer));

        assertAsksTheIndex(() -> adapters.ports().availableCars().search(search, new PageRequest<>(Optional.empty(), 20)));
    }

    @Test
    void readsCalendarsOnlyUntilThePageIsFull() {
        var everyCarIsFree = search(Instant.parse("2027-03-09T09:00:00Z"), Optional.empty());

        var lookUps = adapters.inTransaction(() -> {
            var before = scans("car_occupancy_end_idx");
            adapters.ports().availableCars().search(everyCarIsFree, new PageRequest<>(Optional.empty(), 20));
            return scans("car_occupancy_end_idx") - before;
        });

        // 20 cars, and one more to find out whether there is another page.
        assertThat(lookUps).isEqualTo(21);
    }

    @Test
    void readsTheCalendarOfACarByTheSameIndex() {
        var car = new CarId(adapters.jdbc().sql("SELECT id FROM car LIMIT 1").query(UUID.class).single());

        assertAsksTheIndex(() -> adapters.ports().occupancies().findByCar(car, Instant.parse("2027-03-07T08:00:00Z")));
    }

    @Test
    void readsTheScheduleOfADealerByTheSameIndex() {
        var cars = adapters.jdbc().sql("SELECT id FROM car WHERE dealer_id = (SELECT id FROM dealer LIMIT 1)")
                .query((row, _) -> new CarId(row.getObject("id", UUID.class))).set();
        var query = new ReadSchedule.Query(
                new ListCars.Filter(Optional.empty(), Optional.empty(), Optional.empty()), Optional.empty(),
                Instant.parse("2027-03-01T00:00:00Z"), Instant.parse("2027-04-01T00:00:00Z"), true);

        assertAsksTheIndex(() -> assertThat(adapters.ports().schedules()
                .find(cars, query, Caller.SERVICE, Instant.parse("2027-03-07T08:00:00Z"))).hasSize(160));
    }

    private static Search search(Instant start, Optional<DealerId> dealer) {
        return new Search(
                new Period(start, start.plus(Duration.ofHours(6))),
                Map.of(ZoneId.of("Europe/Berlin"), 1),
                dealer,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Instant.parse("2027-03-07T08:00:00Z"),
                Instant.parse("2027-03-08T08:00:00Z"));
    }

    private static void assertAsksTheIndex(Runnable call) {
        var scans = adapters.inTransaction(() -> {
            var before = List.of(scans("car_occupancy"), scans("car_occupancy_end_idx"));
            call.run();
            return List.of(scans("car_occupancy") - before.getFirst(), scans("car_occupancy_end_idx") - before.getLast());
        });

        assertThat(scans.getFirst()).as("reads of the whole table").isZero();
        assertThat(scans.getLast()).as("look-ups in the index").isPositive();
    }

    /**
     * Counted by PostgreSQL itself, which is better than EXPLAIN because it counts what really ran. It includes scans of earlier
     * transactions of this connection that are not in the statistics yet.
     */
    private static long scans(String relation) {
        return adapters.jdbc()
                .sql("SELECT pg_stat_get_xact_numscans(CAST(:relation AS regclass))")
                .param("relation", relation)
                .query(Long.class)
                .single();
    }
}
