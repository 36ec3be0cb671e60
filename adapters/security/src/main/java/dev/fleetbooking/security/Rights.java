package dev.fleetbooking.security;

import static dev.fleetbooking.domain.access.Role.CUSTOMER;
import static dev.fleetbooking.domain.access.Role.DEALER_STAFF;
import static dev.fleetbooking.domain.access.Role.FLEET_ADMIN;
import static java.util.Map.entry;

import dev.fleetbooking.domain.access.Role;
import dev.fleetbooking.security.kit.AccessRules;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which operation needs which role. An operation has the name of the method that handles it, which is also its
 * {@code operationId} in {@code docs/openapi.yaml}; so has a page. On whose dealers, cars and bookings a caller may work is not
 * decided here but by the use cases.
 */
public final class Rights {

    /** Anybody may call it, without a token. */
    public static final Set<Role> PUBLIC = Set.of();

    private static final Set<Role> EVERYBODY = Set.of(FLEET_ADMIN, DEALER_STAFF, CUSTOMER);
    private static final Set<Role> STAFF = Set.of(FLEET_ADMIN, DEALER_STAFF);
    private static final Set<Role> ADMIN = Set.of(FLEET_ADMIN);

    /** An operation that is not in the table is denied to everybody. */
    public static final Map<String, Set<Role>> TABLE = Map.ofEntries(
            entry("registerDealer", ADMIN),
            entry("listDealers", EVERYBODY),
            entry("getDealer", EVERYBODY),
            entry("changeDealer", STAFF),

            entry("addCar", STAFF),
            entry("listCars", EVERYBODY),
            entry("getCar", EVERYBODY),
            entry("changeCar", STAFF),

            entry("findAvailableCars", EVERYBODY),
            entry("explainAvailability", EVERYBODY),

            entry("bookCar", EVERYBODY),
            entry("listBookings", EVERYBODY),
            entry("getBooking", EVERYBODY),
            entry("changeBooking", EVERYBODY),
            entry("confirmBooking", EVERYBODY),
            entry("cancelBooking", EVERYBODY),
            entry("handOverCar", STAFF),
            entry("returnCar", STAFF),
            entry("recordNoShow", STAFF),

            entry("planMaintenance", STAFF),
            entry("listMaintenanceWindows", STAFF),
            entry("getMaintenanceWindow", STAFF),
            entry("changeMaintenance", STAFF),
            entry("startMaintenance", STAFF),
            entry("completeMaintenance", STAFF),
            entry("cancelMaintenance", STAFF),

            entry("listEvents", STAFF),
            entry("listBookingEvents", STAFF),

            entry("getProblemType", PUBLIC));

    /** The same for pages and for calendars to subscribe to, which are no operations of the API. */
    public static final Map<String, Set<Role>> PAGES = Map.of(
            "showTimeline", EVERYBODY, "showLoggedOut", PUBLIC, "showRefused", PUBLIC,
            "getCarCalendar", STAFF, "getDealerCalendar", STAFF);

    /** The same for paths that Spring MVC does not handle. A tool of {@code /mcp} needs the rights of its operation too. */
    private static final Map<String, Set<Role>> PATHS = Map.of("/mcp", EVERYBODY);

    private Rights() {
    }

    static AccessRules rules() {
        var handlers = new HashMap<>(TABLE);
        handlers.putAll(PAGES);
        return AccessRules.of(handlers, PATHS, FLEET_ADMIN, Role::label);
    }
}
