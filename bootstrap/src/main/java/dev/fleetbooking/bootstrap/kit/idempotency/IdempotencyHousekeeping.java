package dev.fleetbooking.bootstrap.kit.idempotency;

import dev.fleetbooking.bootstrap.kit.usecase.Housekeeping;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnBooleanProperty(name = Housekeeping.ENABLED, matchIfMissing = true)
record IdempotencyHousekeeping(IdempotentTransactions idempotentTransactions) {

    @Scheduled(fixedDelayString = Housekeeping.INTERVAL)
    void forgetOldAnswers() {
        Housekeeping.tidy(idempotentTransactions::forgetOldAnswers);
    }
}
