package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.Ports;
import dev.fleetbooking.application.TestStore;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The counterpart of PostgreSQL for the in-memory adapters, with the same rules. It throws {@link IllegalStateException} where
 * PostgreSQL would fail, and if a caller violates the Javadoc of a port. Not thread-safe.
 */
public final class InMemoryStore implements TestStore {

    private Rows committed = Rows.none();
    private Transaction running;

    @Override
    public Ports ports() {
        return new Ports(
                new InMemoryDealerRepository(this),
                new InMemoryCarRepository(this),
                new InMemoryBookingRepository(this),
                new InMemoryMaintenanceWindowRepository(this),
                new InMemoryOccupancyRepository(this),
                new InMemoryAvailableCarRepository(this),
                new InMemoryEventRepository(this));
    }

    /** Makes a call one transaction: if it ends in an exception, nothing has changed. */
    @Override
    public <T> T inTransaction(Supplier<T> call) {
        return run(call, false);
    }

    /** The same for a call that must not change anything. */
    public <T> T inReadOnlyTransaction(Supplier<T> call) {
        return run(call, true);
    }

    /** The same for either kind of call. */
    <T> T run(Supplier<T> call, boolean readOnly) {
        if (running != null) {
            throw new IllegalStateException("a transaction is running already");
        }
        running = new Transaction(committed.copy(), readOnly);
        try {
            var result = call.get();
            committed = running.commit();
            return result;
        } finally {
            running = null;
        }
    }

    <R> R read(Function<Rows, R> statement) {
        return transaction().read(statement);
    }

    <R> R write(Function<Rows, R> statement) {
        return transaction().write(statement);
    }

    private Transaction transaction() {
        if (running == null) {
            throw new IllegalStateException("no transaction is running");
        }
        return running;
    }

    private static final class Transaction {

        private final Rows rows;
        private final boolean readOnly;
        private boolean failed;

        Transaction(Rows rows, boolean readOnly) {
            this.rows = rows;
            this.readOnly = readOnly;
        }

        <R> R read(Function<Rows, R> statement) {
            requireUsable();
            return statement.apply(rows);
        }

        /** Locks count as writes, as they do in PostgreSQL. */
        <R> R write(Function<Rows, R> statement) {
            requireUsable();
            if (readOnly) {
                throw new IllegalStateException("the transaction is read-only");
            }
            failed = true;
            var result = statement.apply(rows);
            failed = false;
            return result;
        }

        Rows commit() {
            requireUsable();
            rows.requireConsistency();
            rows.placeEvents();
            return rows;
        }

        private void requireUsable() {
            if (failed) {
                throw new IllegalStateException("the transaction has failed and can only be rolled back");
            }
        }
    }
}
