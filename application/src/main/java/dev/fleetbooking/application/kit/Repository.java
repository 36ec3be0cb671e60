package dev.fleetbooking.application.kit;

import java.util.Optional;

/**
 * Stores the aggregates of one kind.
 *
 * @param <I> their ids
 * @param <A> the aggregates
 */
public interface Repository<I, A> {

    /** Adds a new one. */
    void add(A added);

    /** The one with this id, if there is one. */
    Optional<A> find(I id);

    /** The same; until the call of the use case ends, nobody else changes it. */
    Optional<A> findForUpdate(I id);

    /** Replaces one that was found for update, and returns it with its next version. */
    A update(A changed);
}
