package dev.fleetbooking.rest.edge;

import java.util.List;
import java.util.Optional;

/** One page of a list. */
public record PageResponse<T>(List<T> items, Optional<String> next) {
}
