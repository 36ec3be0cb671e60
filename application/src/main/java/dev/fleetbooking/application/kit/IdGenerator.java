package dev.fleetbooking.application.kit;

import java.util.UUID;

/** Generates the ids of everything that is created. */
public interface IdGenerator {

    /**
     * A new id: a UUID of version 7 (RFC 9562, section 5.7), greater than every one returned before, so that the order of
     * ids is the order of creation.
     */
    UUID next();
}
