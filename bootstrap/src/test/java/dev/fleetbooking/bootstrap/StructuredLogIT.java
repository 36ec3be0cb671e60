package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The log of a service process that was told to write it for machines. */
class StructuredLogIT extends SystemTest {

    private static final Pattern READY = Pattern.compile(".*http://127\\.0\\.0\\.1:(\\d+)/docs.*");

    @Test
    void eachLineIsJsonAndNamesTheRequest() throws Exception {
        var dealer = fleet.dealer();
        database.sql("UPDATE dealer SET time_zone = 'Mars/Olympus' WHERE id = ?::uuid").param(dealer).update();
        try (var service = start()) {
            var port = Integer.parseInt(service.awaitLine(READY).group(1));
            var id = UUID.randomUUID().toString();

            new Api(port).raw("GET", "/api/v1/dealers/" + dealer, null, "X-Request-Id", id)
                    .expectProblem(500, "internal-error");

            var line = new JsonMapper().readTree(service.awaitLine(Pattern.compile("\\{.*" + id + ".*}")).group());
            assertThat(line.path("requestId").asString()).isEqualTo(id);
            assertThat(line.path("message").asString()).isEqualTo("The request failed");
            assertThat(line.path("service").path("name").asString()).isEqualTo("fleet-booking");
        } finally {
            database.sql("UPDATE dealer SET time_zone = 'UTC' WHERE id = ?::uuid").param(dealer).update();
        }
    }

    private static JavaProcess start() {
        return JavaProcess.start(
                FleetBookingApplication.class,
                "--logging.structured.format.console=ecs",
                "--spring.datasource.url=" + DATABASE.jdbcUrl(),
                "--spring.datasource.username=" + DATABASE.username(),
                "--spring.datasource.password=" + DATABASE.password(),
                // The other services of this test run share the server's 100.
                "--spring.datasource.hikari.maximum-pool-size=5",
                "--server.port=0",
                "--fleet.housekeeping.enabled=false");
    }
}
