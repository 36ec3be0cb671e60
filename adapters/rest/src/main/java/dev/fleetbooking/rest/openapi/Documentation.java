package dev.fleetbooking.rest.openapi;

import io.swagger.v3.core.util.Yaml31;
import io.swagger.v3.oas.models.info.Info;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/**
 * The texts and examples of the OpenAPI document, apart from the code that they would drown. What means the same under
 * the same name is described once; where it does not, the owner's name and a dot stand before it. A missing text fails
 * the generation of the document, and with it the tests.
 *
 * @param tags       by name
 * @param operations by operation id
 * @param parameters by name, or by operation id and name
 * @param schemas    by name
 * @param properties by name, or by schema and name
 * @param problems   examples of the members of problems, by slug
 */
record Documentation(
        Info info,
        Map<String, String> tags,
        Map<String, OperationText> operations,
        Map<String, Described> parameters,
        Map<String, Described> schemas,
        Map<String, String> properties,
        Map<String, Map<String, Object>> problems) {

    record OperationText(String summary, String description) {
    }

    record Described(String description, Object example) {
    }

    static Documentation load() {
        try (var yaml = Documentation.class.getResourceAsStream("documentation.yaml")) {
            return Yaml31.mapper().readValue(yaml, Documentation.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The text for a name: the owner's own, or the common one. */
    static <T> T find(Map<String, T> texts, String owner, String name) {
        return Optional.ofNullable(texts.get(owner + "." + name))
                .or(() -> Optional.ofNullable(texts.get(name)))
                .orElseThrow(() -> new IllegalStateException(
                        "documentation.yaml has no text for %s of %s".formatted(name, owner)));
    }
}
