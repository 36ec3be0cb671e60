package dev.fleetbooking.bootstrap.kit.database;

/** The embedded PostgreSQL cannot be used; says what happened and what to do about it. */
final class EmbeddedDatabaseException extends RuntimeException {

    private final String action;

    EmbeddedDatabaseException(String description, String action, Throwable cause) {
        super(description, cause);
        this.action = action;
    }

    String action() {
        return action;
    }
}
