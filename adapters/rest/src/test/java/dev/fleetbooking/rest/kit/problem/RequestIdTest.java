package dev.fleetbooking.rest.kit.problem;

import static dev.fleetbooking.rest.kit.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.rest.kit.RestTest;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ProblemAssert} checks in every problem that it has the id of its request. */
class RequestIdTest extends RestTest {

    private static final String HEADER = "X-Request-Id";
    private static final String OWN = "[0-9a-f]{8}-[0-9a-f]+";

    @Test
    void eachRequestGetsItsOwnId() {
        assertThat(idOf("/api/v1/samples")).matches(OWN).isNotEqualTo(idOf("/api/v1/samples"));
    }

    @Test
    void noRequestOfManyConnectionsHasTheIdOfAnother() throws Exception {
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var ids = clients.invokeAll(Collections.nCopies(200, (Callable<String>) () -> idOf("/api/v1/samples")));

            assertThat(ids).extracting(Future::get).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/samples", "/nope", "/problems/not-found"})
    void aSafeIdOfTheCallerIsUsed(String path) {
        assertThat(idOf(path, HEADER, "a.B_9-")).isEqualTo("a.B_9-");
        assertProblem(get("/nope", HEADER, "a.B_9-"), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "{json}", "\u00e4", "a]b", "12345678901234567890123456789012345678901234567890123456789012345"})
    void anUnsafeIdOfTheCallerIsReplaced(String id) {
        assertThat(idOf("/api/v1/samples", HEADER, id)).matches(OWN);
    }

    private String idOf(String path, String... headers) {
        return get(path, headers).headers().firstValue(HEADER).orElseThrow();
    }

    /** Tomcat refuses to process a request asynchronously if one valve does not support it. */
    @Test
    void theValveSupportsAsynchronousProcessing() {
        assertThat(new ResponseHeadersValve().isAsyncSupported()).isTrue();
    }
}
