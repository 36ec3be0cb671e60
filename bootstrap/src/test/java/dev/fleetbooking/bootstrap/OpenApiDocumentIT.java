package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.rest.problem.ProblemType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The description of the API, which other tests hold every answer against. After a change that is meant, write the file
 * anew and read the difference:
 *
 * <pre>mvn verify -Dit.test=OpenApiDocumentIT -Dfailsafe.failIfNoSpecifiedTests=false -Dopenapi.write=true</pre>
 */
class OpenApiDocumentIT extends SystemTest {

    private static final Path REQUESTS = Path.of("..", "docs", "requests.http");
    private static final Pattern REQUEST = Pattern.compile("^([A-Z]+) ([^?\\s]+)", Pattern.MULTILINE);

    private JsonNode document;

    @BeforeEach
    void read() {
        document = api.raw("GET", "/openapi.json", null).expect(200).body();
    }

    @Test
    void theFileIsWhatTheServiceServes() throws IOException {
        var served = api.raw("GET", "/openapi.yaml", null).expect(200).http().body();
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(Api.DOCUMENT, served);
        }
        assertThat(Api.DOCUMENT).as("out of date, see OpenApiDocumentIT").hasContent(served);
    }

    @Test
    void everyOperationIsExplainedWithExamples() {
        var missing = new ArrayList<String>();
        operations().forEach((name, operation) -> {
            missing.addAll(absent(name, operation, "operationId", "summary", "description", "tags"));
            operation.path("requestBody").path("content").forEachEntry((type, content) -> {
                if (!hasExample(content)) {
                    missing.add("%s: example of the body".formatted(name));
                }
            });
            operation.required("responses").forEachEntry((status, given) -> {
                var response = resolved(given);
                missing.addAll(absent(name + " " + status, response, "description"));
                response.path("content").forEachEntry((type, content) -> {
                    if (type.contains("json") && !hasExample(content)) {
                        missing.add("%s %s: example".formatted(name, status));
                    }
                });
            });
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void everyParameterIsExplainedWithAnExample() {
        var missing = new ArrayList<String>();
        operations().forEach((name, operation) -> operation.path("parameters").forEach(given -> {
            var parameter = resolved(given);
            var where = name + " " + parameter.required("name").asString();
            missing.addAll(absent(where, parameter, "description"));
            if (!hasExample(parameter)) {
                missing.add(where + ": example");
            }
        }));
        assertThat(missing).isEmpty();
    }

    @Test
    void everySchemaAndPropertyIsExplained() {
        var missing = new ArrayList<String>();
        document.requiredAt("/components/schemas").forEachEntry((name, schema) -> {
            missing.addAll(absent(name, schema, "description"));
            schema.path("properties").forEachEntry((property, definition) ->
                    missing.addAll(absent(name + "." + property, definition, "description")));
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void everyOperationStandsInTheFileOfRequests() throws IOException {
        var requests = REQUEST.matcher(Files.readString(REQUESTS)).results()
                .map(request -> request.group(1) + " " + request.group(2).replace("{{api}}", "/api/v1"))
                .map(request -> request.replace("{{host}}", "").replaceAll("\\{\\{.*?}}", "{id}"))
                .map(request -> request.replaceFirst("/problems/.*", "/problems/{type}"));

        assertThat(requests).containsAll(operations().keySet());
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemIsShown(ProblemType type) {
        assertThat(document.toString()).contains("\"type\":\"%s\"".formatted(type.uri()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/openapi.json", "/openapi.yaml", "/actuator/health", "/actuator/health/readiness"})
    void pagesForPeopleAndMachinesAnswer(String path) {
        var answer = api.raw("GET", path, null);

        assertThat(answer.status()).isIn(200, 302);
        answer.header("Location").ifPresent(target -> api.raw("GET", target, null).expect(200));
    }

    private Map<String, JsonNode> operations() {
        var operations = new TreeMap<String, JsonNode>();
        document.required("paths").forEachEntry((path, methods) ->
                methods.forEachEntry((method, operation) -> operations.put(method.toUpperCase() + " " + path, operation)));
        return operations;
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.requiredAt(node.required("$ref").asString().substring(1)) : node;
    }

    private boolean hasExample(JsonNode node) {
        return List.of(node, resolved(node.path("schema"))).stream()
                .anyMatch(holder -> holder.has("example") || !holder.path("examples").isEmpty());
    }

    private static List<String> absent(String where, JsonNode node, String... members) {
        return List.of(members).stream()
                .filter(member -> node.path(member).isEmpty() && node.path(member).asString("").isBlank())
                .map(member -> where + ": " + member)
                .toList();
    }
}
