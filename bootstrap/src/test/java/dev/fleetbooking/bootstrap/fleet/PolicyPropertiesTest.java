package dev.fleetbooking.bootstrap.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.kit.WhatToDo;
import dev.fleetbooking.domain.booking.BookingPolicy;
import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@WhatToDo("docs/recipes/change-a-policy.md has the steps of a rule with a setting")
class PolicyPropertiesTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner().withUserConfiguration(Properties.class);

    @Test
    void whatIsNotConfiguredKeepsTheDefault() {
        context.run(started -> assertThat(started.getBean(PolicyProperties.class).bookingPolicy())
                .isEqualTo(BookingPolicy.DEFAULT));
    }

    @Test
    void everyLimitOfABookingCanBeConfigured() {
        context.withPropertyValues(
                        "fleet.policy.minimum-booking=PT2H",
                        "fleet.policy.maximum-booking=PT48H",
                        "fleet.policy.booking-horizon=P6M",
                        "fleet.policy.day-grace=PT59M",
                        "fleet.policy.hold-duration=PT5M",
                        "fleet.policy.lateness-horizon=PT6H")
                .run(started -> assertThat(started.getBean(PolicyProperties.class).bookingPolicy())
                        .isEqualTo(new BookingPolicy(
                                Duration.ofHours(2), Duration.ofHours(48), Period.ofMonths(6), Duration.ofMinutes(59),
                                Duration.ofMinutes(5), Duration.ofHours(6))));
    }

    @Test
    void aPolicyThatContradictsItselfEndsTheStart() {
        context.withPropertyValues("fleet.policy.minimum-booking=PT48H", "fleet.policy.maximum-booking=PT24H")
                .run(started -> assertThat(started).getFailure().rootCause()
                        .hasMessageContaining("must not have a maximum below the minimum"));
    }

    @EnableConfigurationProperties(PolicyProperties.class)
    static class Properties {
    }
}
