package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.fleetbooking.bootstrap.kit.Api;
import dev.fleetbooking.bootstrap.kit.JavaProcess;
import dev.fleetbooking.postgres.kit.TestDatabase;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import tools.jackson.databind.json.JsonMapper;

/** The JSON log, of the packaged service, because the format of a log cannot be changed within a process. */
@Timeout(60)
@Execution(CONCURRENT)
class StructuredLogIT {

    private static final TestDatabase DATABASE = TestDatabase.createDatabase();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void aProblemIsFoundInTheLogByItsRequestId() throws Exception {
        try (var service = start()) {
            var api = new Api(service.awaitPort());
            var dealer = new Fleet(api).dealer();
            Api.Answer refused;
            try (var connection = DriverManager.getConnection(DATABASE.jdbcUrl(), DATABASE.username(), DATABASE.password());
                    var locking = connection.createStatement()) {
                connection.setAutoCommit(false);
                locking.execute("SELECT 1 FROM dealer FOR UPDATE");
                refused = api.patch("/dealers/" + dealer, "{\"name\": \"Other\"}", "If-Match", "*");
            }
            refused.expectProblem(503, "temporarily-unavailable");
            service.terminate();

            assertThat(service.awaitEnd().lines().filter(line -> line.startsWith("{")).map(JSON::readTree))
                    .filteredOn(line -> line.path("requestId").asString("").equals(refused.text("/requestId")))
                    .singleElement()
                    .satisfies(line -> assertThat(line.path("message").asString()).startsWith("The store is unavailable"));
        }
    }

    private static JavaProcess start() {
        return JavaProcess.startService(
                DATABASE.environment(),
                "--logging.structured.format.console=ecs",
                "--spring.datasource.hikari.maximum-pool-size=2",
                "--spring.datasource.hikari.connection-init-sql=SET lock_timeout = '100ms'",
                "--server.port=0",
                "--fleet.demo-data=false");
    }
}
