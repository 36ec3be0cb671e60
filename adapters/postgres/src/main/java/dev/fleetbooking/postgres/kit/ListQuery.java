package dev.fleetbooking.postgres.kit;

import dev.fleetbooking.application.kit.Page;
import dev.fleetbooking.application.kit.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.PredicateSpecification;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;

/**
 * A list by id with optional filters. The SQL contains only the filters that are present, so that each combination can use
 * the index that suits it.
 *
 * @param <E> the entity
 */
public final class ListQuery<E> {

    private final JpaSpecificationExecutor<E> repository;
    private final List<PredicateSpecification<E>> predicates = new ArrayList<>();

    public ListQuery(JpaSpecificationExecutor<E> repository) {
        this.repository = repository;
    }

    public ListQuery<E> and(Optional<PredicateSpecification<E>> predicate) {
        predicate.ifPresent(predicates::add);
        return this;
    }

    public ListQuery<E> equal(String attribute, Optional<?> value) {
        return and(value.map(present -> (entity, sql) -> sql.equal(entity.get(attribute), present)));
    }

    public <V extends Comparable<V>> ListQuery<E> greaterThan(String attribute, Optional<V> value) {
        return and(value.map(present -> (entity, sql) -> sql.greaterThan(entity.get(attribute), present)));
    }

    public <V extends Comparable<V>> ListQuery<E> lessThan(String attribute, Optional<V> value) {
        return and(value.map(present -> (entity, sql) -> sql.lessThan(entity.get(attribute), present)));
    }

    public <K, T> Page<T> page(PageRequest<K> page, Function<K, UUID> id, Function<E, T> toDomain) {
        greaterThan("id", page.after().map(id));
        var oneMore = repository.findBy(
                PredicateSpecification.allOf(predicates),
                query -> query.sortBy(Sort.by("id")).limit(page.limit() + 1).all());
        return Page.of(oneMore.stream().map(toDomain).toList(), page.limit());
    }
}
