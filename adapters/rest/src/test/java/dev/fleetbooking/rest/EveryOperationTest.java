package dev.fleetbooking.rest;

import static dev.fleetbooking.rest.kit.ProblemAssert.assertMalformed;
import static dev.fleetbooking.rest.kit.ProblemAssert.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.rest.kit.RestTest;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What all operations in {@code docs/openapi.yaml} have in common; the tests of the controllers contain the rest. */
class EveryOperationTest extends RestTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNode DOCUMENT = read();
    private static final Set<String> METHODS = Set.of("GET", "POST", "PATCH", "PUT", "DELETE");

    private static JsonNode read() {
        try {
            return JSON.readTree(new YAMLMapper().readTree(Path.of("..", "..", "docs", "openapi.yaml").toFile()).toString());
        } catch (IOException unreadable) {
            throw new ExceptionInInitializerError(unreadable);
        }
    }

    private record Operation(String method, String path, JsonNode node) {

        /** With examples of the required parameters, and these ones. */
        String route(String... more) {
            var query = new ArrayList<>(List.of(more));
            parameters("query").filter(parameter -> parameter.has("required"))
                    .map(parameter -> parameter.path("name").asString()
                            + "=" + URLEncoder.encode(parameter.path("example").asString(), UTF_8))
                    .filter(example -> query.stream().noneMatch(given -> given.startsWith(example.replaceFirst("=.*", "="))))
                    .forEach(query::add);
            return path.replace("{id}", Samples.ID.toString()) + (query.isEmpty() ? "" : "?" + String.join("&", query));
        }

        Stream<JsonNode> parameters(String in) {
            return node.path("parameters").valueStream().map(EveryOperationTest::resolved)
                    .filter(parameter -> parameter.path("in").asString().equals(in));
        }

        boolean has(String in, String name) {
            return parameters(in).anyMatch(parameter -> parameter.path("name").asString().equals(name));
        }

        JsonNode request() {
            return resolved(node.at("/requestBody/content/application~1json/schema"));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static Stream<Operation> operations() {
        return DOCUMENT.path("paths").propertyStream()
                .filter(path -> path.getKey().startsWith("/api/"))
                .flatMap(path -> path.getValue().propertyStream()
                        .map(method -> new Operation(method.getKey().toUpperCase(), path.getKey(), method.getValue())));
    }

    static Stream<Operation> reads() {
        return operations().filter(operation -> operation.method().equals("GET"));
    }

    static Stream<Operation> lists() {
        return operations().filter(operation -> operation.has("query", "cursor"));
    }

    static Stream<Operation> changes() {
        return operations().filter(operation -> operation.method().equals("PATCH"));
    }

    static Stream<Operation> transitions() {
        return operations().filter(operation -> operation.method().equals("POST") && operation.has("header", "If-Match"));
    }

    static Stream<Operation> writes() {
        return operations().filter(operation -> operation.node().has("requestBody"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void refusesParametersThatBreakTheirSchema(Operation operation) {
        operation.parameters("query").filter(parameter -> !parameter.path("name").asString().equals("cursor")).forEach(parameter -> {
            var name = parameter.path("name").asString();
            var schema = resolved(parameter.path("schema"));
            var malformed = new ArrayList<>(List.of("", "%21", "%00"));
            if (schema.has("minimum")) {
                malformed.add(String.valueOf(schema.path("minimum").asLong() - 1));
            }
            if (schema.has("maximum")) {
                malformed.add(String.valueOf(schema.path("maximum").asLong() + 1));
            }
            malformed.forEach(value -> assertMalformed(send(operation, operation.route(name + "=" + value)), name, rule(schema)));
            var twice = operation.route(name + "=1", name + "=1");
            assertMalformed(send(operation, twice), name, "must not be given more than once");
            if (parameter.has("required")) {
                var without = operation.route().replaceFirst(name + "=[^&]*&?", "");
                assertMalformed(send(operation, without), name, "is required");
            }
        });
        assertThat(ports.lastCall()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void refusesParametersThatItDoesNotHave(Operation operation) {
        assertMalformed(send(operation, operation.route("nope=1")), "nope", "is not a known query parameter");
        if (operation.path().contains("{id}")) {
            for (var id : List.of("5", "1-1-1-1-1", "null", "%20")) {
                assertMalformed(send(operation, operation.route().replace(Samples.ID.toString(), id)), "id", "must be a UUID");
            }
            assertProblem(send(operation, operation.route().replace(Samples.ID.toString(), "%00")), 400, "malformed-request");
        }
        assertThat(ports.lastCall()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void refusesMethodsThatItsRouteDoesNotHave(Operation operation) {
        var allowed = operations().filter(other -> other.path().equals(operation.path())).map(Operation::method).collect(toSet());
        METHODS.stream().filter(method -> !allowed.contains(method)).forEach(method -> {
            var response = send(method, operation.route(), BodyPublishers.noBody());
            assertProblem(response, 405, "method-not-allowed");
            assertThat(response.headers().firstValue("Allow").orElseThrow().split(", *")).containsAll(allowed);
        });
    }

    @ParameterizedTest
    @MethodSource("reads")
    void aResourceHasAStrongTagIfThatIsDocumented(Operation read) {
        var hasTag = read.node().at("/responses/304").isObject();
        assertThat(get(read.route()).headers().allValues("ETag")).isEqualTo(hasTag ? List.of("\"0\"") : List.of());
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aListHasPages(Operation list) {
        ports.haveMorePages();
        var next = JSON.readTree(get(list.route()).body()).path("next").asString();

        assertThat(get(list.route("cursor=" + next)).statusCode()).isEqualTo(200);
        assertThat(ports.asked(PageRequest.class).after().isPresent()).isTrue();
        assertProblem(get(list.route("cursor=" + next.substring(1))), 400, "invalid-cursor");
        assertProblem(get(list.route("cursor=" + next + "A")), 400, "invalid-cursor");
        lists().filter(other -> !other.equals(list))
                .forEach(other -> assertProblem(get(other.route("cursor=" + next)), 400, "invalid-cursor"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeNeedsAPrecondition(Operation change) {
        assertProblem(patch(change.route(), "{}"), 428, "precondition-required");
        assertProblem(patch(change.route(), "{}", "If-Match", "\"1\""), 412, "precondition-failed");
        assertThat(patch(change.route(), "{}", "If-Match", "*").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeDoesNotKnowTheFinalFields(Operation change) {
        var shown = resolved(change.node().at("/responses/200/content/application~1json/schema")).path("properties").propertyNames();
        shown.removeAll(change.request().path("properties").propertyNames());
        assertThat(shown).contains("id").allSatisfy(field ->
                assertMalformed(body(change, "{\"%s\": \"x\"}".formatted(field)), field, "is not a known field"));
    }

    @ParameterizedTest
    @MethodSource("transitions")
    void aTransitionMayHaveAPrecondition(Operation transition) {
        assertThat(post(transition.route(), "{}").headers().firstValue("ETag")).contains("\"0\"");
        assertThat(post(transition.route(), "{}", "If-Match", "\"0\"").statusCode()).isEqualTo(200);
        assertProblem(post(transition.route(), "{}", "If-Match", "\"1\""), 412, "precondition-failed");
    }

    @ParameterizedTest
    @MethodSource("writes")
    void refusesBodiesThatBreakTheirSchema(Operation write) {
        assertMalformed(body(write, "{\"nope\": 1}"), "nope", "is not a known field");
        write.request().path("properties").forEachEntry((field, property) -> {
            assertMalformed(body(write, "{\"%s\": null}".formatted(field)), field, "must not be null");
            assertMalformed(body(write, "{\"%s\": []}".formatted(field)), field, "must be");
            if (resolved(property).has("enum")) {
                assertMalformed(body(write, "{\"%s\": \"x\"}".formatted(field)), field, rule(resolved(property)));
            }
        });
        var required = write.request().path("required").valueStream().map(JsonNode::asString).sorted().toList();
        if (!required.isEmpty()) {
            assertThat(assertProblem(body(write, "{}"), 400, "malformed-request").path("errors"))
                    .extracting(error -> error.path("field").asString()).isEqualTo(required);
        }
        assertThat(ports.lastCall()).isEmpty();
    }

    /** What an error says about a value that breaks the schema. */
    private static String rule(JsonNode schema) {
        if (schema.has("enum")) {
            return "must be one of " + schema.path("enum").valueStream().map(JsonNode::asString).collect(joining(", "));
        }
        return schema.has("pattern") ? "must match" : switch (schema.path("format").asString(schema.path("type").asString())) {
            case "uuid" -> "must be a UUID";
            case "date-time" -> "must be an RFC 3339 date-time";
            case "int32", "int64" -> "must be an integer";
            case "number" -> "must be a plain decimal";
            default -> throw new AssertionError("which rule has %s?".formatted(schema));
        };
    }

    private HttpResponse<String> send(Operation operation, String route) {
        return send(operation.method(), route, BodyPublishers.noBody(), "If-Match", "*");
    }

    private HttpResponse<String> body(Operation write, String json) {
        var headers = new String[] {"Content-Type", "application/json", "If-Match", "*"};
        return send(write.method(), write.route(), BodyPublishers.ofString(json), headers);
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? DOCUMENT.at(node.path("$ref").asString().substring(1)) : node;
    }
}
