package dev.fleetbooking.rest.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.rest.kit.RestTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Requests that no client library would send, byte by byte; none of them reaches Spring MVC. */
class ProblemReportValveTest extends RestTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GARBAGE                                | Host: localhost                       | 400 | /problems/malformed-request
            GET                                    | Host: localhost                       | 400 | /problems/malformed-request
            G\u0001T / HTTP/1.1                    | Host: localhost                       | 400 | /problems/malformed-request
            GET / HTTP/1.1 extra                   | Host: localhost                       | 400 | /problems/malformed-request
            GET /api/v1/samples/\u00ff HTTP/1.1    | Host: localhost                       | 400 | /problems/malformed-request
            GET /api/v1/samples/%00 HTTP/1.1       | Host: localhost                       | 400 | /problems/malformed-request
            GET /api/v1/samples/%zz HTTP/1.1       | Host: localhost                       | 400 | /problems/malformed-request
            GET /api/v1/samples/%ff HTTP/1.1       | Host: localhost                       | 400 | /problems/malformed-request
            GET /api/v1/samples/a%2Fb HTTP/1.1     | Host: localhost                       | 400 | /problems/malformed-request
            GET /api/v1/samples?limit=%zz HTTP/1.1 | Host: localhost                       | 400 | /problems/malformed-request
            GET /a{b} HTTP/1.1                     | Host: localhost                       | 400 | /problems/malformed-request
            GET /../etc HTTP/1.1                   | Host: localhost                       | 400 | /problems/malformed-request
            GET / HTTP/1.1                         | Host: a b                             | 400 | /problems/malformed-request
            GET / HTTP/1.1                         | No-Host: a                            | 400 | /problems/malformed-request
            GET / HTTP/1.1                         | no header                             | 400 | /problems/malformed-request
            GET / HTTP/1.1                         | Host: localhost, Content-Length: x    | 400 | /problems/malformed-request
            GET / HTTP/1.1                         | Host: localhost, Host: localhost      | 400 | /problems/malformed-request
            GET / HTTP/1.1                         | Host: localhost, If-Match: a\u0001b   | 400 | /problems/malformed-request
            GET / HTTP/1.1                         | Host: localhost, Content-Length: -1   | 400 | /problems/malformed-request
            TRACE /api/v1/samples HTTP/1.1         | Host: localhost                       | 405 | /problems/method-not-allowed
            GET / HTTP/9.9                         | Host: localhost                       | 400 | /problems/malformed-request
            POST /api/v1/samples HTTP/1.1          | Host: localhost, Transfer-Encoding: x | 400 | /problems/malformed-request
            POST /api/v1/samples HTTP/1.1          | Host: localhost, Expect: x            | 417 | about:blank
            """)
    void malformedRequestsAreAnsweredWithProblemDocuments(String requestLine, String headers, int status, String type) {
        var answer = wire(requestLine + "\r\n" + headers.replace(", ", "\r\n") + "\r\nConnection: close\r\n\r\n");
        assertProblem(answer, status, type);
    }

    @Test
    void brokenChunksAreAnsweredWithProblemDocuments() {
        var answer = wire("""
                POST /api/v1/samples HTTP/1.1\r
                Host: localhost\r
                Connection: close\r
                Content-Type: application/json\r
                Transfer-Encoding: chunked\r
                \r
                zz\r
                {}\r
                """);
        assertProblem(answer, 400, "/problems/malformed-request");
    }

    @Test
    void headersThatAreTooLongAreAnsweredWithProblemDocuments() {
        for (var request : new String[] {"GET / HTTP/1.1\r\nX: %s", "GET /?limit=%s HTTP/1.1"}) {
            var answer = wire(request.formatted("x".repeat(20_000)) + "\r\nHost: localhost\r\n\r\n");
            assertProblem(answer, 400, "/problems/malformed-request");
        }
    }

    private static void assertProblem(String answer, int status, String type) {
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("Content-Type: application/problem+json");
        assertThat(answer).doesNotContain("html", "Tomcat", "Exception");
        var problem = new JsonMapper().readTree(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1));
        assertThat(problem.path("type").asString()).isEqualTo(type);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(answer).contains("\r\nX-Content-Type-Options: nosniff\r\n");
        assertThat(answer).contains("X-Request-Id: " + problem.path("requestId").asString() + "\r\n");
        assertThat(problem.has("errors")).isEqualTo(status == 400);
    }
}
