package dev.fleetbooking.application.kit;

import java.util.Optional;

/**
 * Asks for a part of a list.
 *
 * @param after the key of the last item seen; empty for the first page
 * @param limit the maximum number of items, 1 or more
 * @param <K>   the unique key that the list is ordered by
 */
public record PageRequest<K>(Optional<K> after, int limit) {
}
