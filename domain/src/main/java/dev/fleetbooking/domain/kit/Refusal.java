package dev.fleetbooking.domain.kit;

/**
 * Something the service refuses, with the data that explains it. There are two families, both sealed: the refusals of
 * any service, and those of this one. Adapters translate each in an exhaustive switch without a default, so that a new
 * refusal does not compile until every adapter has an answer for it.
 */
public sealed interface Refusal permits CommonRefusal, ServiceRefusal {

    /** The exception that ends the call with this refusal. */
    default RefusedException asException() {
        return new RefusedException(this);
    }
}
