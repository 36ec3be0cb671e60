package dev.fleetbooking.web.kit;

/** What the caller may do, so that pages offer nothing else. The application that uses this adapter provides a bean. */
public interface Permissions {

    /** @param operation the name of the method that handles it */
    boolean allows(String operation);
}
