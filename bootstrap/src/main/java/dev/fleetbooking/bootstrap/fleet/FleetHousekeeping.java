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
class FleetHousekeeping {

    private final ExpireLapsedHolds expireLapsedHolds;
    private final ListEvents listEvents;

    FleetHousekeeping(ExpireLapsedHolds expireLapsedHolds, ListEvents listEvents) {
        this.expireLapsedHolds = expireLapsedHolds;
        this.listEvents = listEvents;
    }

    @Scheduled(fixedDelayString = Housekeeping.INTERVAL)
    void expireLapsedHolds() {
        Housekeeping.tidy(() -> {
            while (expireLapsedHolds.expire() > 0) {
                // There may be more.
            }
        });
    }

    /** Whoever reads the feed gives the places, even if nothing is there to be seen; so the next reader has few of them to give. */
    @Scheduled(fixedDelayString = Housekeeping.INTERVAL)
    void placeEvents() {
        Housekeeping.tidy(() -> listEvents.list(new ListEvents.Query(Long.MAX_VALUE, Optional.empty(), 1)));
    }
}
