package dev.fleetbooking.postgres;

import static org.assertj.core.api.Assertions.assertThat;

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
}
