package dev.fleetbooking.application.kit;

import java.util.function.Supplier;

/** Runs calls as the composition root runs those of use cases. */
public interface Transactions {

    /** Makes a call one transaction: if it ends in an exception, nothing has changed. */
    <T> T run(Supplier<T> call, boolean readOnly);

    /** Makes a call that may change something one transaction. */
    default <T> T inTransaction(Supplier<T> call) {
        return run(call, false);
    }
}
