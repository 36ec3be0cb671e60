package dev.fleetbooking.bootstrap.usecase;

import dev.fleetbooking.application.booking.ExpireLapsedHolds;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tidies up what has lapsed or grown old. No answer depends on it, and instances that do it at the same time wait for each
 * other's rows and find nothing left.
 */
@Component
@EnableScheduling
@ConditionalOnBooleanProperty(name = "fleet.housekeeping.enabled", matchIfMissing = true)
class Housekeeping {

    private final ExpireLapsedHolds expireLapsedHolds;
    private final IdempotentTransactions idempotentTransactions;

    Housekeeping(ExpireLapsedHolds expireLapsedHolds, IdempotentTransactions idempotentTransactions) {
        this.expireLapsedHolds = expireLapsedHolds;
        this.idempotentTransactions = idempotentTransactions;
    }

    @Scheduled(fixedDelayString = "${fleet.housekeeping.interval:PT1M}")
    void tidyUp() {
        int expired;
        do {
            expired = expireLapsedHolds.expire();
        } while (expired > 0);
        idempotentTransactions.forgetOldAnswers();
    }
}
