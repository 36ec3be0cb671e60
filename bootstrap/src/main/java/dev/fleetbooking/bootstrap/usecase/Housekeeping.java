package dev.fleetbooking.bootstrap.usecase;

import dev.fleetbooking.application.booking.ExpireLapsedHolds;
import dev.fleetbooking.application.history.ListEvents;
import dev.fleetbooking.application.kit.StoreUnavailableException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tidies up what has lapsed or grown old, and gives events their places. No answer depends on it, and instances that do it
 * at the same time wait for each other's rows and find nothing left.
 */
@Component
@EnableScheduling
@ConditionalOnBooleanProperty(name = "fleet.housekeeping.enabled", matchIfMissing = true)
class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final ExpireLapsedHolds expireLapsedHolds;
    private final IdempotentTransactions idempotentTransactions;
    private final ListEvents listEvents;

    Housekeeping(
            ExpireLapsedHolds expireLapsedHolds, IdempotentTransactions idempotentTransactions, ListEvents listEvents) {
        this.expireLapsedHolds = expireLapsedHolds;
        this.idempotentTransactions = idempotentTransactions;
        this.listEvents = listEvents;
    }

    @Scheduled(fixedDelayString = "${fleet.housekeeping.interval:PT1M}")
    void expireLapsedHolds() {
        tidy(() -> {
            while (expireLapsedHolds.expire() > 0) {
                // There may be more.
            }
        });
    }

    /** On its own, so that it is done even if the others fail. */
    @Scheduled(fixedDelayString = "${fleet.housekeeping.interval:PT1M}")
    void forgetOldAnswers() {
        tidy(idempotentTransactions::forgetOldAnswers);
    }

    /** Whoever looks gives the places, even if nothing is there to be seen; so the next reader has few of them to give. */
    @Scheduled(fixedDelayString = "${fleet.housekeeping.interval:PT1M}")
    void placeEvents() {
        tidy(() -> listEvents.list(new ListEvents.Query(Long.MAX_VALUE, Optional.empty(), 1)));
    }

    /** Without its trace, as it happens to all of them for as long as the database is away; the next time comes soon. */
    private static void tidy(Runnable work) {
        try {
            work.run();
        } catch (StoreUnavailableException unavailable) {
            LOG.warn("The store is unavailable: {}", String.valueOf(NestedExceptionUtils.getMostSpecificCause(unavailable)));
        }
    }
}
