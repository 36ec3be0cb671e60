package dev.fleetbooking.domain.calendar;

import static dev.fleetbooking.domain.kit.InvalidValueException.require;

import dev.fleetbooking.domain.kit.InvalidValueException;
import java.time.Duration;

/**
 * The dealer's cleaning time, which blocks a car after each booking.
 *
 * @param minutes 0 to 1440
 */
public record Turnaround(int minutes) {

    public static final int MAX_MINUTES = 1440;
    public static final Turnaround NONE = new Turnaround(0);

    /** @throws InvalidValueException if it is negative or longer than a day */
    public Turnaround {
        require(minutes >= 0 && minutes <= MAX_MINUTES, "must be 0 to %d minutes", MAX_MINUTES);
    }

    /** The same as elapsed time. */
    public Duration duration() {
        return Duration.ofMinutes(minutes);
    }
}
