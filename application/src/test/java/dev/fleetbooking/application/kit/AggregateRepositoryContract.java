package dev.fleetbooking.application.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of every {@link Repository}, and of its list by id. */
public interface AggregateRepositoryContract<I, A> extends StoreContract {

    Repository<I, A> repository();

    /** A page of all of them. */
    Page<A> list(PageRequest<I> page);

    /** An id greater than all before. */
    I newId();

    I id(A aggregate);

    /** A new aggregate, not stored, whose references are stored. */
    A newOne();

    /** Adds one, with what must be stored beside it. */
    void store(A added);

    /** Changes one that was found for update, and what is stored beside it. */
    A changed(A found);

    @Test
    default void whatIsUnknownIsNotFound() {
        var unknown = newId();

        assertThat(inTransaction(() -> repository().find(unknown))).isEmpty();
        assertThat(inTransaction(() -> repository().findForUpdate(unknown))).isEmpty();
    }

    @Test
    default void anUpdateIsSeenInTheSameTransactionAndAfterItWithTheNextVersion() {
        var added = stored(newOne());

        var updated = inTransaction(() -> {
            var changed = changed(foundForUpdate(added));
            var result = repository().update(changed);
            assertThat(result).usingRecursiveComparison().ignoringFields("version").isEqualTo(changed);
            assertThat(repository().find(id(added))).contains(result);
            return result;
        });

        assertThat(updated).isNotEqualTo(added).extracting("version").isEqualTo(1L);
        assertThat(found(added)).contains(updated);
    }

    @Test
    default void anUpdateOfAStaleVersionFailsAndChangesNothing() {
        var stale = stored(newOne());
        var current = inTransaction(() -> repository().update(changed(foundForUpdate(stale))));

        assertFails(() -> {
            foundForUpdate(stale);
            repository().update(changed(stale));
        });

        assertThat(found(stale)).contains(current);
    }

    @Test
    default void aTransactionThatEndsInAnExceptionChangesNothing() {
        var added = stored(newOne());
        var other = newOne();

        assertFails(() -> {
            repository().update(changed(foundForUpdate(added)));
            store(other);
            throw new IllegalStateException("roll back");
        });

        assertThat(found(added)).contains(added);
        assertThat(found(other)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 100})
    default void aListIsInTheOrderOfIdsAndWholeWhateverTheSizeOfItsPages(int limit) {
        var added = Stream.generate(this::newOne).limit(5).toList();
        added.reversed().forEach(this::stored);

        assertThat(allPages(limit, this::list, this::id)).isEqualTo(added);
    }

    @Test
    default void aListOfNothingIsEmpty() {
        assertThat(inTransaction(() -> list(first(20)))).isEqualTo(new Page<>(List.of(), false));
    }

    @Test
    default void aPageStartsAfterItsKeyEvenIfNothingHasThatKey() {
        stored(newOne());
        var key = newId();
        var after = stored(newOne());

        assertThat(inTransaction(() -> list(new PageRequest<>(Optional.of(key), 20))).items()).containsExactly(after);
    }

    default Optional<A> found(A aggregate) {
        return inTransaction(() -> repository().find(id(aggregate)));
    }

    private A foundForUpdate(A aggregate) {
        return repository().findForUpdate(id(aggregate)).orElseThrow();
    }

    private A stored(A added) {
        commit(() -> store(added));
        return added;
    }
}
