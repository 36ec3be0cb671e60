package dev.fleetbooking.application.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fleetbooking.domain.kit.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the contract tests of all driven ports share. An adapter passes a contract by implementing it with its store. Contracts
 * of this kit are interfaces, so that the service's own base class can provide what it stores.
 */
public interface StoreContract {

    /** The same one during a test, empty at its start. */
    Transactions store();

    default <T> T inTransaction(Supplier<T> call) {
        return store().inTransaction(call);
    }

    /** Runs a change as one transaction. */
    default void commit(Runnable change) {
        inTransaction(() -> {
            change.run();
            return null;
        });
    }

    /** The store itself must refuse the change, immediately or when the transaction ends; the exception does not matter. */
    default void assertFails(Runnable change) {
        assertThat(catchThrowable(() -> commit(change))).isNotNull().isNotInstanceOfAny(RefusedException.class, Error.class);
    }

    /** The first page with at most this number of items. */
    default <K> PageRequest<K> first(int limit) {
        return new PageRequest<>(Optional.empty(), limit);
    }

    /** The whole list, fetched page by page. */
    default <T, K> List<T> allPages(int limit, Function<PageRequest<K>, Page<T>> list, Function<T, K> key) {
        var items = new ArrayList<T>();
        var after = Optional.<K>empty();
        while (true) {
            var request = new PageRequest<>(after, limit);
            var page = inTransaction(() -> list.apply(request));
            assertThat(page.items()).hasSizeBetween(page.hasNext() ? limit : 0, limit);
            items.addAll(page.items());
            assertThat(items).doesNotHaveDuplicates();
            if (!page.hasNext()) {
                return items;
            }
            after = Optional.of(key.apply(page.items().getLast()));
        }
    }
}
