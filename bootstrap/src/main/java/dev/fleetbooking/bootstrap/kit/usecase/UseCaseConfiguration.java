package dev.fleetbooking.bootstrap.kit.usecase;

import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import dev.fleetbooking.application.kit.IdGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives use cases the time and ids, and makes each of their calls one transaction. */
@Configuration(proxyBeanMethods = false)
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

    /** Static, because a post-processor must not drag the beans of this class into being before the others. */
    @Bean
    static UseCaseTransactions useCaseTransactions(
            ObjectProvider<TransactionBoundary> boundary, ObjectProvider<UseCaseAdvice> advice) {
        return new UseCaseTransactions(boundary, advice);
    }
}
