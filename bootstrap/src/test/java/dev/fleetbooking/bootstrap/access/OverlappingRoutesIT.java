package dev.fleetbooking.bootstrap.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.bootstrap.kit.Api;
import dev.fleetbooking.postgres.kit.TestDatabase;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Spring MVC calls the handler with the most specific path; so its right must count, and not that of another which matches too. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "fleet.housekeeping.enabled=false")
@Import(OverlappingRoutesIT.Routes.class)
@DirtiesContext
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("OverlappingRoutesIT")
class OverlappingRoutesIT {

    @DynamicPropertySource
    static void needTokens(DynamicPropertyRegistry properties) {
        TestDatabase.createDatabase().configure(properties);
        properties.add("spring.security.oauth2.resourceserver.jwt.public-key-location", () -> Tokens.publicKey().toUri().toString());
    }

    /** The handlers have names of the table. Their order in Spring's map of routes is accidental, so there are several. */
    @TestConfiguration
    @RestController
    static class Routes {

        @GetMapping("/routes/{id}")
        String getProblemType() {
            return "public";
        }

        @GetMapping("/routes/cars")
        String listCars() {
            return "cars";
        }

        @GetMapping("/routes/bookings")
        String listBookings() {
            return "bookings";
        }

        @GetMapping("/routes/dealers")
        String listDealers() {
            return "dealers";
        }

        @GetMapping("/routes/events")
        String listEvents() {
            return "events";
        }

        @GetMapping("/routes/windows")
        String listMaintenanceWindows() {
            return "windows";
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cars", "bookings", "dealers", "events", "windows"})
    void theRightOfTheMostSpecificPathCounts(String path, @LocalServerPort int port) {
        var nobody = new Api(port);

        assertThat(nobody.raw("GET", "/routes/anything", null).status()).isEqualTo(200);
        assertThat(nobody.raw("GET", "/routes/" + path, null).status()).isEqualTo(401);
    }
}
