package dev.fleetbooking.application.kit;

import java.util.List;

/**
 * A part of a list.
 *
 * @param hasNext whether items follow the last one
 */
public record Page<T>(List<T> items, boolean hasNext) {

    public Page {
        items = List.copyOf(items);
    }

    /** The same page of other items: one for each, in the same order. */
    public <R> Page<R> withItems(List<R> others) {
        return new Page<>(others, hasNext);
    }

    /** The page of the first items; the given items may contain one more, if there are more. */
    public static <T> Page<T> of(List<T> oneMore, int limit) {
        return oneMore.size() > limit ? new Page<>(oneMore.subList(0, limit), true) : new Page<>(oneMore, false);
    }
}
