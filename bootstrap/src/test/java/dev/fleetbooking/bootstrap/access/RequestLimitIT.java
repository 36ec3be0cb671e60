package dev.fleetbooking.bootstrap.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.bootstrap.kit.Api;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is off by default: the limit of requests, and pages of other origins. The limit is so high that it disturbs no other test. */
@ExtendWith(OutputCaptureExtension.class)
@Execution(ExecutionMode.SAME_THREAD)
@ResourceLock("SecuredServiceTest")
class RequestLimitIT extends SecuredServiceTest {

    private static final String ORIGIN = "https://desk.example";

    @Test
    void aCallerWhoSendsTooMuchIsToldWhenToComeBack() {
        var caller = nobody.with(tokens.customer("busy-" + UUID.randomUUID()));
        var first = caller.get("/cars").expect(200);
        assertThat(first.header("RateLimit-Policy")).contains("\"caller\";q=%d;w=60".formatted(REQUESTS_PER_MINUTE));
        assertThat(first.header("RateLimit").orElseThrow()).startsWith("\"caller\";r=%d;t=".formatted(REQUESTS_PER_MINUTE - 1));

        for (var sent = 1; sent < REQUESTS_PER_MINUTE; sent++) {
            // Not found, which costs least.
            caller.raw("GET", "/api/v1", null).expect(404);
        }
        var last = caller.get("/cars");
        last.expectProblem(429, "too-many-requests");
        assertThat(last.header("Retry-After")).contains("1");
        assertThat(last.header("RateLimit").orElseThrow()).startsWith("\"caller\";r=0;t=60");
        nobody.with(tokens.customer("calm-" + UUID.randomUUID())).get("/cars").expect(200);

        clock.set(clock.instant().plus(Duration.ofSeconds(1)));
        caller.get("/cars").expect(200);
    }

    @Test
    void pagesOfConfiguredOriginsMayCall() {
        var preflight = preflight(ORIGIN);
        assertThat(preflight.status()).isEqualTo(200);
        assertThat(preflight.header("Access-Control-Allow-Origin")).contains(ORIGIN);
        assertThat(preflight.header("Access-Control-Allow-Headers").orElseThrow()).contains("authorization", "if-match");
        var answer = admin.get("/cars", "Origin", ORIGIN).expect(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).contains(ORIGIN);
        assertThat(answer.header("Access-Control-Expose-Headers").orElseThrow()).contains("ETag", "Location");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void pagesOfOtherOriginsMayNot() {
        preflight("https://other.example").expectProblem(403, "cross-site-request");
        admin.get("/cars", "Origin", "https://other.example").expectProblem(403, "cross-site-request");
        assertThat(preflight("https://other.example").header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void refusalsAreLoggedWithoutTheToken(CapturedOutput output) {
        var account = "ada-" + UUID.randomUUID();
        var token = tokens.customer(account);
        var id = nobody.with(token).get("/events?subject=hush").expectProblem(403, "forbidden").text("/requestId");
        nobody.get("/dealers").expect(401);

        assertThat(output.getAll().lines().filter(line -> line.contains(account)))
                .singleElement().asString()
                .contains(id, "refused 403 to customer " + account + ": GET /api/v1/events")
                .doesNotContain("hush", token);
        assertThat(output.getAll()).contains("refused 401 to nobody: GET /api/v1/dealers");
    }

    private Api.Answer preflight(String origin) {
        return nobody.raw("OPTIONS", "/api/v1/bookings", null,
                "Origin", origin, "Access-Control-Request-Method", "POST",
                "Access-Control-Request-Headers", "authorization, if-match");
    }
}
