package dev.fleetbooking.bootstrap.kit;

import dev.fleetbooking.application.kit.SettableClock;
import java.time.Instant;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Replaces the real clock by one that tests control. */
@TestConfiguration(proxyBeanMethods = false)
public class SettableClockConfiguration {

    /** Here and not in {@link ServiceTest}, with which a process would start a database server of its own. */
    public static final Instant NOW = Instant.parse("2027-01-04T08:00:00Z");

    @Bean
    @Primary
    SettableClock settableClock() {
        var clock = new SettableClock();
        clock.set(NOW);
        return clock;
    }
}
