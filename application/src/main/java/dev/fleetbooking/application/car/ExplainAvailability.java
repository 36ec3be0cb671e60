package dev.fleetbooking.application.car;

import dev.fleetbooking.domain.calendar.CalendarEntry;
import dev.fleetbooking.domain.calendar.CarCalendar;
import dev.fleetbooking.domain.car.Availability;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import dev.fleetbooking.domain.pricing.Quote;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Explains whether one car is available from one instant to another, and what is possible instead. */
public interface ExplainAvailability {

    /** The longest window. */
    Duration MAX_WINDOW = Duration.ofDays(92);

    /**
     * @throws RefusedException with {@link CommonRefusal.NotFound} if there is no such car, with
     *                          {@link CommonRefusal.ValidationFailed} if the window does not end after it starts or is longer
     *                          than {@link #MAX_WINDOW}
     */
    Explanation explain(Query query);

    /** The car and the window; its bounds need not be whole minutes. */
    record Query(CarId carId, Instant from, Instant to) {
    }

    /**
     * The answer.
     *
     * @param busy              what overlaps the window, whole, by start
     * @param free              the window without the busy periods
     * @param nextAvailableFrom see {@link dev.fleetbooking.domain.booking.BookingPolicy#earliestStart}
     * @param quote             present if the window could also be booked
     */
    record Explanation(
            Query query,
            Availability availability,
            List<CalendarEntry> busy,
            List<CarCalendar.Gap> free,
            Optional<Instant> nextAvailableFrom,
            Optional<Quote> quote) {
    }
}
