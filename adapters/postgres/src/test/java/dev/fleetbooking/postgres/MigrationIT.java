package dev.fleetbooking.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** The contract tests show in addition that Hibernate finds what the entities need, as it validates the schema there. */
class MigrationIT {

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
}
