package dev.fleetbooking.bootstrap;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class FleetBookingApplication {

    public static void main(String[] args) {
        SpringApplication.run(FleetBookingApplication.class, args);
    }
}
