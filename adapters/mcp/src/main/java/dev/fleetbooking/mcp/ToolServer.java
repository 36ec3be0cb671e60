package dev.fleetbooking.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Offers operations of the API as tools (Model Context Protocol). A call is made in the thread of the request, by its caller. */
final class ToolServer {

    /** The operations behind the tools, by the names of the tools. */
    static final Map<String, String> TOOLS = new TreeMap<>(Map.of(
            "search_availability", "findAvailableCars",
            "quote", "explainAvailability",
            "book", "bookCar",
            "get_booking", "getBooking",
            "change_booking", "changeBooking",
            "plan_maintenance", "planMaintenance"));

    /** Entries are sorted, so that equal arguments are written alike; else a retry would not be one. */
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final Logger LOG = LoggerFactory.getLogger(ToolServer.class);
    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() { };

    /** The API checks the arguments, and says more about them. */
    private static final JsonSchemaValidator UNCHECKED = (_, _) -> ValidationResponse.asValid(null);

    private ToolServer() {
    }

    static MessageServlet create() {
        var json = new JacksonMcpJsonMapper(JSON);
        var transport = new MessageServlet(json);
        var document = new OpenApiDocument();
        var operations = new LinkedHashMap<String, Operation>();
        TOOLS.forEach((tool, id) -> operations.put(tool, document.operation(id)));
        McpServer.sync(transport)
                .jsonMapper(json)
                .jsonSchemaValidator(UNCHECKED)
                .validateToolInputs(false)
                // Else in another thread, which has no caller.
                .immediateExecution(true)
                .serverInfo(document.text("/info/title"), document.text("/info/version"))
                .instructions(document.text("/info/description"))
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .addToolFilter((context, tool) -> mayCall(request(context), operations.get(tool.name())))
                .tools(operations.entrySet().stream()
                        .map(tool -> new SyncToolSpecification(
                                tool(tool.getKey(), tool.getValue()),
                                (context, call) -> call(tool.getValue(), context, call)))
                        .toList())
                .build();
        return transport;
    }

    private static HttpServletRequest request(McpTransportContext context) {
        return (HttpServletRequest) context.get(MessageServlet.REQUEST);
    }

    /** Everybody may where nobody needs a token. */
    private static boolean mayCall(HttpServletRequest request, Operation operation) {
        return request.getRemoteUser() == null || operation.roles().stream().anyMatch(request::isUserInRole);
    }

    static Tool tool(String name, Operation operation) {
        return Tool.builder(name, object(operation.inputSchema()))
                .title(operation.summary())
                .description(operation.summary() + ".\n\n" + operation.text())
                .outputSchema(object(operation.outputSchema()))
                .annotations(ToolAnnotations.builder().readOnlyHint(operation.isRead()).idempotentHint(true).build())
                .build();
    }

    private static CallToolResult call(Operation operation, McpTransportContext context, CallToolRequest call) {
        var answer = answer(operation, context, call);
        var content = object(answer.body());
        operation.headers().stream().filter(answer.headers()::containsHeader)
                .forEach(name -> content.put(name, answer.headers().getFirst(name)));
        return CallToolResult.builder()
                .structuredContent(content)
                .addTextContent(JSON.writeValueAsString(content))
                .isError(answer.isRefusal())
                .build();
    }

    /** Faults are answered here; the SDK answers them like mistakes of the caller. */
    private static InternalCall.Answer answer(Operation operation, McpTransportContext context, CallToolRequest call) {
        var arguments = Objects.requireNonNullElse(call.arguments(), Map.<String, Object>of());
        try {
            return operation.call(arguments).send(request(context), (HttpServletResponse) context.get(MessageServlet.RESPONSE));
        } catch (RuntimeException fault) {
            LOG.error("{} failed", call.name(), fault);
            return InternalCall.Answer.untyped(HttpStatus.INTERNAL_SERVER_ERROR.value(), new HttpHeaders());
        }
    }

    private static Map<String, Object> object(JsonNode node) {
        return JSON.convertValue(node, OBJECT);
    }
}
