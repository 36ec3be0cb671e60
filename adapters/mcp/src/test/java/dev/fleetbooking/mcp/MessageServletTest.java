package dev.fleetbooking.mcp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** Messages as they come over HTTP. With the whole service they are tested by {@code McpIT}. */
@ExtendWith(OutputCaptureExtension.class)
class MessageServletTest {

    private static final String CALL = """
            {"jsonrpc": "2.0", "id": "é", "method": "tools/call", "params": {"name": "get_booking", "arguments": {"id": "7"}}}""";

    private final MessageServlet servlet = ToolServer.create();
    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", MessageServlet.PATH) {
        @Override
        public RequestDispatcher getRequestDispatcher(String path) {
            throw new IllegalStateException("planted");
        }
    };
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    /** A mistake of the caller would be -32602, and not in the log. */
    @Test
    void aFaultOfTheServiceIsNoMistakeOfTheCaller(CapturedOutput output) throws Exception {
        var result = answer(CALL, UTF_8).required("result");

        assertThat(result.required("isError").asBoolean()).isTrue();
        assertThat(result.required("structuredContent")).isEqualTo(ToolServer.JSON.readTree("""
                {"type": "about:blank", "title": "Internal Server Error", "status": 500}"""));
        assertThat(output).contains("get_booking failed", "IllegalStateException: planted");
    }

    /** A name would be stored with other characters than its own. */
    @Test
    void aMessageThatIsNotUtf8IsRefused() throws Exception {
        assertThat(answer(CALL, ISO_8859_1).requiredAt("/error/message").asString()).contains("JSON-RPC");
        assertThat(response.getStatus()).isEqualTo(400);
    }

    @Test
    void onlyJsonIsAMessage() throws Exception {
        request.setContentType("text/plain");
        servlet.service(request, response);

        assertThat(response.getStatus()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "TRACE"})
    void otherMethodsAreRefusedWithTheOneThatIsAllowed(String method) throws Exception {
        request.setMethod(method);
        servlet.service(request, response);

        assertThat(response.getStatus()).isEqualTo(405);
        assertThat(response.getHeader("Allow")).isEqualTo("POST");
    }

    private JsonNode answer(String message, Charset charset) throws Exception {
        request.setContentType("application/json");
        request.setContent(message.getBytes(charset));
        servlet.service(request, response);
        return ToolServer.JSON.readTree(response.getContentAsString(UTF_8));
    }
}
