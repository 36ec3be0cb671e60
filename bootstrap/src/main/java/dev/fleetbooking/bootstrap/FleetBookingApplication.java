package dev.fleetbooking.bootstrap;

import dev.fleetbooking.ical.IcalConfiguration;
import dev.fleetbooking.mcp.McpConfiguration;
import dev.fleetbooking.postgres.PostgresConfiguration;
import dev.fleetbooking.rest.RestConfiguration;
import dev.fleetbooking.security.SecurityConfiguration;
import dev.fleetbooking.web.WebConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The composition root: imports the adapters; the packages below wire everything else. */
@SpringBootApplication
@Import({
    RestConfiguration.class, PostgresConfiguration.class, SecurityConfiguration.class, WebConfiguration.class,
    IcalConfiguration.class, McpConfiguration.class})
public class FleetBookingApplication {

    public static void main(String[] args) {
        SpringApplication.run(FleetBookingApplication.class, args);
    }
}
