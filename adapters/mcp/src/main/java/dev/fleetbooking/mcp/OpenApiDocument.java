package dev.fleetbooking.mcp;

import java.io.IOException;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.function.ThrowingSupplier;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The description of the API, {@code docs/openapi.yaml}. */
final class OpenApiDocument {

    private final JsonNode root = ToolServer.JSON.valueToTree(ThrowingSupplier.of(OpenApiDocument::read).get());

    private static Object read() throws IOException {
        try (var yaml = new ClassPathResource("openapi.yaml", OpenApiDocument.class).getInputStream()) {
            return new Yaml().load(yaml);
        }
    }

    String text(String pointer) {
        return root.requiredAt(pointer).asString();
    }

    /** @throws IllegalStateException if there is no such operation */
    Operation operation(String id) {
        for (var path : root.required("paths").properties()) {
            for (var method : path.getValue().properties()) {
                if (method.getValue().path("operationId").asString("").equals(id)) {
                    return new Operation(
                            method.getKey().toUpperCase(Locale.ROOT), path.getKey(), resolved(method.getValue()));
                }
            }
        }
        throw new IllegalStateException("docs/openapi.yaml has no operation " + id);
    }

    /** A copy with what its references refer to, and without examples. What is beside a reference takes precedence. */
    private JsonNode resolved(JsonNode node) {
        if (node.isArray()) {
            var array = ToolServer.JSON.createArrayNode();
            node.forEach(item -> array.add(resolved(item)));
            return array;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        var copy = object.has("$ref")
                ? (ObjectNode) resolved(root.requiredAt(object.required("$ref").asString().substring(1)))
                : ToolServer.JSON.createObjectNode();
        object.properties().stream()
                .filter(member -> !member.getKey().equals("$ref") && !member.getKey().equals("examples"))
                .forEach(member -> copy.set(member.getKey(), resolved(member.getValue())));
        return copy;
    }
}
