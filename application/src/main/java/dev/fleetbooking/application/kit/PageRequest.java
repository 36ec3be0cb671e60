package dev.fleetbooking.application.kit;

import java.util.Optional;

/**
 * Asks for a part of a list.
 *
 * @param after the key of the last item seen; empty for the first page
 * @param limit how many items at most, 1 or more
 * @param <K>   what the list is ordered by; unique
 */
public record PageRequest<K>(Optional<K> after, int limit) {
}
