package dev.fleetbooking.bootstrap.fleet;

import dev.fleetbooking.application.access.CurrentCaller;
import dev.fleetbooking.application.booking.Bookings;
import dev.fleetbooking.application.booking.Unavailability;
import dev.fleetbooking.application.history.EventRepository;
import dev.fleetbooking.application.history.History;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.application.maintenance.Displacements;
import dev.fleetbooking.application.maintenance.MaintenanceWindows;
import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.booking.BookingPolicy;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** Finds the use cases of the fleet and provides their shared dependencies. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        basePackages = "dev.fleetbooking.application",
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = UseCase.class))
@Import({Bookings.class, Displacements.class, MaintenanceWindows.class, Unavailability.class})
@EnableConfigurationProperties(PolicyProperties.class)
class FleetConfiguration {

    @Bean
    BookingPolicy bookingPolicy(PolicyProperties properties) {
        return properties.bookingPolicy();
    }

    /** Applies unless an adapter knows who calls. */
    @Bean
    @Fallback
    CurrentCaller everybodyMayDoEverything() {
        return () -> Caller.SERVICE;
    }

    @Bean
    History history(EventRepository events, CurrentCaller callers, MeterRegistry meters) {
        return new History(new CountedEvents(events, meters), callers);
    }
}
