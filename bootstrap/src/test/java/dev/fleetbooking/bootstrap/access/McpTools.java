package dev.fleetbooking.bootstrap.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.bootstrap.kit.Api;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An MCP client, connected to the service. */
final class McpTools implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final McpSyncClient client;

    /** A client whose every request has this token. */
    McpTools(int port, String token) {
        var request = HttpRequest.newBuilder().header("Authorization", "Bearer " + token);
        client = McpClient.sync(HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + port).requestBuilder(request).build())
                .jsonSchemaValidator((_, _) -> ValidationResponse.asValid(null))
                .build();
        client.initialize();
    }

    /** What a tool returned: the same as structure and as text. */
    record Result(boolean isError, JsonNode content) {

        Result expect(boolean refused) {
            assertThat(isError).as(content.toString()).isEqualTo(refused);
            return this;
        }

        Result expectSuccess() {
            return expect(false);
        }

        Result expectProblem(int status, String type) {
            expect(true);
            assertThat(text("/type")).isEqualTo("/problems/" + type);
            assertThat(content.required("status").asInt()).isEqualTo(status);
            assertThat(content.toString()).doesNotContainPattern(Api.INSIDE);
            return this;
        }

        Result expectErrorsAt(String... fields) {
            assertThat(content.required("errors").valueStream().map(error -> error.required("field").asString()))
                    .as(content.toString()).containsExactlyInAnyOrder(fields);
            return this;
        }

        String text(String pointer) {
            return content.requiredAt(pointer).asString();
        }

        String id() {
            return text("/id");
        }

        /** Without the headers, which the body of an answer does not have. */
        JsonNode body() {
            return ((ObjectNode) content.deepCopy()).without(List.of("ETag", "Location", "Idempotent-Replayed"));
        }
    }

    List<Tool> list() {
        return client.listTools().tools();
    }

    String instructions() {
        return client.getServerInstructions();
    }

    /** @param arguments a JSON object */
    Result call(String tool, String arguments) {
        var result = client.callTool(CallToolRequest.builder(tool).arguments(
                JSON.readValue(arguments, new TypeReference<LinkedHashMap<String, Object>>() { })).build());
        JsonNode structured = JSON.valueToTree(result.structuredContent());
        assertThat(result.content()).singleElement().isInstanceOfSatisfying(
                TextContent.class, text -> assertThat(JSON.readTree(text.text())).isEqualTo(structured));
        return new Result(Boolean.TRUE.equals(result.isError()), structured);
    }

    Result call(String tool, Map<String, ?> arguments) {
        return call(tool, JSON.writeValueAsString(arguments));
    }

    @Override
    public void close() {
        client.close();
    }
}
