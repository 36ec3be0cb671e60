package dev.fleetbooking.domain.kit.time;

import static dev.fleetbooking.domain.kit.InvalidValueException.require;

import dev.fleetbooking.domain.kit.InvalidValueException;
import java.time.ZoneId;
import java.util.Set;

/** The time zones that a dealer may have: those of the JDK with a region id, and {@code UTC}. */
public final class TimeZones {

    // Once, because a library may register zones of its own later, and because the JDK copies its 600 ids on each call.
    private static final Set<String> IDS = Set.copyOf(ZoneId.getAvailableZoneIds());

    private TimeZones() {
    }

    /**
     * The zone with this id.
     *
     * @param id from the IANA time zone database, for example {@code Europe/Berlin}
     * @throws InvalidValueException if the JDK has none; a plain offset such as {@code +01:00} is not a zone
     */
    public static ZoneId of(String id) {
        require(IDS.contains(id), "must be an IANA time zone such as Europe/Berlin");
        return ZoneId.of(id);
    }
}
