package dev.fleetbooking.domain.history;

import dev.fleetbooking.domain.dealer.DealerId;
import java.util.UUID;

/** The subject of an event, and the dealer that it belongs to. */
public record Subject(Kind kind, UUID id, DealerId dealerId) {

    /** The kinds of things that have a history. */
    public enum Kind {
        BOOKING,
        MAINTENANCE_WINDOW,
        CAR
    }
}
