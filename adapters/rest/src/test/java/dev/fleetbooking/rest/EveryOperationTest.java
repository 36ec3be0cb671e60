package dev.fleetbooking.rest;

import static dev.fleetbooking.rest.kit.ProblemAssert.assertMalformed;
import static dev.fleetbooking.rest.kit.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.kit.PageRequest;
import dev.fleetbooking.application.kit.WhatToDo;
import dev.fleetbooking.rest.kit.RestTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What operations in {@code docs/openapi.yaml} have in common; the tests of the controllers contain the rest. */
@WhatToDo("docs/recipes/add-an-operation.md has the steps of an operation")
class EveryOperationTest extends RestTest {

    private JsonNode document;

    private record Operation(String method, String path, JsonNode node, List<JsonNode> parameters) {

        /** With examples of the required parameters, and these ones. */
        String route(String... more) {
            var examples = parameters("query").filter(parameter -> parameter.has("required"))
                    .map(parameter -> parameter.path("name").asString() + "=" + parameter.path("example").asString());
            return path.replace("{id}", Samples.ID.toString()) + "?"
                    + String.join("&", Stream.concat(examples, Stream.of(more)).toList());
        }

        Stream<JsonNode> parameters(String in) {
            return parameters.stream().filter(parameter -> parameter.path("in").asString().equals(in));
        }

        boolean has(String parameter) {
            return parameters.stream().anyMatch(known -> known.path("name").asString().equals(parameter));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeEach
    void read() {
        document = new JsonMapper().readTree(get("/openapi.json").body());
    }

    @Test
    void everyOperationRefusesMalformedParameters() {
        assertThat(operations("GET", "POST", "PATCH")).isNotEmpty().allSatisfy(operation -> {
            assertMalformed(send(operation, operation.route("nope=1"), "{}"), "nope", "is not a known query parameter");
            operation.parameters("path").forEach(id -> {
                var route = operation.route().replace(Samples.ID.toString(), "null");
                assertMalformed(send(operation, route, "{}"), "id", "must be a UUID");
            });
            operation.parameters("query").map(parameter -> parameter.path("name").asString())
                    .filter(name -> !name.equals("cursor"))
                    .forEach(name -> {
                        var others = operation.route().replaceFirst(name + "=[^&]*", "");
                        assertMalformed(send(operation, others + "&" + name + "=", "{}"), name, "must ");
                    });
        });
        assertThat(ports.lastCall()).isEmpty();
    }

    @Test
    void everyOperationRefusesMalformedBodies() {
        assertThat(operations("POST", "PATCH")).isNotEmpty().allSatisfy(operation -> {
            var route = operation.route();
            var schema = resolved(operation.node().at("/requestBody/content/application~1json/schema"));
            assertMalformed(send(operation, route, "{\"nope\": 1}"), "nope", "is not a known field");
            schema.path("properties").propertyNames().forEach(field -> {
                assertMalformed(send(operation, route, "{\"%s\": null}".formatted(field)), field, "must not be null");
                assertMalformed(send(operation, route, "{\"%s\": []}".formatted(field)), field, "must be");
            });
            var required = schema.path("required").valueStream().map(JsonNode::asString).sorted().toList();
            assertThat(new JsonMapper().readTree(send(operation, route, "{}").body()).path("errors"))
                    .extracting(error -> error.path("field").asString()).isEqualTo(required);
        });
    }

    @Test
    void everyResourceHasAStrongTagIfThatIsDocumented() {
        assertThat(operations("GET")).isNotEmpty().allSatisfy(read -> {
            var tags = read.has("If-None-Match") ? List.of("\"0\"") : List.of();
            assertThat(get(read.route()).headers().allValues("ETag")).isEqualTo(tags);
        });
    }

    @Test
    void everyListHasPages() {
        ports.haveMorePages();
        var lists = operations("GET").stream().filter(operation -> operation.has("cursor")).toList();
        assertThat(lists).isNotEmpty().allSatisfy(list -> {
            var next = new JsonMapper().readTree(get(list.route()).body()).path("next").asString();

            assertThat(get(list.route("cursor=" + next)).statusCode()).isEqualTo(200);
            assertThat(ports.asked(PageRequest.class).after().isPresent()).isTrue();
            assertProblem(get(list.route("cursor=" + next.substring(1))), 400, "invalid-cursor");
            assertProblem(get(list.route("cursor=" + next + "A")), 400, "invalid-cursor");
            lists.stream().filter(other -> other != list)
                    .forEach(other -> assertProblem(get(other.route("cursor=" + next)), 400, "invalid-cursor"));
        });
    }

    @Test
    void everyChangeNeedsAPrecondition() {
        assertThat(operations("PATCH")).isNotEmpty().allSatisfy(change -> {
            assertProblem(patch(change.route(), "{}"), 428, "precondition-required");
            assertProblem(patch(change.route(), "{}", "If-Match", "\"1\""), 412, "precondition-failed");
            assertThat(patch(change.route(), "{}", "If-Match", "*").statusCode()).isEqualTo(200);
        });
    }

    @Test
    void everyTransitionMayHaveAPrecondition() {
        var transitions = operations("POST").stream().filter(operation -> operation.path().contains("{id}")).toList();
        assertThat(transitions).isNotEmpty().allSatisfy(transition -> {
            var body = body(transition);
            assertThat(post(transition.route(), body).headers().firstValue("ETag")).contains("\"0\"");
            assertThat(post(transition.route(), body, "If-Match", "\"0\"").statusCode()).isEqualTo(200);
            assertProblem(post(transition.route(), body, "If-Match", "\"1\""), 412, "precondition-failed");
        });
    }

    @Test
    void everyPostIsExecutedOnceWithItsKey() {
        assertThat(operations("POST")).isNotEmpty().allSatisfy(operation -> {
            var key = UUID.randomUUID().toString();
            var first = post(operation.route(), body(operation), "Idempotency-Key", key);
            ports.reset();
            var second = post(operation.route(), body(operation), "Idempotency-Key", key);

            assertThat(first.statusCode()).isBetween(200, 201);
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(second.headers().firstValue("Idempotent-Replayed")).contains("true");
            assertThat(ports.lastCall()).isEmpty();
        });
    }

    /** Its example, if a body is required. */
    private String body(Operation operation) {
        var body = operation.node().path("requestBody");
        var example = resolved(body.at("/content/application~1json/schema")).at("/examples/0");
        return body.path("required").asBoolean(false) ? example.toString() : "{}";
    }

    private List<Operation> operations(String... methods) {
        return document.path("paths").propertyStream()
                .filter(path -> path.getKey().startsWith("/api/"))
                .flatMap(path -> Stream.of(methods)
                        .filter(method -> path.getValue().has(method.toLowerCase()))
                        .map(method -> operation(method, path.getKey(), path.getValue().path(method.toLowerCase()))))
                .toList();
    }

    private Operation operation(String method, String path, JsonNode node) {
        return new Operation(method, path, node, node.path("parameters").valueStream().map(this::resolved).toList());
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }

    private HttpResponse<String> send(Operation operation, String route, String json) {
        var body = operation.method().equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
        return send(operation.method(), route, body, "Content-Type", "application/json", "If-Match", "*");
    }
}
