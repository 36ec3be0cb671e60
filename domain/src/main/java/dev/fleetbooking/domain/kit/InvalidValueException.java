package dev.fleetbooking.domain.kit;

/**
 * Thrown by a value that would break its own rule. It knows the rule but not the name of the field;
 * {@link Violations#check} adds that. If nothing catches it, stored data or code is wrong: a bug, not a refusal.
 */
public final class InvalidValueException extends RuntimeException {

    /** @param message the rule that is broken, as the end of a sentence that begins with the field: "must be …" */
    public InvalidValueException(String message) {
        super(message);
    }

    /**
     * Throws it unless the rule is kept.
     *
     * @param rule    as in the constructor; a format string if there are details
     * @param details the values of its format specifiers
     */
    public static void require(boolean kept, String rule, Object... details) {
        if (!kept) {
            throw new InvalidValueException(details.length == 0 ? rule : rule.formatted(details));
        }
    }
}
