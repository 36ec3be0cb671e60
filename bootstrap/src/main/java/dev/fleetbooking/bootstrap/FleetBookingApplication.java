package dev.fleetbooking.bootstrap;

import dev.fleetbooking.postgres.PostgresConfiguration;
import dev.fleetbooking.rest.RestConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The composition root: names the adapters; what is below this package wires the rest. */
@SpringBootApplication
@Import({RestConfiguration.class, PostgresConfiguration.class})
public class FleetBookingApplication {

    public static void main(String[] args) {
        SpringApplication.run(FleetBookingApplication.class, args);
    }
}
