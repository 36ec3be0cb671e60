package dev.fleetbooking.domain.car;

import static dev.fleetbooking.domain.kit.InvalidValueException.require;

import dev.fleetbooking.domain.kit.InvalidValueException;
import java.time.Instant;
import java.time.ZoneOffset;

/** The year of a car's model. */
public record ModelYear(int value) {

    public static final int EARLIEST = 1950;

    /** @throws InvalidValueException if it is before {@value #EARLIEST} */
    public ModelYear {
        require(value >= EARLIEST, "must be %d or later", EARLIEST);
    }

    /**
     * The model year of a car that is added now: models are sold ahead of their year, but not by more than one.
     *
     * @throws InvalidValueException as the constructor does, and if it is later than next year (UTC)
     */
    public static ModelYear of(int value, Instant now) {
        var nextYear = now.atOffset(ZoneOffset.UTC).getYear() + 1;
        require(value <= nextYear, "must be %d or earlier", nextYear);
        return new ModelYear(value);
    }
}
