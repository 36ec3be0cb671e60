package dev.fleetbooking.domain.kit;

/**
 * One rule that the input breaks.
 *
 * @param field   dotted path of the component of the command, for example {@code customer.email}
 * @param message the rule, as the end of a sentence that begins with the field: "must be …"
 */
public record Violation(String field, String message) {
}
