package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.bootstrap.kit.Api;
import dev.fleetbooking.rest.kit.problem.CommonProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Problems that take the whole service. {@link EveryMemberIT} meets each type; 503, and a request that is in progress, are in
 * {@link TemporarilyUnavailableIT}.
 */
class ProblemsIT extends SystemTest {

    /** Answered by Spring MVC, the actuator and Tomcat. */
    @ParameterizedTest
    @ValueSource(strings = {
        "/", "/docs", "/openapi.json", "/webjars/swagger-ui/index.html", "/problems/not-found", "/actuator", "/actuator/health",
        "/actuator/health/liveness", "/actuator/prometheus", "/api/v1/cars", "/nope"})
    void crossSiteAndMisdirectedRequests(String path) {
        for (var method : new String[] {"GET", "HEAD", "OPTIONS", "POST", "DELETE"}) {
            api.raw(method, path, null, "Host", "evil.example").expect(421);
            api.raw(method, path, null, "Origin", "https://evil.example").expect(403);
            api.raw(method, path, null, "Sec-Fetch-Site", "cross-site").expect(403);
        }
        api.raw("GET", path, null, "Host", "evil.example", "Origin", "null").expectProblem(421, "misdirected-request");
        api.raw("GET", path, null, "Origin", "null").expectProblem(403, "cross-site-request");
    }

    /** It never reaches Spring MVC. What else does not is in {@code ProblemReportValveTest}. */
    @Test
    void whatIsNoHttpIsAnsweredWithAProblem() {
        assertThat(api.wire("NONSENSE\r\n\r\n")).startsWith("HTTP/1.1 400 ").contains("application/problem+json")
                .doesNotContainPattern(Api.INSIDE);
    }

    @Test
    void parametersOfPagesThatCannotBeReadAreRefused() {
        api.raw("GET", "/?category=%ff", null).expect(400);
        api.raw("POST", "/book", "car=" + "x".repeat(70 * 1024), "Content-Type", "application/x-www-form-urlencoded").expect(400);
        api.raw("POST", "/book", "car=%zz", "Content-Type", "application/x-www-form-urlencoded").expect(400);
    }

    @Test
    void theActuatorSendsNoMediaTypeThatIsExcluded() {
        api.raw("GET", "/actuator/prometheus", null, "Accept", "*/*;q=0").expectProblem(406, "not-acceptable");
        var other = api.raw("GET", "/actuator/health", null, "Accept", "*/*, application/json;q=0").expect(200);
        assertThat(other.header("Content-Type").orElseThrow()).startsWith("application/vnd.spring-boot.actuator.");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void internalError(CapturedOutput log) {
        var dealer = fleet.dealer();
        // No request may lead to this answer, so it takes data that no code of this service writes.
        database.sql("UPDATE dealer SET time_zone = 'Mars/Olympus' WHERE id = ?::uuid").param(dealer).update();
        try {
            var answer = api.get("/dealers/" + dealer).expectProblem(500, "internal-error");

            assertThat(answer.body().propertyNames())
                    .containsExactlyInAnyOrder("type", "title", "status", "detail", "instance", "requestId");
            assertThat(answer.text("/detail")).isEqualTo(CommonProblem.INTERNAL_ERROR.description().meaning());
            assertThat(log.toString()).contains("[" + answer.text("/requestId") + "] ");
        } finally {
            database.sql("UPDATE dealer SET time_zone = 'UTC' WHERE id = ?::uuid").param(dealer).update();
        }
    }
}
