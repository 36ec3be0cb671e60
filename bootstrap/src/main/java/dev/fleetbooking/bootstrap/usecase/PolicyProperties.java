package dev.fleetbooking.bootstrap.usecase;

import dev.fleetbooking.domain.booking.BookingPolicy;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The booking policy as it is configured; what is not set keeps the domain's default. */
@ConfigurationProperties("fleet.policy")
record PolicyProperties(
        Optional<Duration> minimumBooking,
        Optional<Duration> maximumBooking,
        Optional<Period> bookingHorizon,
        Optional<Duration> dayGrace) {

    BookingPolicy bookingPolicy() {
        return new BookingPolicy(
                minimumBooking.orElse(BookingPolicy.DEFAULT.minimum()),
                maximumBooking.orElse(BookingPolicy.DEFAULT.maximum()),
                bookingHorizon.orElse(BookingPolicy.DEFAULT.horizon()),
                dayGrace.orElse(BookingPolicy.DEFAULT.dayGrace()));
    }
}
