package dev.fleetbooking.bootstrap.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Malformed HTTP never reaches Spring MVC; the answer is a problem all the same. */
class MalformedHttpIT extends ServiceTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "GET /api/v1/dealers/%zz HTTP/1.1", "GET /api/v1/dealers/%00 HTTP/1.1", "GET /api/v1/dealers/%c0%af HTTP/1.1",
        "GET /api/v1/dealers/%2e%2e%2f HTTP/1.1", "GET /api/v1/../../etc/passwd HTTP/1.1",
        "GET /api/v1/dealers/\\ HTTP/1.1", "GET /api/v1/dealers?limit=%zz HTTP/1.1", "GET /api/v1/dealers?limit={} HTTP/1.1",
        "GET /api/v1/dealers/\u00ff HTTP/1.1", "GET //api/v1//dealers HTTP/1.1", "GET", "NONSENSE", "\u0000\u0001\u0002",
        "GET /api/v1/dealers HTTP/9.9", "GET /api/v1/dealers HTTP/1.1 extra", "G\u0001T /api/v1/dealers HTTP/1.1",
        "get /api/v1/dealers HTTP/1.1", "GET api/v1/dealers HTTP/1.1"})
    void aMalformedRequestLineIsAnsweredWithAProblem(String requestLine) {
        assertProblem(api.wire(requestLine + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "no colon", "Content-Length: abc", "Content-Length: -1", "Content-Length: 99999999999999999999",
        "Content-Length: 5\r\nContent-Length: 6", "Transfer-Encoding: nonsense", "Host: 127.0.0.1",
        "If-Match: \u0001", "X: \u0000"})
    void aMalformedHeaderIsAnsweredWithAProblem(String header) {
        assertProblem(api.wire("GET /api/v1/dealers HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + header + "\r\n\r\n"));
    }

    @Test
    void headersThatAreTooLongAreAnsweredWithAProblem() {
        assertProblem(api.wire("GET /api/v1/dealers HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nX: %s\r\n\r\n"
                .formatted("x".repeat(20_000))));
        assertProblem(api.wire("GET /api/v1/dealers?limit=%s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
                .formatted("x".repeat(20_000))));
    }

    @Test
    void aRequestWithoutAHostIsAnsweredWithAProblem() {
        assertProblem(api.wire("GET /api/v1/dealers HTTP/1.1\r\nConnection: close\r\n\r\n"));
    }

    private static void assertProblem(String answer) {
        assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json", "\"type\":\"/problems/");
        assertThat(answer).doesNotContainPattern(Api.INSIDE);
    }
}
