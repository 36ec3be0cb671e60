package dev.fleetbooking.bootstrap.usecase;

import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import dev.fleetbooking.application.IdGenerator;
import dev.fleetbooking.application.UseCase;
import dev.fleetbooking.domain.booking.BookingPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.transaction.PlatformTransactionManager;

/** Finds the use cases, gives them what they need, and makes each of their calls one transaction. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        basePackages = "dev.fleetbooking.application",
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = UseCase.class))
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
        return TimeOrderedEpochFactory.builder().withIncrementPlus1().build()::create;
    }

    @Bean
    BookingPolicy bookingPolicy(PolicyProperties properties) {
        return properties.bookingPolicy();
    }

    @Bean
    TransactionBoundary transactionBoundary(PlatformTransactionManager transactions) {
        return new TransactionBoundary(transactions);
    }

    /** Static, because a post-processor must not drag the beans of this class into being before the others. */
    @Bean
    static UseCaseTransactions useCaseTransactions(ObjectProvider<TransactionBoundary> boundary) {
        return new UseCaseTransactions(boundary);
    }
}
