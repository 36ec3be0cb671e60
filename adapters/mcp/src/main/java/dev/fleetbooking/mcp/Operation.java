package dev.fleetbooking.mcp;

import static java.util.stream.Collectors.toSet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An operation of the API. As a tool its arguments are its parameters and the members of its body, and its result is the body of
 * its answer with the headers.
 *
 * @param description without references
 */
record Operation(String method, String path, JsonNode description) {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final String DEFAULT_KEY =
            " Without one, a call with the same arguments is a retry, and gets what the first call created, as it is now.";

    String summary() {
        return description.required("summary").asString();
    }

    String text() {
        return description.required("description").asString();
    }

    boolean isRead() {
        return method.equals("GET");
    }

    /** The roles of which a caller needs one. */
    List<String> roles() {
        return description.required("security").valueStream()
                .flatMap(scheme -> scheme.valueStream().flatMap(JsonNode::valueStream))
                .map(JsonNode::asString)
                .toList();
    }

    ObjectNode inputSchema() {
        var body = description.at("/requestBody/content/application~1json/schema");
        var schema = ToolServer.JSON.createObjectNode().put("type", "object");
        var properties = schema.putObject("properties");
        var required = schema.putArray("required");
        parameters().forEach(parameter -> {
            var text = parameter.required("description").asString().strip();
            var property = ((ObjectNode) parameter.required("schema")).deepCopy();
            properties.set(name(parameter), property.put("description", isDefaulted(parameter) ? text + DEFAULT_KEY : text));
            if (parameter.path("required").asBoolean(false)) {
                required.add(name(parameter));
            }
        });
        body.path("properties").properties().forEach(member -> properties.set(member.getKey(), member.getValue()));
        body.path("required").forEach(required::add);
        return schema.put("additionalProperties", false);
    }

    /** Clients compare refusals with it too. */
    ObjectNode outputSchema() {
        var success = success();
        var result = ((ObjectNode) success.requiredAt("/content/application~1json/schema")).deepCopy();
        success.path("headers").properties().forEach(header -> {
            var property = ((ObjectNode) header.getValue().required("schema")).deepCopy();
            ((ObjectNode) result.required("properties")).set(
                    header.getKey(), property.put("description", header.getValue().required("description").asString()));
        });
        var schema = ToolServer.JSON.createObjectNode().put("type", "object");
        var problem = schema.putArray("anyOf").add(result).addObject();
        problem.put("description", "A problem (RFC 9457), if the call was refused.");
        problem.putArray("required").add("type").add("title").add("status");
        return schema;
    }

    /** The headers that its answers may have. */
    Set<String> headers() {
        return description.required("responses").valueStream()
                .flatMap(response -> response.path("headers").propertyStream())
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    /** What creates something may also answer that it would. */
    private JsonNode success() {
        return Stream.of("201", "200").map(description.required("responses")::path)
                .filter(JsonNode::isObject).findFirst().orElseThrow();
    }

    /**
     * The call with these arguments. What is unknown is sent too, and so are values of a wrong type: the API says what is wrong.
     */
    InternalCall call(Map<String, Object> arguments) {
        var rest = new LinkedHashMap<>(arguments);
        var uri = path;
        var query = new LinkedHashMap<String, String>();
        var headers = new HttpHeaders();
        for (var parameter : parameters()) {
            var value = rest.remove(name(parameter));
            var place = parameter.required("in").asString();
            if (place.equals("path")) {
                uri = uri.replace("{" + name(parameter) + "}", segment(value));
            } else if (value != null && place.equals("query")) {
                query.put(name(parameter), value.toString());
            } else if (value != null) {
                headers.set(name(parameter), value.toString());
            }
        }
        var body = new byte[0];
        if (description.has("requestBody")) {
            body = ToolServer.JSON.writeValueAsBytes(rest);
            headers.setContentType(MediaType.APPLICATION_JSON);
        } else {
            rest.forEach((name, value) -> query.put(name, String.valueOf(value)));
        }
        var call = new InternalCall(method, uri, query, headers, body, false);
        var needsKey = parameters().stream().anyMatch(Operation::isDefaulted) && !headers.containsHeader(IDEMPOTENCY_KEY);
        return needsKey ? call.withDerivedKey() : call;
    }

    /** Whoever calls a tool reads on purpose, so the headers that spare a read are no arguments. */
    private List<JsonNode> parameters() {
        return description.path("parameters").valueStream()
                .filter(parameter -> !isRead() || !parameter.required("in").asString().equals("header"))
                .toList();
    }

    private static String name(JsonNode parameter) {
        return parameter.required("name").asString();
    }

    private static boolean isDefaulted(JsonNode parameter) {
        return name(parameter).equals(IDEMPOTENCY_KEY);
    }

    /** Characters that an id never has might lead to another path. What is left is no id either, and the API says so. */
    private static String segment(Object value) {
        return String.valueOf(value).replaceAll("[^\\w-]|^$", "_");
    }
}
