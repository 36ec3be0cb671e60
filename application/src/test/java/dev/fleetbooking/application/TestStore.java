package dev.fleetbooking.application;

import java.util.function.Supplier;

/** A store and the adapters on it. */
public interface TestStore {

    /** The adapters, which share this store. */
    Ports ports();

    /** Runs a call as one transaction, as the composition root does it with a use case. */
    <T> T inTransaction(Supplier<T> call);
}
