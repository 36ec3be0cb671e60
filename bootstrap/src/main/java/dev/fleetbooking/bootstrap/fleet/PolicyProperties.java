package dev.fleetbooking.bootstrap.fleet;

import dev.fleetbooking.domain.booking.BookingPolicy;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The booking policy as it is configured; what is not set keeps the domain's default. */
@ConfigurationProperties("fleet.policy")
class PolicyProperties {

    private final BookingPolicy bookingPolicy;

    /** Makes the policy at once, so that Spring Boot reports a contradiction as what it is: a wrong configuration. */
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
