package dev.fleetbooking.bootstrap;

import dev.fleetbooking.application.inmemory.SettableClock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Puts a clock that tests control in the place of the real one. */
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
