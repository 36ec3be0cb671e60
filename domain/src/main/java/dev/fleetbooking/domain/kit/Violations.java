package dev.fleetbooking.domain.kit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Collects all rules that the input of one call breaks, so that the caller gets them at once.
 *
 * <p>A value that was refused is {@code null} until {@link #refuseIfAny()}, which then ends the call: build
 * objects of several checked values after it.
 */
public final class Violations {

    private final List<Violation> found = new ArrayList<>();

    /** Creates a value; a refusal is noted under the field's name, and null returned. */
    public <T> T check(String field, Supplier<T> value) {
        try {
            return value.get();
        } catch (InvalidValueException refused) {
            add(field, refused.getMessage());
            return null;
        }
    }

    /** Notes a broken rule; see {@link Violation} for the form of the message. */
    public void add(String field, String message) {
        found.add(new Violation(field, message));
    }

    /**
     * Notes the rule under the field's name unless it is kept.
     *
     * @param rule    has the form of the message in {@link #add}; a format string if there are details
     * @param details the values of its format specifiers
     */
    public void require(boolean kept, String field, String rule, Object... details) {
        if (!kept) {
            add(field, details.length == 0 ? rule : rule.formatted(details));
        }
    }

    /** Notes a later bound that does not lie after the earlier one; either may be absent. */
    public void requireOrder(String earlierField, Optional<Instant> earlier, String laterField, Optional<Instant> later) {
        if (earlier.isPresent() && later.isPresent() && !earlier.get().isBefore(later.get())) {
            add(laterField, "must be after " + earlierField);
        }
    }

    /** The violations found up to now, in the order in which they were found. */
    public List<Violation> found() {
        return List.copyOf(found);
    }

    /** Refuses the call if any rule was broken. */
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new CommonRefusal.ValidationFailed(found()).asException();
        }
    }
}
