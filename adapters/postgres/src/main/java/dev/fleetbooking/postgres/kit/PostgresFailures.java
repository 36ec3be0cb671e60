package dev.fleetbooking.postgres.kit;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Classifies failures, whatever exceptions wrap them. It reads SQLSTATE and the constraint's name (PostgreSQL, appendix A and
 * "Error and Notice Message Fields"), and never the detail, which quotes rows of other customers.
 */
public final class PostgresFailures {

    /** deadlock_detected, serialization_failure. */
    private static final Set<String> RETRYABLE = Set.of("40P01", "40001");

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /**
     * HikariCP's message if a connection is used that it closed because it was lost; only the text identifies this failure.
     * When such a transaction is rolled back, it replaces the failure that the driver reported.
     */
    private static final String CLOSED_BY_THE_POOL = "Connection is closed";

    private PostgresFailures() {
    }

    /** Whether an immediate retry of the whole transaction may succeed. */
    public static boolean isRetryable(Throwable failure) {
        return causes(failure, RunAgainException.class).findAny().isPresent()
                || causes(failure, SQLException.class)
                        .map(SQLException::getSQLState)
                        .filter(Objects::nonNull) // exceptions of the pool may have none
                        .anyMatch(RETRYABLE::contains);
    }

    /**
     * Whether the database cannot be reached, has no resources or connections left, or the wait for a lock timed out.
     */
    public static boolean isUnavailable(Throwable failure) {
        return causes(failure, SQLException.class).anyMatch(PostgresFailures::meansUnavailable);
    }

    /** Whether the wait for a lock timed out, or too many calls were waiting for it. */
    public static boolean isLockUnavailable(Throwable failure) {
        return causes(failure, LockQueueFullException.class).findAny().isPresent()
                || causes(failure, SQLException.class).map(SQLException::getSQLState).anyMatch(LOCK_NOT_AVAILABLE::equals);
    }

    /** Whether the constraint with this name refused a row. */
    public static boolean violates(Throwable failure, String constraint) {
        return causes(failure, PSQLException.class)
                .map(PSQLException::getServerErrorMessage)
                .filter(Objects::nonNull)
                .map(ServerErrorMessage::getConstraint)
                .anyMatch(constraint::equals);
    }

    private static boolean meansUnavailable(SQLException failure) {
        var state = Objects.requireNonNullElse(failure.getSQLState(), "");
        return failure instanceof SQLTransientConnectionException // the pool is exhausted
                || CLOSED_BY_THE_POOL.equals(failure.getMessage())
                || state.startsWith("08") // connection exception
                || state.startsWith("53") // insufficient resources
                || state.startsWith("57P0") // the server starts or stops
                || state.equals(LOCK_NOT_AVAILABLE);
    }

    private static <E extends Throwable> Stream<E> causes(Throwable failure, Class<E> type) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).filter(type::isInstance).map(type::cast);
    }
}
