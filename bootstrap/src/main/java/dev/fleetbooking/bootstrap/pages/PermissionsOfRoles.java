package dev.fleetbooking.bootstrap.pages;

import dev.fleetbooking.application.access.CurrentCaller;
import dev.fleetbooking.security.Rights;
import dev.fleetbooking.web.kit.Permissions;
import org.springframework.stereotype.Component;

/** The rights of the caller's role; everything without authentication. Left out with the pages. */
@Component
record PermissionsOfRoles(CurrentCaller callers) implements Permissions {

    @Override
    public boolean allows(String operation) {
        return callers.get().actor().map(actor -> Rights.TABLE.get(operation).contains(actor.role())).orElse(true);
    }
}
