package dev.fleetbooking.rest.calendar;

import dev.fleetbooking.domain.calendar.Occupancy;
import java.time.Instant;
import java.util.UUID;

/** A booking or maintenance window that blocks a car. */
public record OccupancyResponse(Occupancy.Kind kind, UUID id, Instant start, Instant end) {

    public static OccupancyResponse of(Occupancy occupancy) {
        var use = occupancy.use();
        return new OccupancyResponse(occupancy.kind(), occupancy.ownerId(), use.start(), use.end());
    }
}
