package dev.fleetbooking.application.access;

import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Knows on whose behalf the running call was made: a driven port, so that no driving port has to pass the caller on. */
@FunctionalInterface
public interface CurrentCaller {

    /** @throws RefusedException with {@link CommonRefusal.Forbidden} if the caller has no role */
    Caller get();

    /**
     * The subject of a call, if it was found and the caller may know of it.
     *
     * @param dealerId the dealer that it belongs to
     * @param what     the kind of subject, as a noun
     * @throws RefusedException with {@link CommonRefusal.NotFound} otherwise, with {@link CommonRefusal.Forbidden} if the caller
     *                          has no role
     */
    default <T> T known(Optional<T> found, Function<T, DealerId> dealerId, String what, UUID id) {
        var caller = get();
        return found
                .filter(subject -> caller.knows(dealerId.apply(subject)))
                .orElseThrow(() -> new CommonRefusal.NotFound(what, id).asException());
    }
}
