package dev.fleetbooking.rest.kit.idempotency;

import static dev.fleetbooking.rest.ProblemAssert.assertMalformed;
import static dev.fleetbooking.rest.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.booking.CancelBooking;
import dev.fleetbooking.application.dealer.RegisterDealer;
import dev.fleetbooking.application.maintenance.PlanMaintenance;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.rest.RestTest;
import dev.fleetbooking.rest.Samples;
import dev.fleetbooking.rest.kit.problem.ProblemException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyTest extends RestTest {

    private static final String DEALERS = "/api/v1/dealers";
    private static final String DEALER = "{\"name\": \"A\", \"timeZone\": \"UTC\", \"currency\": \"EUR\"}";
    private static final String CANCELLATION = "/api/v1/bookings/" + Samples.ID + "/cancellation";

    private final String key = UUID.randomUUID().toString();

    @Test
    void repeatsTheFirstAnswerWithoutASecondCall() {
        var without = post(DEALERS, DEALER);
        var first = keyed(DEALERS, DEALER);
        ports.reset();
        var second = keyed(DEALERS, DEALER);

        assertThat(ports.asked(RegisterDealer.Command.class)).isNull();
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

    @Test
    void refusesTheKeyOfAnotherRequest() {
        keyed(CANCELLATION, "{\"reason\": \"rain\"}");

        assertProblem(keyed(CANCELLATION, "{\"reason\":  \"rain\"}"), 422, "idempotency-key-reused");
        assertProblem(keyed(CANCELLATION, "{}"), 422, "idempotency-key-reused");
        assertProblem(keyed(CANCELLATION.replace("0a/", "0b/"), "{\"reason\": \"rain\"}"), 422, "idempotency-key-reused");
        assertProblem(keyed(DEALERS, DEALER), 422, "idempotency-key-reused");
    }

    @Test
    void storesNoRefusal() {
        ports.failWith(new CommonRefusal.NotFound("booking", UUID.randomUUID()).asException());
        assertProblem(keyed(CANCELLATION, "{}"), 404, "not-found");
        ports.reset();

        assertThat(keyed(CANCELLATION, "{\"reason\": \"rain\"}").statusCode()).isEqualTo(200);
        assertThat(ports.asked(List.class).getFirst()).isEqualTo(CancelBooking.class);
    }

    @Test
    void storesNoDryRun() {
        var dryRun = """
                {"carId": "%s", "start": "2027-03-01T09:00:00Z", "end": "2027-03-04T09:00:00Z", "reason": "brakes",
                 "dryRun": true}""".formatted(Samples.ID);
        var first = keyed("/api/v1/maintenance-windows", dryRun);
        ports.reset();
        var second = keyed("/api/v1/maintenance-windows", dryRun);

        assertThat(ports.asked(PlanMaintenance.Command.class)).isNotNull();
        for (var answer : new HttpResponse<?>[] {first, second}) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.headers().map()).doesNotContainKeys("etag", "location", "idempotent-replayed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "a\tb", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void refusesMalformedKeys(String noKey) {
        assertMalformed(post(DEALERS, DEALER, "Idempotency-Key", noKey), "Idempotency-Key", "1 to 64 visible ASCII characters");
        assertThat(ports.asked(RegisterDealer.Command.class)).isNull();
    }

    @Test
    void refusesAKeyThatIsNotAscii() {
        assertThat(wire("POST " + DEALERS + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: 2\r\nIdempotency-Key: \u00fc\r\n\r\n{}"))
                .startsWith("HTTP/1.1 400").contains("Idempotency-Key");
    }

    @Test
    void refusesTwoKeys() {
        assertMalformed(
                post(DEALERS, DEALER, "Idempotency-Key", key, "Idempotency-Key", key), "Idempotency-Key", "once");
    }

    @Test
    void acceptsEveryVisibleCharacter() {
        var everyKind = "!\"#$%&'()*+,-./09:;<=>?@AZ[\\]^_`az{|}~";

        assertThat(post(DEALERS, DEALER, "Idempotency-Key", everyKind).statusCode()).isEqualTo(201);
    }

    @Test
    void checksTheRequestBeforeTheKey() {
        keyed(DEALERS, DEALER);

        assertMalformed(keyed(DEALERS, "{\"unknown\": 1}"), "unknown", "");
        assertMalformed(keyed(DEALERS + "?unknown=1", DEALER), "unknown", "");
        assertMalformed(post(CANCELLATION, "{}", "Idempotency-Key", key, "If-Match", "0"), "If-Match", "");
    }

    @Test
    void checksTheKeyBeforeCallingTheHandler() {
        keyed(CANCELLATION, "{}");

        ports.failWith(new CommonRefusal.NotFound("booking", UUID.randomUUID()).asException());

        assertThat(keyed(CANCELLATION, "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void ignoresTheKeyOfMethodsThatAreIdempotentAnyway() {
        var path = DEALERS + "/" + Samples.ID;

        assertThat(send("GET", path, BodyPublishers.noBody(), "Idempotency-Key", "two words").statusCode()).isEqualTo(200);
        assertThat(patch(path, "{}", "Idempotency-Key", "two words", "If-Match", "*").statusCode()).isEqualTo(200);
    }

    @Test
    void answersRequestInProgressWhileTheFirstRequestRuns() {
        ports.failWith(new ProblemException(IdempotencyProblem.REQUEST_IN_PROGRESS));

        var refused = keyed(DEALERS, DEALER);

        assertProblem(refused, 409, "request-in-progress");
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
    }

    private HttpResponse<String> keyed(String path, String body) {
        return post(path, body, "Idempotency-Key", key);
    }
}
