package dev.fleetbooking.bootstrap.kit;

import dev.fleetbooking.application.kit.SettableClock;
import dev.fleetbooking.bootstrap.kit.database.ConfiguredDatabaseIT;
import dev.fleetbooking.postgres.kit.Deadlocks;
import dev.fleetbooking.postgres.kit.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A test of the whole service over real HTTP on a real PostgreSQL. All of them share one running service; each creates its own
 * data, so none depends on another. The housekeeping is off, because no answer may depend on it.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"fleet.housekeeping.enabled=false", "fleet.mcp.enabled=true"})
@Import({SettableClockConfiguration.class, ConfiguredDatabaseIT.V9999__Note_the_limit.class})
public abstract class ServiceTest {

    /** The service's time, unless a test sets the clock. */
    protected static final Instant NOW = SettableClockConfiguration.NOW;

    /** The beginning of the same day (UTC). */
    protected static final Instant TODAY = Instant.parse("2027-01-04T00:00:00Z");

    protected static final TestDatabase DATABASE = TestDatabase.createDatabase();

    @Autowired
    protected SettableClock clock;

    @Autowired
    protected JdbcClient database;

    @Autowired
    private DataSource dataSource;

    protected Api api;

    @DynamicPropertySource
    static void useTheTestDatabase(DynamicPropertyRegistry properties) {
        DATABASE.configure(properties);
        // The promise must not depend on the database's default.
        properties.add("spring.datasource.hikari.data-source-properties.options",
                () -> "-c default_transaction_isolation=repeatable\\ read");
        // Distinguishes the sessions of this service from others on the same database.
        properties.add("spring.datasource.hikari.data-source-properties.ApplicationName", UUID::randomUUID);
    }

    @BeforeEach
    void connect(@LocalServerPort int port) {
        clock.set(NOW);
        api = new Api(port);
    }

    /** The number of deadlocks in this database. */
    protected long deadlocks() throws SQLException {
        return Deadlocks.in(dataSource);
    }
}
