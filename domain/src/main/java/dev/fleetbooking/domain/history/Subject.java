package dev.fleetbooking.domain.history;

import java.util.UUID;

/** The subject of an event. */
public record Subject(Kind kind, UUID id) {

    /** The kinds of things that have a history. */
    public enum Kind {
        BOOKING,
        MAINTENANCE_WINDOW,
        CAR
    }
}
