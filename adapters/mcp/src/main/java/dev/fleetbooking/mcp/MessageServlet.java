package dev.fleetbooking.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.ServerHttpObservationFilter;
import reactor.core.publisher.Mono;

/**
 * Streamable HTTP without sessions: one message, one answer, in the thread of the request. The SDK's own servlet answers mistakes
 * of the caller, such as an unknown method, with 500 and a stack trace.
 */
final class MessageServlet extends HttpServlet implements McpStatelessServerTransport {

    static final String PATH = "/mcp";
    static final String REQUEST = "request";
    static final String RESPONSE = "response";

    private static final Logger LOG = LoggerFactory.getLogger(MessageServlet.class);

    /** As many as the body of an operation may have. */
    private static final int MAX_BYTES = 64 * 1024;

    private final transient McpJsonMapper json;
    private transient McpStatelessServerHandler handler;

    MessageServlet(McpJsonMapper json) {
        this.json = json;
    }

    @Override
    public void setMcpHandler(McpStatelessServerHandler mcpHandler) {
        handler = mcpHandler;
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals(HttpMethod.POST.name())) {
            response.setHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
            response.sendError(HttpStatus.METHOD_NOT_ALLOWED.value());
            return;
        }
        if (!isJson(request.getContentType())) {
            response.sendError(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
            return;
        }
        var version = request.getHeader("MCP-Protocol-Version");
        if (version != null && !protocolVersions().contains(version)) {
            refuse(response, "MCP-Protocol-Version must be one of " + String.join(", ", protocolVersions()));
            return;
        }
        var body = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
            return;
        }
        switch (message(body)) {
            case JSONRPCRequest call -> write(response, HttpStatus.OK, answer(call, McpTransportContext.create(
                    Map.of(REQUEST, request, RESPONSE, response))));
            case JSONRPCNotification _ -> response.setStatus(HttpStatus.ACCEPTED.value());
            case null, default -> refuse(response, "The body must be one request or notification of JSON-RPC 2.0");
        }
        // Else the metrics would show the last operation that was called.
        ServerHttpObservationFilter.findObservationContext(request).ifPresent(observed -> observed.setPathPattern(PATH));
    }

    private static boolean isJson(String contentType) {
        try {
            return MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    /** Null if it is none. */
    private McpSchema.JSONRPCMessage message(byte[] body) {
        try {
            return McpSchema.deserializeJsonRpcMessage(json, UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
        } catch (IOException | RuntimeException unreadable) {
            LOG.debug("Not a message", unreadable);
            return null;
        }
    }

    private JSONRPCResponse answer(JSONRPCRequest call, McpTransportContext context) {
        try {
            var answer = handler.handleRequest(context, call).block();
            if (answer.error() == null || answer.error().code() != ErrorCodes.INTERNAL_ERROR) {
                return answer;
            }
            LOG.warn("A message was not understood: {}", answer.error().message());
        } catch (McpError refused) {
            return JSONRPCResponse.error(call.id(), refused.getJsonRpcError());
        } catch (RuntimeException unreadable) {
            LOG.debug("Not the parameters of the method", unreadable);
        }
        return error(call.id(), ErrorCodes.INVALID_PARAMS, "The parameters are not those of " + call.method());
    }

    private static JSONRPCResponse error(Object id, int code, String message) {
        return new JSONRPCResponse(McpSchema.JSONRPC_VERSION, id, null, new JSONRPCError(code, message));
    }

    /** The SDK has no answer without an id. */
    private void refuse(HttpServletResponse response, String message) throws IOException {
        write(response, HttpStatus.BAD_REQUEST, Map.of(
                "jsonrpc", McpSchema.JSONRPC_VERSION, "error", new JSONRPCError(ErrorCodes.INVALID_REQUEST, message)));
    }

    private void write(HttpServletResponse response, HttpStatus status, Object answer) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(answer));
    }
}
