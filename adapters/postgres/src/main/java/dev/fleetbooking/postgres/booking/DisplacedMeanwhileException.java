package dev.fleetbooking.postgres.booking;

import dev.fleetbooking.postgres.kit.RunAgainException;

/** A booking moved to another car while its car was waited for. Run again as a whole, the call finds it there. */
public class DisplacedMeanwhileException extends RunAgainException {

    private static final long serialVersionUID = 1L;

    public DisplacedMeanwhileException() {
        super("The booking was displaced while its car was waited for");
    }
}
