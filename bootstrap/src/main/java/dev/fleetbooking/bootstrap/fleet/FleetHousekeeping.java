package dev.fleetbooking.bootstrap.fleet;

import dev.fleetbooking.application.booking.ExpireLapsedHolds;
import dev.fleetbooking.application.history.ListEvents;
import dev.fleetbooking.bootstrap.kit.usecase.Housekeeping;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends holds that have lapsed, and gives events their places in the feed. Each on its own, so that none waits for the other. */
@Component
@ConditionalOnBooleanProperty(name = Housekeeping.ENABLED, matchIfMissing = true)
record FleetHousekeeping(ExpireLapsedHolds expireLapsedHolds, ListEvents listEvents) {

    @Scheduled(fixedDelayString = Housekeeping.INTERVAL)
    void endLapsedHolds() {
        Housekeeping.tidy(expireLapsedHolds::expire);
    }

    /** Reading the feed gives events their places, even past its end, so that the next reader has few of them to give. */
    @Scheduled(fixedDelayString = Housekeeping.INTERVAL)
    void placeEvents() {
        Housekeeping.tidy(() -> listEvents.list(new ListEvents.Query(Long.MAX_VALUE, Optional.empty(), 1)).size());
    }
}
