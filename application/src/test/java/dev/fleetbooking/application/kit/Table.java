package dev.fleetbooking.application.kit;

import static java.util.Comparator.comparing;

import java.util.Comparator;
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
public final class Table<T> {

    /** PostgreSQL's order, from which UUID.compareTo differs if the first bit is set: in version 7 from the year 6429 on. */
    private static final Comparator<UUID> ORDER = comparing(UUID::toString);

    private final Function<T, UUID> id;
    private final ToLongFunction<T> version;
    private final UnaryOperator<T> withNextVersion;
    private final NavigableMap<UUID, T> rows = new TreeMap<>(ORDER);
    private final Set<UUID> foundForUpdate = new HashSet<>();

    public Table(Function<T, UUID> id, ToLongFunction<T> version, UnaryOperator<T> withNextVersion) {
        this.id = id;
        this.version = version;
        this.withNextVersion = withNextVersion;
    }

    public void putAll(Table<T> other) {
        rows.putAll(other.rows);
    }

    public Stream<T> all() {
        return rows.values().stream();
    }

    public Optional<T> find(UUID key) {
        return Optional.ofNullable(rows.get(key));
    }

    public Optional<T> findForUpdate(UUID key) {
        foundForUpdate.add(key);
        return find(key);
    }

    public boolean isFoundForUpdate(UUID key) {
        return foundForUpdate.contains(key);
    }

    public void add(T row) {
        if (rows.putIfAbsent(id.apply(row), row) != null) {
            throw new IllegalStateException("exists already: " + row);
        }
    }

    public T update(T row) {
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

    public <K> Page<T> page(Predicate<T> filter, PageRequest<K> page, Function<K, UUID> afterId) {
        var rest = page.after().map(after -> rows.tailMap(afterId.apply(after), false)).orElse(rows);
        return Page.of(rest.values().stream().filter(filter).limit(page.limit() + 1L).toList(), page.limit());
    }
}
