package dev.fleetbooking.postgres.booking;

import dev.fleetbooking.postgres.kit.RunAgainException;

/** The booking moved to another car while the call waited for the lock of its car. A retry of the whole call finds it there. */
public class DisplacedMeanwhileException extends RunAgainException {

    private static final long serialVersionUID = 1L;

    public DisplacedMeanwhileException() {
        super("The booking was displaced while its car was waited for");
    }
}
