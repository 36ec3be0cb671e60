package dev.fleetbooking.bootstrap.fleet;

import dev.fleetbooking.application.booking.ExpireLapsedHolds;
import dev.fleetbooking.application.history.ListEvents;
import dev.fleetbooking.bootstrap.kit.usecase.Housekeeping;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends lapsed holds, and numbers new events of the feed. The two jobs are separate, so that neither waits for the other. */
@Component
record FleetHousekeeping(ExpireLapsedHolds expireLapsedHolds, ListEvents listEvents) {

    @Scheduled(fixedDelayString = Housekeeping.INTERVAL)
    void endLapsedHolds() {
        Housekeeping.tidy(expireLapsedHolds::expire);
    }

    /** Reading the feed numbers new events, even if it reads past the end, so that the next reader has few to number. */
    @Scheduled(fixedDelayString = Housekeeping.INTERVAL)
    void numberEvents() {
        Housekeeping.tidy(() -> listEvents.list(new ListEvents.Query(Long.MAX_VALUE, Optional.empty(), 1)).size());
    }
}
