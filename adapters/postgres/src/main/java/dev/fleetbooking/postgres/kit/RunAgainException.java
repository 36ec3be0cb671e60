package dev.fleetbooking.postgres.kit;

import org.springframework.dao.PessimisticLockingFailureException;

/** Ends a transaction that may succeed at once if it is run again as a whole. */
public class RunAgainException extends PessimisticLockingFailureException {

    private static final long serialVersionUID = 1L;

    public RunAgainException(String message) {
        super(message);
    }
}
