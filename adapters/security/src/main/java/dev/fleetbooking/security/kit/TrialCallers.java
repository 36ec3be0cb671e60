package dev.fleetbooking.security.kit;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Those whose tokens the service prints, if it is started with trial tokens. The service gives them as a bean. */
@FunctionalInterface
public interface TrialCallers extends Supplier<List<TrialCallers.TrialCaller>> {

    /**
     * One of them.
     *
     * @param variable    the variable of the shell that gets the token
     * @param description who it is, in a line
     * @param claims      claims besides the account and the role
     */
    record TrialCaller(String variable, String description, String account, String role, Map<String, String> claims) {
    }
}
