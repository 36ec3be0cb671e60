package dev.fleetbooking.bootstrap.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.bootstrap.kit.FuzzedRequests.Request;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Valid and invalid requests generated from the OpenAPI document: no answer is a 5xx, and each answer is documented. Hundreds of
 * requests, or thousands with {@code -Dthorough}, among which each operation succeeds and is refused at least once. To reproduce
 * a run, or to send more:
 *
 * <pre>mvn verify -Dit.test=OpenApiFuzzIT -Dfailsafe.failIfNoSpecifiedTests=false -Dfuzz.seed=1 -Dfuzz.requests=100000</pre>
 */
class OpenApiFuzzIT extends ServiceTest {

    private static final boolean THOROUGH = Boolean.getBoolean("thorough");
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", THOROUGH ? 10_000 : 300);
    private static final long SEED = Long.getLong("fuzz.seed", new Random().nextInt(1_000_000));
    private static final Duration SLOW = Duration.ofSeconds(1);

    @Test
    void everyAnswerIsDocumentedAndNoneIsAFailure() {
        System.out.printf("Fuzz: %d requests, -Dfuzz.seed=%d%n", REQUESTS, SEED);
        var requests = new FuzzedRequests(api.raw("GET", "/openapi.json", null).expect(200).body(), SEED);
        var faults = new ArrayList<String>();
        var unseen = new TreeSet<String>();
        requests.operations().forEach(operation -> {
            unseen.add(operation + " 2xx");
            unseen.add(operation + " 4xx");
        });
        for (var i = 0; i < REQUESTS; i++) {
            clock.set(clock.instant().plus(requests.pause()));
            var request = requests.next(clock.instant());
            var answer = send(request);
            requests.learn(request.operation(), answer);
            unseen.remove("%s %dxx".formatted(request.operation(), answer.status() / 100));
            try {
                check(request, answer);
            } catch (AssertionError fault) {
                faults.add("Request %d: %s%n%s".formatted(i, request, fault.getMessage()));
            }
        }

        assertThat(faults).as("-Dfuzz.seed=%d", SEED).isEmpty();
        if (THOROUGH) {
            assertThat(unseen).as("-Dfuzz.seed=%d", SEED).isEmpty();
        }
    }

    private static void check(Request request, Api.Answer answer) {
        Api.assertMeetsContract(request.operation().method(), request.operation().path().replaceAll("\\{.*?}", "x"), answer);
        assertThat(answer.status()).isLessThan(500);
        if (answer.status() >= 400) {
            assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.http().body()).doesNotContainPattern(Api.INSIDE);
        }
    }

    /** A slow request is sent again, because the machine may have been busy. */
    private Api.Answer send(Request request) {
        for (var attempt = 1; true; attempt++) {
            var start = System.nanoTime();
            var answer = api.exchange(
                    request.operation().method(), request.path(),
                    request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(request.body()),
                    request.headers().toArray(String[]::new));
            if (System.nanoTime() - start < SLOW.toNanos()) {
                return answer;
            }
            assertThat(attempt).as("slow again and again: %s", request).isLessThan(3);
        }
    }
}
