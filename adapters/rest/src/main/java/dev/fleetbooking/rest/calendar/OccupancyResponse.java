package dev.fleetbooking.rest.calendar;

import dev.fleetbooking.domain.calendar.Occupancy;
import java.time.Instant;
import java.util.UUID;

/** A booking or maintenance window that blocks a car, and the whole time for which it does, including the turnaround. */
public record OccupancyResponse(Occupancy.Kind kind, UUID id, Instant start, Instant end) {

    public static OccupancyResponse of(Occupancy occupancy) {
        var blocked = occupancy.blocked();
        return new OccupancyResponse(occupancy.kind(), occupancy.ownerId(), blocked.start(), blocked.end());
    }
}
