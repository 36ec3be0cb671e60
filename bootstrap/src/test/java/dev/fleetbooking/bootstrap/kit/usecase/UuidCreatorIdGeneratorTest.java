package dev.fleetbooking.bootstrap.kit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.kit.IdGenerator;
import dev.fleetbooking.application.kit.IdGeneratorContract;
import dev.fleetbooking.application.kit.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UuidCreatorIdGeneratorTest extends IdGeneratorContract {

    private final IdGenerator generator = new UseCaseConfiguration().idGenerator();

    @Override
    protected IdGenerator generator() {
        return generator;
    }

    @Test
    void idsGrowEvenIfTheMachinesClockIsSetBack() {
        var clock = new SettableClock();
        var ofASteppingClock = UseCaseConfiguration.idGenerator(clock);
        var before = ofASteppingClock.next();

        clock.set(clock.instant().minus(Duration.ofSeconds(10)));

        assertThat(ofASteppingClock.next().toString()).isGreaterThan(before.toString());
    }
}
