package dev.fleetbooking.rest.maintenance;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.fleetbooking.application.maintenance.PlanMaintenance;
import java.util.Locale;

/** What is done about conflicting bookings, as named in the API. */
enum OnConflict {
    REJECT,
    DISPLACE;

    PlanMaintenance.OnConflict toCommand() {
        return PlanMaintenance.OnConflict.valueOf(name());
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
