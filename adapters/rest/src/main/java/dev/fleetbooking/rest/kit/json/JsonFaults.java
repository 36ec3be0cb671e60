package dev.fleetbooking.rest.kit.json;

import static java.util.stream.Collectors.joining;

import dev.fleetbooking.domain.kit.InvalidValueException;
import dev.fleetbooking.domain.kit.Violation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with JSON, in the words of the contract: Jackson's own messages name Java classes. */
public final class JsonFaults {

    /** The path if the fault concerns the body as a whole. */
    public static final String BODY = "body";

    private static final Map<Class<?>, String> RULES = Map.of(
            String.class, "must be a string", UUID.class, "must be a string", Instant.class, "must be a string",
            int.class, "must be a 32-bit integer", Integer.class, "must be a 32-bit integer",
            Boolean.class, "must be true or false", BigDecimal.class, "must be a string or a number");

    private JsonFaults() {
    }

    /** The fault that Jackson found, with the dotted path of the value. */
    public static Violation of(JacksonException fault) {
        return switch (fault) {
            case UnrecognizedPropertyException unknown -> new Violation(path(unknown), "is not a known field");
            case MismatchedInputException mismatch -> new Violation(path(mismatch), rule(mismatch.getTargetType()));
            case InputCoercionException tooLong -> new Violation(path(tooLong), rule(tooLong.getTargetType()));
            case StreamReadException syntax -> new Violation(
                    path(syntax.processor().streamReadContext()),
                    "must be valid JSON with each name given once; it is not at line %d, column %d".formatted(
                            syntax.getLocation().getLineNr(), syntax.getLocation().getColumnNr()));
            case JacksonException other when other.getCause() instanceof InvalidValueException invalid ->
                    new Violation(path(other), invalid.getMessage());
            case JacksonException other -> new Violation(path(other), "cannot be read");
        };
    }

    /** The dotted path of a parser's current value. */
    public static String path(TokenStreamContext context) {
        var names = new ArrayDeque<String>();
        for (var at = context; !at.inRoot(); at = at.getParent()) {
            if (at.inArray()) {
                names.addFirst(String.valueOf(at.getCurrentIndex()));
            } else if (at.currentName() != null) {
                names.addFirst(at.currentName());
            }
        }
        return orBody(String.join(".", names));
    }

    private static String path(JacksonException fault) {
        return orBody(fault.getPath().stream()
                .map(step -> step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName())
                .collect(joining(".")));
    }

    private static String orBody(String path) {
        return path.isEmpty() ? BODY : path;
    }

    private static String rule(Class<?> type) {
        return type.isEnum() ? Shapes.oneOf(type) : RULES.getOrDefault(type, "must be one object");
    }
}
