package dev.fleetbooking.application.inmemory;

import static java.util.Comparator.comparing;

import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The aggregates of one kind, by id, as one transaction sees them, and which of them it has found for update. */
final class Table<T> {

    private final Function<T, UUID> id;
    private final ToLongFunction<T> version;
    private final UnaryOperator<T> withNextVersion;
    private final NavigableMap<UUID, T> rows;
    private final Set<UUID> foundForUpdate = new HashSet<>();

    Table(Function<T, UUID> id, ToLongFunction<T> version, UnaryOperator<T> withNextVersion) {
        // PostgreSQL's order, from which UUID.compareTo differs if the first bit is set: in version 7 from the year 6429 on.
        this(id, version, withNextVersion, new TreeMap<>(comparing(UUID::toString)));
    }

    private Table(
            Function<T, UUID> id, ToLongFunction<T> version, UnaryOperator<T> withNextVersion, NavigableMap<UUID, T> rows) {
        this.id = id;
        this.version = version;
        this.withNextVersion = withNextVersion;
        this.rows = rows;
    }

    Table<T> copy() {
        return new Table<>(id, version, withNextVersion, new TreeMap<>(rows));
    }

    Stream<T> all() {
        return rows.values().stream();
    }

    Optional<T> find(UUID key) {
        return Optional.ofNullable(rows.get(key));
    }

    Optional<T> findForUpdate(UUID key) {
        foundForUpdate.add(key);
        return find(key);
    }

    boolean isFoundForUpdate(UUID key) {
        return foundForUpdate.contains(key);
    }

    void add(T row) {
        if (rows.putIfAbsent(id.apply(row), row) != null) {
            throw new IllegalStateException("exists already: " + row);
        }
    }

    T update(T row) {
        var key = id.apply(row);
        if (!isFoundForUpdate(key)) {
            throw new IllegalStateException("was not found for update: " + row);
        }
        if (find(key).filter(current -> version.applyAsLong(current) == version.applyAsLong(row)).isEmpty()) {
            throw new IllegalStateException("is stale: " + row);
        }
        var next = withNextVersion.apply(row);
        rows.put(key, next);
        return next;
    }

    <K> Page<T> page(Predicate<T> filter, PageRequest<K> page, Function<K, UUID> afterId) {
        var rest = page.after().map(after -> rows.tailMap(afterId.apply(after), false)).orElse(rows);
        return Page.of(rest.values().stream().filter(filter).limit(page.limit() + 1L).toList(), page.limit());
    }
}
