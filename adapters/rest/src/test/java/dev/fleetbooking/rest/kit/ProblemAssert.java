package dev.fleetbooking.rest.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every problem document has in common. */
public final class ProblemAssert {

    private static final JsonMapper JSON = new JsonMapper();

    private ProblemAssert() {
    }

    /** Checks status, media type and the standard members, and returns the document. */
    public static JsonNode assertProblem(HttpResponse<String> response, int status, String type) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = JSON.readTree(response.body());
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + type);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.path("instance").asString()).isEqualTo(response.uri().getRawPath());
        assertThat(response.headers().allValues("X-Request-Id")).containsExactly(problem.path("requestId").asString());
        assertThat(response.body()).doesNotContain(":null", "Exception", "java.", "dev.fleetbooking", "org.spring");
        return problem;
    }

    /** The same for 400, with the only expected error. */
    public static void assertMalformed(HttpResponse<String> response, String field, String message) {
        var errors = assertProblem(response, 400, "malformed-request").path("errors");
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).path("field").asString()).isEqualTo(field);
        assertThat(errors.get(0).path("message").asString()).contains(message);
    }
}
