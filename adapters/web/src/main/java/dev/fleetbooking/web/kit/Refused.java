package dev.fleetbooking.web.kit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A refusal as a page shows it.
 *
 * @param details what stands in the way
 * @param choices what is possible instead
 */
public record Refused(String text, List<String> details, List<Choice> choices) {

    /** @param values the fields of the form that make it this choice */
    public record Choice(String label, Map<String, String> values) {

        /** The same fields in one, for a button; see {@link Form}. */
        public String take() {
            return new TreeMap<>(values).entrySet().stream().map(Object::toString).collect(Collectors.joining("&"));
        }
    }
}
