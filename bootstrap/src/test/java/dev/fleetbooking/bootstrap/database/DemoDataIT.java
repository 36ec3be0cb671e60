package dev.fleetbooking.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A first start under a policy that allows none of the demo bookings. */
@SpringBootTest(properties = {"spring.datasource.url=", "fleet.policy.maximum-booking=PT24H"})
@DirtiesContext
class DemoDataIT {

    @TempDir
    private static Path dataDirectory;

    @Autowired
    private JdbcClient database;

    @DynamicPropertySource
    static void keepTheDataApart(DynamicPropertyRegistry properties) {
        properties.add("fleet.embedded-postgres.data-directory", () -> dataDirectory);
    }

    @Test
    void whatThePolicyDoesNotAllowIsLeftOutAndTheRestIsThere() {
        assertThat(rows("dealer")).isEqualTo(2);
        assertThat(rows("car")).isEqualTo(5);
        assertThat(rows("maintenance_window")).isEqualTo(1);
        assertThat(rows("booking")).isZero();
    }

    private long rows(String table) {
        return database.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
