package dev.fleetbooking.rest.kit.problem;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** A type of problem (RFC 9457, section 3.1.1), and the page that explains it. Implemented by enums. */
public interface ProblemType {

    /**
     * The description of a type.
     *
     * @param members the extension members
     * @param remedy  what the caller can do
     */
    record Description(
            HttpStatus status, String title, Class<? extends ProblemMembers> members, String meaning, String remedy) {
    }

    /** The name of the constant. */
    String name();

    /** The description. */
    Description description();

    /** Whether the same request may succeed a moment later; the answer then has a {@code Retry-After}. */
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
