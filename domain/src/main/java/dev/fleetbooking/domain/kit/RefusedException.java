package dev.fleetbooking.domain.kit;

/** Ends a call that is refused: nothing is changed, and {@link #refusal()} explains why. */
public final class RefusedException extends RuntimeException {

    private final transient Refusal refusal;

    RefusedException(Refusal refusal) {
        // A refusal is an answer, not a fault: its stack trace would be useless, and filling it costs more than the refusal.
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    /** Why the call is refused. */
    public Refusal refusal() {
        return refusal;
    }
}
