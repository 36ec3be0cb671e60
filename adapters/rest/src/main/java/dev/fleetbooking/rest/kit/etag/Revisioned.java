package dev.fleetbooking.rest.kit.etag;

import dev.fleetbooking.domain.kit.Revision;

/** A response that has an entity tag where it is the whole answer, see {@link EntityTags}. */
public interface Revisioned {

    /** Names the state that is shown; no part of the body. */
    Revision revision();
}
