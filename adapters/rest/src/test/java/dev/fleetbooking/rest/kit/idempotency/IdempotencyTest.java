package dev.fleetbooking.rest.kit.idempotency;

import static dev.fleetbooking.rest.kit.ProblemAssert.assertMalformed;
import static dev.fleetbooking.rest.kit.ProblemAssert.assertProblem;
import static dev.fleetbooking.rest.kit.SampleController.NEW;
import static dev.fleetbooking.rest.kit.SampleController.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.rest.kit.RestTest;
import dev.fleetbooking.rest.kit.SampleController;
import dev.fleetbooking.rest.kit.problem.ProblemException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class IdempotencyTest extends RestTest {

    private static final String CLOSING = SampleController.ONE + "/closing";

    private final String key = UUID.randomUUID().toString();

    @Test
    void repeatsTheFirstAnswerWithoutASecondCall() {
        var without = post(PATH, NEW);
        var first = keyed(PATH, NEW);
        ports.reset();
        var second = keyed(PATH, NEW);

        assertThat(ports.lastCall()).isEmpty();
        assertThat(second.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        for (var answer : new HttpResponse<?>[] {first, second}) {
            assertThat(answer.statusCode()).isEqualTo(without.statusCode());
            assertThat(answer.body()).isEqualTo(without.body());
            for (var header : new String[] {"Location", "ETag", "Content-Type"}) {
                assertThat(answer.headers().allValues(header)).as(header).isEqualTo(without.headers().allValues(header));
            }
        }
    }

    /** Such as the operations of Spring Boot's Actuator. */
    @Test
    void leavesHandlersAloneThatAreNoOperationsOfTheApi(
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) throws Exception {
        var route = RequestMappingInfo.paths("/others").options(routes.getBuilderConfiguration()).build();
        routes.registerMapping(route, new Other(), Other.class.getDeclaredMethod("answer"));
        try {
            for (int time = 0; time < 2; time++) {
                var answer = keyed("/others", "{}");
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("Idempotent-Replayed")).isEmpty();
            }
        } finally {
            routes.unregisterMapping(route);
        }
    }

    private static final class Other {

        @ResponseBody
        Object answer() {
            return null;
        }
    }

    @Test
    void refusesTheKeyOfAnotherRequest() {
        keyed(CLOSING, "{}");

        assertProblem(keyed(CLOSING, "{ }"), 422, "idempotency-key-reused");
        assertProblem(keyed(CLOSING, ""), 422, "idempotency-key-reused");
        assertProblem(keyed(CLOSING.replace("0a/", "0b/"), "{}"), 422, "idempotency-key-reused");
        assertProblem(keyed(PATH, NEW), 422, "idempotency-key-reused");
    }

    @Test
    void storesNoRefusal() {
        ports.failWith(new CommonRefusal.NotFound("sample", UUID.randomUUID()).asException());
        assertProblem(keyed(CLOSING, "{}"), 404, "not-found");
        ports.reset();

        assertThat(keyed(CLOSING, "{ }").statusCode()).isEqualTo(200);
        assertThat(ports.lastCall()).isPresent();
    }

    @Test
    void storesNoDryRun() {
        var dryRun = NEW.replaceFirst("}$", ", \"dryRun\": true}");
        var first = keyed(PATH, dryRun);
        ports.reset();
        var second = keyed(PATH, dryRun);

        assertThat(ports.lastCall()).isPresent();
        for (var answer : new HttpResponse<?>[] {first, second}) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.headers().map()).doesNotContainKeys("etag", "location", "idempotent-replayed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "a\tb", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void refusesMalformedKeys(String noKey) {
        assertMalformed(post(PATH, NEW, "Idempotency-Key", noKey), "Idempotency-Key", "1 to 64 visible ASCII characters");
        assertThat(ports.lastCall()).isEmpty();
    }

    @Test
    void refusesAKeyThatIsNotAscii() {
        assertThat(wire("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: 2\r\nIdempotency-Key: \u00fc\r\n\r\n{}"))
                .startsWith("HTTP/1.1 400").contains("Idempotency-Key");
    }

    @Test
    void refusesTwoKeys() {
        assertMalformed(
                post(PATH, NEW, "Idempotency-Key", key, "Idempotency-Key", key), "Idempotency-Key", "once");
    }

    @Test
    void acceptsEveryVisibleCharacter() {
        var everyKind = "!\"#$%&'()*+,-./09:;<=>?@AZ[\\]^_`az{|}~";

        assertThat(post(PATH, NEW, "Idempotency-Key", everyKind).statusCode()).isEqualTo(201);
    }

    @Test
    void checksTheRequestBeforeTheKey() {
        keyed(PATH, NEW);

        assertProblem(post(PATH, "{}", "Idempotency-Key", key, "Content-Encoding", "gzip"), 415, "unsupported-media-type");
        assertProblem(keyed(PATH, " ".repeat(70 * 1024)), 413, "content-too-large");
        assertMalformed(keyed(PATH, "{\"unknown\": 1}"), "unknown", "");
        assertMalformed(keyed(PATH + "?unknown=1", NEW), "unknown", "");
        assertMalformed(post(CLOSING, "{}", "Idempotency-Key", key, "If-Match", "0"), "If-Match", "");
    }

    @Test
    void checksTheKeyBeforeCallingTheHandler() {
        keyed(CLOSING, "{}");

        ports.failWith(new CommonRefusal.NotFound("sample", UUID.randomUUID()).asException());

        assertThat(keyed(CLOSING, "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void ignoresTheKeyOfMethodsThatAreIdempotentAnyway() {
        assertThat(send("GET", SampleController.ONE, BodyPublishers.noBody(), "Idempotency-Key", "two words").statusCode()).isEqualTo(200);
        assertThat(patch(SampleController.ONE, "{}", "Idempotency-Key", "two words", "If-Match", "*").statusCode()).isEqualTo(200);
    }

    @Test
    void answersRequestInProgressWhileTheFirstRequestRuns() {
        ports.failWith(new ProblemException(IdempotencyProblem.REQUEST_IN_PROGRESS));

        var refused = keyed(PATH, NEW);

        assertProblem(refused, 409, "request-in-progress");
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
    }

    private HttpResponse<String> keyed(String path, String body) {
        return post(path, body, "Idempotency-Key", key);
    }
}
