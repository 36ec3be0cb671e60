package dev.fleetbooking.rest.kit.etag;

import dev.fleetbooking.domain.kit.Revision;

/** A response that gets an entity tag if it is the whole body of an answer, see {@link EntityTags}. */
public interface Revisioned {

    /** Identifies the state that is shown; not a part of the body. */
    Revision revision();
}
