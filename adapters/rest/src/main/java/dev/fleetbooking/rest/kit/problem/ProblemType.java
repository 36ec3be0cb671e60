package dev.fleetbooking.rest.kit.problem;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** A kind of problem that answers report (RFC 9457, section 3.1.1), and the page behind it. Implemented by enums. */
public interface ProblemType {

    /**
     * What a type says.
     *
     * @param members what is reported besides the standard members
     * @param remedy  what the caller can do
     */
    record Description(
            HttpStatus status, String title, Class<? extends ProblemMembers> members, String meaning, String remedy) {
    }

    /** The name of the constant. */
    String name();

    /** What it says. */
    Description description();

    /** Whether the same request may succeed a moment later, which the answer then says by {@code Retry-After}. */
    default boolean passes() {
        return false;
    }

    /** The last part of the URI. */
    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Relative, so that it resolves on the service itself. */
    default String uri() {
        return ProblemController.PATH + "/" + slug();
    }

    /** The status of the answer. */
    default HttpStatus status() {
        return description().status();
    }
}
