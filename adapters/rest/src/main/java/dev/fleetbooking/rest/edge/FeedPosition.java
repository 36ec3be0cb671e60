package dev.fleetbooking.rest.edge;

import java.util.Set;

/** Which part of the feed of events a caller asks for: it needs no cursor, because its sequences are no secret. */
public record FeedPosition(long after, int limit) {

    public static final String AFTER = "after";

    static final Set<String> PARAMETERS = Set.of(AFTER, Paging.LIMIT);
}
