package dev.fleetbooking.rest.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.rest.kit.RestTest;
import dev.fleetbooking.rest.kit.SampleController;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that every answer has, and that none has. {@link ProblemReportValveTest} tests answers without Spring MVC. */
class AnswerHeadersTest extends RestTest {

    private static final Map<String, String> WANTED = Map.of(
            "X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY", "Referrer-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    @ParameterizedTest
    @CsvSource({
        "GET, /, 302", "GET, /docs, 302", "GET, /webjars/swagger-ui/index.html, 200", "GET, /problems/not-found, 200",
        "GET, /openapi.yaml, 200", "GET, /api/v1/samples, 200", "HEAD, /api/v1/samples, 200", "OPTIONS, /api/v1/samples, 200",
        "POST, /api/v1/samples, 400", "GET, /nope, 404", "PUT, /api/v1/samples, 405", "GET, /a%2Fb, 400",
        "GET, /webjars/nope.js, 404"})
    void everyAnswerHasTheSecurityHeaders(String method, String path, int status) {
        var answer = send(method, path, BodyPublishers.noBody());

        assertThat(answer.statusCode()).isEqualTo(status);
        WANTED.forEach((name, value) -> assertThat(answer.headers().allValues(name)).as(name).containsExactly(value));
        assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1).allSatisfy(policy -> assertThat(policy)
                .startsWith("default-src 'none'; ").contains("frame-ancestors 'none'").doesNotContain("unsafe", "*", "http"));
        assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by", "content-disposition");
    }

    @Test
    void anAnswer304HasTheSecurityHeadersToo() {
        var unchanged = get(SampleController.ONE, "If-None-Match", "*");

        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/x.exe", "/api/v1/samples/foo.bat", "/api/v1/foo.html", "/problems/foo.exe", "/webjars/foo.exe", "/docs.html"})
    void aPathThatEndsLikeAFileIsAnsweredLikeAnyOther(String path) {
        var answer = get(path);

        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
    }
}
