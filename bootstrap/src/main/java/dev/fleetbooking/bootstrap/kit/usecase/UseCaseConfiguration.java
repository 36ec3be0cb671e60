package dev.fleetbooking.bootstrap.kit.usecase;

import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import dev.fleetbooking.application.kit.IdGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Provides clock and ids for use cases. */
@Configuration(proxyBeanMethods = false)
class UseCaseConfiguration {

    /** In milliseconds, because clock readings are stored and shown like that. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.system(ZoneOffset.UTC), Duration.ofMillis(1));
    }

    /**
     * Uses the machine's time and not that of {@link #clock()}: ids have to grow even if a test sets the clock back.
     */
    @Bean
    IdGenerator idGenerator() {
        return idGenerator(Clock.systemUTC());
    }

    /** The library follows a clock that is set back by a second or more, so it gets one that stops instead. */
    static IdGenerator idGenerator(Clock clock) {
        var latest = new AtomicLong();
        return TimeOrderedEpochFactory.builder()
                .withTimeFunction(() -> latest.accumulateAndGet(clock.millis(), Math::max))
                .withIncrementPlus1()
                .build()::create;
    }
}
