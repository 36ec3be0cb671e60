package dev.fleetbooking.bootstrap.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Spring MVC calls the handler with the most specific path; so its right must count, and not that of another which matches too. */
class OverlappingRoutesIT extends SecuredServiceTest {

    /**
     * Part of every service with tokens, so that all tests share one; as a configuration it would give this class a service of its own.
     * The handlers have names of the table. Their order in Spring's map of routes is accidental, so there are several.
     */
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
    void theRightOfTheMostSpecificPathCounts(String path) {
        assertThat(nobody.raw("GET", "/routes/anything", null).status()).isEqualTo(200);
        assertThat(nobody.raw("GET", "/routes/" + path, null).status()).isEqualTo(401);
    }
}
