package dev.fleetbooking.application.access;

import dev.fleetbooking.domain.access.Caller;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.RefusedException;

/** Knows on whose behalf the running call was made: a driven port, so that no driving port has to pass the caller on. */
@FunctionalInterface
public interface CurrentCaller {

    /** @throws RefusedException with {@link CommonRefusal.Forbidden} if the caller has no role */
    Caller get();
}
