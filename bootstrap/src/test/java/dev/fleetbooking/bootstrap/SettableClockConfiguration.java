package dev.fleetbooking.bootstrap;

import dev.fleetbooking.application.inmemory.SettableClock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Replaces the real clock by one that tests control. */
@TestConfiguration(proxyBeanMethods = false)
class SettableClockConfiguration {

    @Bean
    @Primary
    SettableClock settableClock() {
        var clock = new SettableClock();
        clock.set(SystemTest.NOW);
        return clock;
    }
}
