package dev.fleetbooking.bootstrap.kit.usecase;

import dev.fleetbooking.application.kit.IdGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock of the machine that is set back while the service runs; all clocks of the service use it. */
@TestConfiguration(proxyBeanMethods = false)
public class SteppedClock {

    private final AtomicReference<Duration> behind = new AtomicReference<>(Duration.ZERO);

    public void stepBack(Duration step) {
        behind.accumulateAndGet(step, Duration::plus);
    }

    @Bean
    @Primary
    Clock clockSetBack() {
        return Clock.tick(stepped(), Duration.ofMillis(1));
    }

    @Bean
    @Primary
    IdGenerator idsOfClockSetBack() {
        return UseCaseConfiguration.idGenerator(stepped());
    }

    private Clock stepped() {
        InstantSource source = () -> Instant.now().minus(behind.get());
        return source.withZone(ZoneOffset.UTC);
    }
}
