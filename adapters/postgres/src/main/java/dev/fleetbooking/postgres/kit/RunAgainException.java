package dev.fleetbooking.postgres.kit;

import org.springframework.dao.PessimisticLockingFailureException;

/** Ends a transaction that may succeed if it is retried as a whole at once. */
public class RunAgainException extends PessimisticLockingFailureException {

    public RunAgainException(String message) {
        super(message);
    }
}
