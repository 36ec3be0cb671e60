package dev.fleetbooking.application.kit;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The counterpart of PostgreSQL for in-memory adapters, with the same rules. It throws {@link IllegalStateException} where
 * PostgreSQL would fail. Not thread-safe.
 *
 * @param <R> all data as one transaction sees it
 */
public abstract class InMemoryTransactions<R> implements Transactions {

    private final UnaryOperator<R> copy;
    private final Consumer<R> beforeCommit;
    private R committed;
    private Transaction running;

    /** @param beforeCommit completes the data, and fails if PostgreSQL would refuse to commit them */
    protected InMemoryTransactions(R empty, UnaryOperator<R> copy, Consumer<R> beforeCommit) {
        this.committed = empty;
        this.copy = copy;
        this.beforeCommit = beforeCommit;
    }

    @Override
    public <T> T run(Supplier<T> call, boolean readOnly) {
        if (running != null) {
            throw new IllegalStateException("a transaction is running already");
        }
        running = new Transaction(copy.apply(committed), readOnly);
        try {
            var result = call.get();
            committed = running.commit();
            return result;
        } finally {
            running = null;
        }
    }

    /** Runs a statement that changes and locks nothing. */
    public <T> T read(Function<R, T> statement) {
        return transaction().read(statement);
    }

    /** Runs a statement that changes or locks something. */
    public <T> T write(Function<R, T> statement) {
        return transaction().write(statement);
    }

    private Transaction transaction() {
        if (running == null) {
            throw new IllegalStateException("no transaction is running");
        }
        return running;
    }

    private final class Transaction {

        private final R rows;
        private final boolean readOnly;
        private boolean failed;

        Transaction(R rows, boolean readOnly) {
            this.rows = rows;
            this.readOnly = readOnly;
        }

        <T> T read(Function<R, T> statement) {
            requireUsable();
            return statement.apply(rows);
        }

        <T> T write(Function<R, T> statement) {
            requireUsable();
            if (readOnly) {
                throw new IllegalStateException("the transaction is read-only");
            }
            failed = true;
            var result = statement.apply(rows);
            failed = false;
            return result;
        }

        R commit() {
            requireUsable();
            beforeCommit.accept(rows);
            return rows;
        }

        private void requireUsable() {
            if (failed) {
                throw new IllegalStateException("the transaction has failed and can only be rolled back");
            }
        }
    }
}
