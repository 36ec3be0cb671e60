package dev.fleetbooking.domain.calendar;

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
        if (minutes < 0 || minutes > MAX_MINUTES) {
            throw new InvalidValueException("must be 0 to %d minutes".formatted(MAX_MINUTES));
        }
    }

    /** The same as elapsed time. */
    public Duration duration() {
        return Duration.ofMinutes(minutes);
    }
}
