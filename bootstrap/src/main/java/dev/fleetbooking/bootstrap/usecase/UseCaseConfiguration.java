package dev.fleetbooking.bootstrap.usecase;

import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import dev.fleetbooking.application.booking.Bookings;
import dev.fleetbooking.application.booking.Unavailability;
import dev.fleetbooking.application.history.EventRepository;
import dev.fleetbooking.application.history.History;
import dev.fleetbooking.application.kit.IdGenerator;
import dev.fleetbooking.application.kit.UseCase;
import dev.fleetbooking.application.maintenance.Displacements;
import dev.fleetbooking.application.maintenance.MaintenanceWindows;
import dev.fleetbooking.domain.booking.BookingPolicy;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;

/** Finds the use cases, gives them what they need, and makes each of their calls one transaction. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        basePackages = "dev.fleetbooking.application",
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = UseCase.class))
@Import({Bookings.class, Displacements.class, MaintenanceWindows.class, Unavailability.class})
@EnableConfigurationProperties(PolicyProperties.class)
class UseCaseConfiguration {

    /** Milliseconds, because that is what clock readings are stored and shown as. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.system(ZoneOffset.UTC), Duration.ofMillis(1));
    }

    /**
     * Takes the time of the machine and not of {@link #clock()}: ids have to grow even where a test turns the clock back.
     */
    @Bean
    IdGenerator idGenerator() {
        return idGenerator(Clock.systemUTC());
    }

    /** The library follows a clock that is set back by a second or more, so it gets one that stands still instead. */
    static IdGenerator idGenerator(Clock clock) {
        var latest = new AtomicLong();
        return TimeOrderedEpochFactory.builder()
                .withTimeFunction(() -> latest.accumulateAndGet(clock.millis(), Math::max))
                .withIncrementPlus1()
                .build()::create;
    }

    @Bean
    BookingPolicy bookingPolicy(PolicyProperties properties) {
        return properties.bookingPolicy();
    }

    @Bean
    History history(EventRepository events, MeterRegistry meters) {
        return new History(new CountedEvents(events, meters));
    }

    @Bean
    TransactionBoundary transactionBoundary(PlatformTransactionManager transactions, MeterRegistry meters) {
        return new TransactionBoundary(transactions, meters);
    }

    /** Static, because a post-processor must not drag the beans of this class into being before the others. */
    @Bean
    static UseCaseTransactions useCaseTransactions(
            ObjectProvider<TransactionBoundary> boundary, ObjectProvider<MeterRegistry> meters) {
        return new UseCaseTransactions(boundary, new UseCaseMetrics(meters));
    }
}
