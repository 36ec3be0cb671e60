package dev.fleetbooking.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Calls within a request. With the whole service they are tested by {@code McpIT}. */
class InternalCallTest {

    private static final InternalCall CALL = new InternalCall("GET", "/api/v1/cars", Map.of("limit", "1"), new HttpHeaders(), new byte[0], false);

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    /** As the limit of concurrent requests does. */
    @Test
    void aRefusalByAFilterIsAProblemToo() {
        var answer = CALL.send(answeredWith((_, internal) -> {
            internal.setHeader("Retry-After", "1");
            internal.sendError(503);
        }), response);

        assertThat(answer.isRefusal()).isTrue();
        assertThat(answer.body()).isEqualTo(ToolServer.JSON.readTree("""
                {"type": "about:blank", "title": "Service Unavailable", "status": 503}"""));
    }

    @Test
    void nothingOfTheAnswerReachesTheOuterResponse() throws IOException {
        var answer = CALL.send(answeredWith((_, internal) -> {
            internal.setStatus(201);
            internal.setHeader("ETag", "\"1\"");
            internal.getOutputStream().write("{\"id\": 7}".getBytes());
            internal.flushBuffer();
        }), response);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.headers().getETag()).isEqualTo("\"1\"");
        assertThat(answer.body().required("id").asInt()).isEqualTo(7);
        response.getWriter().write("outer");
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeaderNames()).isEmpty();
        assertThat(response.getContentAsString()).isEqualTo("outer");
        assertThat(response.isCommitted()).isFalse();
    }

    /** It could not be told from an argument. */
    @Test
    void parametersOfTheOuterRequestAreNone() {
        var outer = answeredWith((internal, answer) -> {
            assertThat(internal.getQueryString()).isEqualTo("limit=1");
            assertThat(internal.getParameterMap()).containsOnlyKeys("limit");
            assertThat(internal.getParameterMap().get("limit")).containsExactly("1");
            assertThat(internal.getParameter("limit")).isEqualTo("1");
            assertThat(internal.getParameter("cursor")).isNull();
            assertThat(internal.getParameterValues("cursor")).isNull();
            assertThat(internal.getParameterNames().asIterator()).toIterable().containsExactly("limit");
            answer.getWriter().write("{}");
        });
        outer.setParameter("limit", "2");
        outer.setParameter("cursor", "next");

        assertThat(CALL.send(outer, response).isRefusal()).isFalse();
    }

    private interface Handler {

        void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    private static MockHttpServletRequest answeredWith(Handler handler) {
        return new MockHttpServletRequest() {
            @Override
            public RequestDispatcher getRequestDispatcher(String path) {
                assertThat(path).isEqualTo("/api/v1/cars");
                return new RequestDispatcher() {
                    @Override
                    public void forward(ServletRequest request, ServletResponse answer) {
                        throw new AssertionError("would end the outer response");
                    }

                    @Override
                    public void include(ServletRequest request, ServletResponse answer) throws IOException {
                        handler.answer((HttpServletRequest) request, (HttpServletResponse) answer);
                    }
                };
            }
        };
    }
}
