package dev.fleetbooking.bootstrap.fleet;

import dev.fleetbooking.domain.booking.BookingPolicy;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The configured booking policy; properties that are not set keep the domain's defaults. */
@ConfigurationProperties("fleet.policy")
class PolicyProperties {

    private final BookingPolicy bookingPolicy;

    /** Creates the policy in the constructor, so that Spring Boot reports contradictory properties as a configuration error. */
    PolicyProperties(
            Optional<Duration> minimumBooking, Optional<Duration> maximumBooking, Optional<Period> bookingHorizon,
            Optional<Duration> dayGrace, Optional<Duration> holdDuration, Optional<Duration> latenessHorizon) {
        bookingPolicy = new BookingPolicy(
                minimumBooking.orElse(BookingPolicy.DEFAULT.minimum()),
                maximumBooking.orElse(BookingPolicy.DEFAULT.maximum()),
                bookingHorizon.orElse(BookingPolicy.DEFAULT.horizon()),
                dayGrace.orElse(BookingPolicy.DEFAULT.dayGrace()),
                holdDuration.orElse(BookingPolicy.DEFAULT.holdDuration()),
                latenessHorizon.orElse(BookingPolicy.DEFAULT.latenessHorizon()));
    }

    BookingPolicy bookingPolicy() {
        return bookingPolicy;
    }
}
