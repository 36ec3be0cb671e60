package dev.fleetbooking.postgres;

import static java.util.Map.entry;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.fleetbooking.application.kit.WhatToDo;
import dev.fleetbooking.postgres.kit.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ResourceLock;

/** In the contract tests Hibernate also validates the schema against the entities. */
@WhatToDo("a column comes by a new migration: docs/recipes/add-a-field.md")
@Execution(CONCURRENT)
@ResourceLock("MigrationIT")
class MigrationIT {

    /** By version; a migration in Java has none. */
    private static final Map<String, Integer> CHECKSUMS = Map.ofEntries(
            entry("1", -746134997), entry("2", 1600952145), entry("3", 1254267924), entry("4", 180450043),
            entry("5", 1850847244), entry("6", -414633338), entry("7", -1832734306), entry("8", -75126421),
            entry("9", -1042692464), entry("10", -1256256048), entry("11", 1624294387), entry("12", 197914907),
            entry("13", 694641791));

    @Test
    void migratesAnEmptyDatabaseToTheLatestVersionOnce() {
        var database = TestDatabase.createDatabase();
        var flyway = Flyway.configure()
                .dataSource(database.jdbcUrl(), database.username(), database.password())
                .load();

        var first = flyway.migrate();
        var second = flyway.migrate();

        assertThat(first.migrationsExecuted).isEqualTo(flyway.info().all().length).isPositive();
        assertThat(second.migrationsExecuted).isZero();
        assertThat(flyway.validateWithResult().validationSuccessful).isTrue();
    }

    /** Flyway compares checksums at each start, comments included: the service would not start on a database that has it already. */
    @Test
    void noMigrationChangesAfterItWasReleased() {
        var database = TestDatabase.createDatabase();
        var migrations = Flyway.configure()
                .dataSource(database.jdbcUrl(), database.username(), database.password())
                .load().info().all();

        assertThat(migrations).filteredOn(migration -> migration.getChecksum() != null)
                .as("put a correction into a new migration, and the checksum of that into CHECKSUMS")
                .extracting(migration -> entry(migration.getVersion().toString(), migration.getChecksum()))
                .containsExactlyInAnyOrderElementsOf(CHECKSUMS.entrySet());
    }

    @Test
    void keepsWhatEarlierVersionsWrote() {
        var tables = TestTables.createAt("1");
        var car = tables.car(tables.dealer(Map.of()), Map.of());
        tables.commit(() -> {
            tables.occupancy(tables.booking(car, Map.of()), car, Map.of());
            tables.booking(car, Map.of("status", "'CANCELLED'"));
        });
        tables.commit(() -> tables.occupancy(
                tables.maintenanceWindow(car, Map.of()), car,
                Map.of("kind", "'MAINTENANCE'", "during", "'[2027-04-01T09:00Z,2027-04-02T09:00Z)'",
                        "used_until", "'2027-04-02T09:00Z'")));

        tables.migrateTo("latest");

        assertThat(tables.jdbc().sql("SELECT count(*) FROM car_occupancy WHERE NOT in_use").query(Long.class).single())
                .isEqualTo(2);
    }

    @Test
    @Tag("thorough")
    void eventsOfEarlierVersionsGetTheDealerOfTheirSubject() {
        var tables = TestTables.createAt("7");
        var dealers = List.of(tables.dealer(Map.of()), tables.dealer(Map.of()));
        for (var dealer : dealers) {
            var car = tables.car(dealer, Map.of());
            eventOf(tables, "CAR", car);
            eventOf(tables, "BOOKING", tables.booking(car, Map.of("status", "'CANCELLED'")));
            eventOf(tables, "MAINTENANCE_WINDOW", tables.maintenanceWindow(car, Map.of("status", "'CANCELLED'")));
        }

        tables.migrateTo("latest");

        assertThat(tables.jdbc().sql("SELECT dealer_id FROM event ORDER BY serial").query(UUID.class).list())
                .containsExactlyElementsOf(dealers.stream().flatMap(dealer -> Stream.of(dealer, dealer, dealer)).toList());
    }

    private static void eventOf(TestTables tables, String kind, UUID subject) {
        tables.jdbc().sql("""
                        INSERT INTO event (type, occurred_at, subject_kind, subject_id, after_status)
                        VALUES ('CAR_CHANGED', now(), ?, ?, 'IN_SERVICE')
                        """).params(kind, subject).update();
    }

    @Test
    void normalisesTextOfEarlierVersions() {
        var tables = TestTables.createAt("4");
        var dealer = tables.dealer(Map.of("name", "'\u00a0Caf\u0065\u0301'"));
        var car = tables.car(dealer, Map.of(
                "registration_plate", "'B\u2011\u00c4\u00a0\u2009\ud835\udec2 1'", "make", "'S\u030ckoda'", "model", "'O\u0301'"));
        var booking = new AtomicReference<UUID>();
        tables.commit(() -> {
            booking.set(tables.booking(car, Map.of(
                    "customer_name", "'Zoe\u0308'", "cancellation_reason", "'\u2007cafe\u0301\u202f'")));
            tables.occupancy(booking.get(), car, Map.of());
        });
        var window = tables.maintenanceWindow(car, Map.of("status", "'CANCELLED'", "reason", "'re\u0301vision'"));
        event(tables, "'re\u0301vision'", "'\u3000re\u0301vision'");
        var untouched = tables.car(dealer, Map.of("registration_plate", "'M-\u00c4 1'"));

        tables.migrateTo("latest");

        assertThat(row(tables, "SELECT name, version FROM dealer")).isEqualTo(Map.of("name", "Caf\u00e9", "version", 1L));
        assertThat(row(tables, "SELECT registration_plate, make, model FROM car WHERE id = '%s'".formatted(car)))
                .isEqualTo(Map.of("registration_plate", "B-\u00c4 \u0391 1", "make", "\u0160koda", "model", "\u00d3"));
        assertThat(row(tables, "SELECT customer_name, cancellation_reason FROM booking WHERE id = '%s'".formatted(booking.get())))
                .isEqualTo(Map.of("customer_name", "Zo\u00eb", "cancellation_reason", "caf\u00e9"));
        assertThat(row(tables, "SELECT reason, version FROM maintenance_window WHERE id = '%s'".formatted(window)))
                .isEqualTo(Map.of("reason", "r\u00e9vision", "version", 1L));
        assertThat(row(tables, "SELECT before_reason, after_reason FROM event"))
                .isEqualTo(Map.of("before_reason", "r\u00e9vision", "after_reason", "r\u00e9vision"));
        assertThat(row(tables, "SELECT version FROM car WHERE id = '%s'".formatted(untouched))).isEqualTo(Map.of("version", 0L));
    }

    @Test
    void listsCarsWhosePlatesWouldCollideAndChangesNothing() {
        var tables = TestTables.createAt("4");
        var dealer = tables.dealer(Map.of("name", "'Cafe\u0301'"));
        var cars = Stream.of("B-AB 1", "B-AB  1", "B\u2011AB\u00a01", "B-AB 2")
                .map(plate -> tables.car(dealer, Map.of("registration_plate", "'%s'".formatted(plate))))
                .toList();
        tables.car(tables.dealer(Map.of()), Map.of("registration_plate", "'B\u2010AB 1'"));
        var before = everyText(tables);

        assertThatThrownBy(() -> tables.migrateTo("latest")).rootCause().hasMessageEndingWith(
                "nothing was changed.\ndealer %s: cars %s would have the same plate, B-AB 1",
                dealer, cars.stream().limit(3).map(UUID::toString).sorted().collect(joining(" and ")));

        assertThat(everyText(tables)).isEqualTo(before);
        tables.jdbc().sql("UPDATE car SET registration_plate = 'OLD ' || left(id::text, 8) WHERE id IN (:ids)")
                .param("ids", cars.subList(1, 3)).update();
        tables.migrateTo("latest");
    }

    @Test
    @Tag("thorough")
    void listsInvalidTextAndChangesNothing() {
        var tables = TestTables.createAt("4");
        var dealer = tables.dealer(Map.of("name", "'\u3164\u200b'"));
        var car = tables.car(dealer, Map.of("registration_plate", "'B\u00adAB 1'", "make", "'VW\u202e'"));
        var booking = tables.booking(car, Map.of("status", "'CANCELLED'", "customer_name", "'Ada\u0378'"));
        var serial = event(tables, "NULL", "'%s'".formatted("\u0958".repeat(251)));
        var before = everyText(tables);

        assertThatThrownBy(() -> tables.migrateTo("latest")).rootCause().hasMessageEndingWith("""
                nothing was changed.
                dealer %s: name must show something
                car %s: registration_plate must not contain U+00AD (SOFT HYPHEN)
                car %s: make must not contain U+202E (RIGHT-TO-LEFT OVERRIDE)
                booking %s: customer_name must not contain U+0378 (unassigned)
                event %s: after_reason must have 1 to 500 characters""", dealer, car, car, booking, serial);

        assertThat(everyText(tables)).isEqualTo(before);
    }

    @Test
    void refusesADatabaseThatIsNotInUtf8() {
        var database = TestDatabase.createDatabase("ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");
        var flyway = Flyway.configure()
                .dataSource(database.jdbcUrl(), database.username(), database.password())
                .load();

        assertThatThrownBy(flyway::migrate).rootCause().hasMessageContaining("server encoding is UTF8");
    }

    private static Long event(TestTables tables, String beforeReason, String afterReason) {
        return tables.jdbc().sql("""
                INSERT INTO event (type, occurred_at, subject_kind, subject_id, after_status, before_reason, after_reason)
                VALUES ('CAR_CHANGED', now(), 'CAR', (SELECT id FROM car LIMIT 1), 'IN_SERVICE', %s, %s) RETURNING serial
                """.formatted(beforeReason, afterReason)).query(Long.class).single();
    }

    private static Map<String, Object> row(TestTables tables, String sql) {
        return tables.jdbc().sql(sql).query().singleRow();
    }

    private static List<String> everyText(TestTables tables) {
        return tables.jdbc().sql("""
                SELECT dealer::text FROM dealer UNION ALL SELECT car::text FROM car UNION ALL SELECT booking::text FROM booking
                UNION ALL SELECT event::text FROM event UNION ALL SELECT conname FROM pg_constraint ORDER BY 1
                """).query(String.class).list();
    }
}
