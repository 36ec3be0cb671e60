package dev.fleetbooking.security.kit;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Which operation needs which role, by the names of the roles in tokens. The service gives them as a bean.
 *
 * @param handlers the roles of each operation and page, by the name of the method that handles it; none if anybody may call it,
 *                 without a token. What is not named is denied to everybody
 * @param paths    the same for paths that Spring MVC does not handle
 * @param admin    the role that may call all that is neither named nor below {@code /api}, such as metrics
 */
public record AccessRules(Map<String, Set<String>> handlers, Map<String, Set<String>> paths, String admin) {

    /** @param label the name of a role in tokens */
    public static <R> AccessRules of(
            Map<String, Set<R>> handlers, Map<String, Set<R>> paths, R admin, Function<R, String> label) {
        return new AccessRules(named(handlers, label), named(paths, label), label.apply(admin));
    }

    private static <R> Map<String, Set<String>> named(Map<String, Set<R>> table, Function<R, String> label) {
        return table.entrySet().stream().collect(toUnmodifiableMap(
                Map.Entry::getKey, row -> row.getValue().stream().map(label).collect(toUnmodifiableSet())));
    }
}
