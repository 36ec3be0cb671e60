package dev.fleetbooking.bootstrap;

import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.postgres.PostgresConfiguration;
import dev.fleetbooking.rest.RestConfiguration;
import dev.fleetbooking.security.SecurityConfiguration;
import dev.fleetbooking.web.WebConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The composition root: imports the adapters and finds the use cases; the kit makes each call of one a transaction. */
@SpringBootApplication
@Import({
    RestConfiguration.class, PostgresConfiguration.class, SecurityConfiguration.class, WebConfiguration.class,
    FleetBookingApplication.UseCases.class})
public class FleetBookingApplication {

    public static void main(String[] args) {
        SpringApplication.run(FleetBookingApplication.class, args);
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = "dev.fleetbooking.application",
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = UseCase.class))
    static class UseCases {
    }
}
