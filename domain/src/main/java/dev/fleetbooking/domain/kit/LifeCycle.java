package dev.fleetbooking.domain.kit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A state machine as data: the one table that rules, diagrams and tests read.
 *
 * @param rows all transitions, in the order in which they are offered to callers
 * @param <S>  the statuses
 * @param <T>  the transitions
 */
public record LifeCycle<S extends Enum<S>, T extends Enum<T> & LifeCycle.Transition>(List<Row<S, T>> rows) {

    /** What moves a subject from one status to another. */
    public interface Transition {

        /** The name of the constant. */
        String name();

        /** The name callers use, for example {@code hand-over}. */
        default String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One row of the table.
     *
     * @param from        the status it starts from; empty where the transition creates the subject
     * @param requestable whether callers request the transition of an existing subject, by its label
     */
    public record Row<S, T>(Optional<S> from, T by, S to, boolean requestable) {

        /** A row whose transition creates the subject, so callers do not request it as a transition of an existing subject. */
        public static <S, T> Row<S, T> creating(T by, S to) {
            return new Row<>(Optional.empty(), by, to, false);
        }

        /** A row whose transition callers request. */
        public static <S, T> Row<S, T> of(S from, T by, S to) {
            return new Row<>(Optional.of(from), by, to, true);
        }

        /** A row whose transition happens by an edit or by time. */
        public static <S, T> Row<S, T> unrequested(S from, T by, S to) {
            return new Row<>(Optional.of(from), by, to, false);
        }

        private boolean startsFrom(S status) {
            return from.filter(status::equals).isPresent();
        }
    }

    public LifeCycle {
        rows = List.copyOf(rows);
    }

    /** The transitions that a caller may ask for from this status; their other conditions are not checked. */
    public List<T> allowedFrom(S status) {
        return rows.stream().filter(row -> row.startsFrom(status) && row.requestable()).map(Row::by).toList();
    }

    /** Whether the table has this transition from this status; its other conditions are not checked. */
    public boolean allows(S status, T transition) {
        return find(status, transition).isPresent();
    }

    /** Whether no transition leads out of this status. */
    public boolean isTerminal(S status) {
        return rows.stream().noneMatch(row -> row.startsFrom(status));
    }

    /** Whether the transition leads from another status to this one: requested again, it changes nothing. */
    public boolean isDone(S status, T transition) {
        return rows.stream().anyMatch(row -> row.by() == transition && row.to() == status && !row.startsFrom(status));
    }

    /**
     * The status that the transition leads to.
     *
     * @throws RefusedException with {@link CommonRefusal.InvalidTransition} where the table has no such row
     */
    public S next(S status, T transition) {
        return find(status, transition).map(Row::to).orElseThrow(() -> new CommonRefusal.InvalidTransition(
                status.name(), transition.label(), allowedFrom(status).stream().map(Transition::label).toList())
                .asException());
    }

    private Optional<Row<S, T>> find(S status, T transition) {
        return rows.stream().filter(row -> row.startsFrom(status) && row.by() == transition).findFirst();
    }
}
