package dev.fleetbooking.security;

import static dev.fleetbooking.security.Role.ADMIN;
import static dev.fleetbooking.security.Role.CLERK;
import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/** Which operation needs which role. An operation has the name of the method that handles it. */
public final class Rights {

    /** Anybody may call it, without a token. */
    public static final Set<Role> PUBLIC = Set.of();

    private static final Set<Role> EVERYBODY = Set.of(ADMIN, CLERK);
    private static final Set<Role> ADMINS = Set.of(ADMIN);

    /** An operation that is not in the table is denied to everybody. */
    public static final Map<String, Set<Role>> TABLE = Map.ofEntries(
            entry("addMeetingRoom", ADMINS),
            entry("listMeetingRooms", EVERYBODY),
            entry("getMeetingRoom", EVERYBODY),
            entry("findAvailableMeetingRooms", EVERYBODY),

            entry("makeRoomReservation", EVERYBODY),
            entry("listRoomReservations", EVERYBODY),
            entry("getRoomReservation", EVERYBODY),
            entry("cancelRoomReservation", EVERYBODY),
            entry("listRoomReservationEvents", EVERYBODY),

            entry("getProblemType", PUBLIC));

    private Rights() {
    }
}
