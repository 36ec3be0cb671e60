package dev.fleetbooking.security;

import java.util.Locale;

/** What a caller may do. A caller with several roles acts in the first of them. */
public enum Role {
    ADMIN,
    CLERK;

    /** The name in tokens. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
