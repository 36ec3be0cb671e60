package dev.fleetbooking.domain.access;

import java.util.Locale;

/** What a caller is to the fleet. A caller with several roles acts in the first of them. */
public enum Role {
    FLEET_ADMIN,
    DEALER_STAFF,
    CUSTOMER;

    /** The name in tokens and in the API. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
