package dev.fleetbooking.application;

import dev.fleetbooking.application.kit.Transactions;

/** A store and the adapters on it. */
public interface TestStore extends Transactions {

    /** The adapters, which share this store. */
    Ports ports();
}
