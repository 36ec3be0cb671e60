package dev.fleetbooking.bootstrap.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.fleetbooking.bootstrap.kit.Api;
import dev.fleetbooking.postgres.kit.TestDatabase;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** With few connections, because the other services of this test run share the server's 100. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.datasource.hikari.maximum-pool-size=5")
@Execution(CONCURRENT)
@ResourceLock("ConfiguredDatabaseIT")
class ConfiguredDatabaseIT {

    @Autowired
    private ObjectProvider<EmbeddedDatabase> embeddedDatabase;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource pool;

    @Autowired
    private HealthEndpoint health;

    @LocalServerPort
    private int port;

    /** The last migration, which records its timeouts. */
    @TestConfiguration(proxyBeanMethods = false)
    static class V9999__Note_the_limit extends BaseJavaMigration {

        private static int networkTimeout = -1;

        @Override
        public void migrate(Context context) throws SQLException {
            networkTimeout = context.getConnection().getNetworkTimeout();
        }
    }

    @DynamicPropertySource
    static void configureDatabase(DynamicPropertyRegistry properties) {
        TestDatabase.createDatabase().configure(properties);
    }

    @Test
    void noEmbeddedServerIsStarted() {
        assertThat(embeddedDatabase.stream()).isEmpty();
    }

    @Test
    void noCallWaitsForALockLongerThanFiveSeconds() {
        assertThat(jdbc.sql("SHOW lock_timeout").query(String.class).single()).isEqualTo("5s");
    }

    @Test
    void theTimeoutForASilentDatabaseIsLongerThanThatForALock() throws Exception {
        var lockTimeout = jdbc.sql("SELECT setting::int FROM pg_settings WHERE name = 'lock_timeout'").query(Integer.class).single();
        try (var connection = pool.getConnection()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(10_000).isGreaterThan(lockTimeout);
        }
    }

    @Test
    void migrationsHaveNoTimeout() {
        assertThat(V9999__Note_the_limit.networkTimeout).isZero();
    }

    @Test
    void readinessIncludesTheDatabase() {
        assertThat(get("/actuator/health/readiness").http().body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(health.healthForPath("readiness", "db")).isNotNull();
    }

    @Test
    void ofTheActuatorOnlyHealthAndMetricsAreExposed() {
        assertThat(get("/actuator").http().body())
                .contains("/actuator/health", "/actuator/prometheus").doesNotContain("/actuator/metrics");
        get("/actuator/health").expect(200);
        get("/actuator/env").expect(404);
        assertThat(get("/actuator/prometheus").header("X-Content-Type-Options")).contains("nosniff");
    }

    private Api.Answer get(String path) {
        return new Api(port).raw("GET", path, null);
    }
}
