package dev.fleetbooking.rest.kit.paging;

import java.util.List;
import java.util.Optional;

public record PageResponse<T>(List<T> items, Optional<String> next) {
}
