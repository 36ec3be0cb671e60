package dev.fleetbooking.bootstrap.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.bootstrap.kit.ServiceTest;
import java.net.InetAddress;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;

public class ConfiguredDatabaseIT extends ServiceTest {

    @Autowired
    private ObjectProvider<EmbeddedDatabase> embeddedDatabase;

    @Autowired
    private DataSource pool;

    @Autowired
    private HealthEndpoint health;

    /**
     * The last migration, which records its timeouts. It is part of the service that all tests share; as a configuration it would
     * give this class a service of its own.
     */
    public static class V9999__Note_the_limit extends BaseJavaMigration {

        private static int networkTimeout = -1;

        @Override
        public void migrate(Context context) throws SQLException {
            networkTimeout = context.getConnection().getNetworkTimeout();
        }
    }

    @Test
    void noEmbeddedServerIsStarted() {
        assertThat(embeddedDatabase.stream()).isEmpty();
    }

    @Test
    void noCallWaitsForALockLongerThanFiveSeconds() {
        assertThat(database.sql("SHOW lock_timeout").query(String.class).single()).isEqualTo("5s");
    }

    @Test
    void theTimeoutForASilentDatabaseIsLongerThanThatForALock() throws Exception {
        var lockTimeout = database.sql("SELECT setting::int FROM pg_settings WHERE name = 'lock_timeout'").query(Integer.class).single();
        try (var connection = pool.getConnection()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(10_000).isGreaterThan(lockTimeout);
        }
    }

    @Test
    void migrationsHaveNoTimeout() {
        assertThat(V9999__Note_the_limit.networkTimeout).isZero();
    }

    @Test
    void onlyThisMachineCanReachTheService(@Value("${server.address}") InetAddress address) {
        assertThat(address.isLoopbackAddress()).isTrue();
    }

    @Test
    void readinessIncludesTheDatabase() {
        assertThat(api.raw("GET", "/actuator/health/readiness", null).http().body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(health.healthForPath("readiness", "db")).isNotNull();
    }

    @Test
    void ofTheActuatorOnlyHealthAndMetricsAreExposed() {
        assertThat(api.raw("GET", "/actuator", null).http().body())
                .contains("/actuator/health", "/actuator/prometheus").doesNotContain("/actuator/metrics");
        api.raw("GET", "/actuator/health", null).expect(200);
        api.raw("GET", "/actuator/env", null).expect(404);
        assertThat(api.raw("GET", "/actuator/prometheus", null).header("X-Content-Type-Options")).contains("nosniff");
    }
}
