package dev.fleetbooking.rest.kit.problem;

import static dev.fleetbooking.rest.kit.ProblemAssert.assertMalformed;
import static dev.fleetbooking.rest.kit.ProblemAssert.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.kit.StoreUnavailableException;
import dev.fleetbooking.domain.kit.CommonRefusal;
import dev.fleetbooking.domain.kit.Violation;
import dev.fleetbooking.rest.kit.RestTest;
import dev.fleetbooking.rest.kit.SampleController;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skyscreamer.jsonassert.JSONAssert;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Common refusals, what the adapter itself refuses, and which of several problems is reported: 405, 406, 415, 413, then 400. */
class ProblemHandlerTest extends RestTest {

    private static final String PATH = SampleController.PATH;
    private static final byte[] TOO_LARGE = new byte[70_000];

    static final List<Arguments> REFUSALS = List.of(
            Arguments.of(new CommonRefusal.ValidationFailed(List.of(new Violation("end", "must be after start"))),
                    422, "validation-failed", "{errors: [{field: 'end', message: 'must be after start'}]}"),
            Arguments.of(new CommonRefusal.NotFound("sample", SampleController.SAMPLE.id()), 404, "not-found", "{}"),
            Arguments.of(new CommonRefusal.Forbidden(), 403, "forbidden", "{}"),
            Arguments.of(new CommonRefusal.RevisionRequired(), 428, "precondition-required", "{}"),
            Arguments.of(new CommonRefusal.RevisionMismatch(), 412, "precondition-failed", "{}"),
            Arguments.of(new CommonRefusal.InvalidTransition("OPEN", "closing", List.of("opening")),
                    409, "invalid-transition", "{currentStatus: 'OPEN', requested: 'closing', allowed: ['opening']}"),
            Arguments.of(new CommonRefusal.TooEarly("closing", Instant.parse("2027-03-01T09:00:00Z")),
                    409, "too-early", "{requested: 'closing', earliest: '2027-03-01T09:00:00Z'}"),
            Arguments.of(new CommonRefusal.TooLate("closing", Instant.parse("2027-03-04T09:00:00Z")),
                    409, "too-late", "{requested: 'closing', latest: '2027-03-04T09:00:00Z'}"));

    @Autowired
    private ProblemHandler handler;

    @ParameterizedTest
    @FieldSource("REFUSALS")
    void commonRefusals(CommonRefusal refusal, int status, String type, String members) throws Exception {
        ports.failWith(refusal.asException());
        JSONAssert.assertEquals(members, assertProblem(get(PATH), status, type).toString(), false);
    }

    @Test
    void everyCommonRefusalIsTested() {
        assertThat(REFUSALS).extracting(row -> (Object) row.get()[0].getClass())
                .containsExactlyInAnyOrder((Object[]) CommonRefusal.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nope", "/api", "/api/v1", "/api/v1/", "/api/v1/samples/", "/error", "/api/v2/samples", "//"})
    void unknownRoutes(String path) {
        assertProblem(get(path), 404, "not-found");
        assertProblem(post(path, "{}"), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, '', GET", "PUT, '', POST", "PATCH, '', GET", "TRACE, '', POST", "FOO, '', GET", "POST, /search, GET",
        "GET, /0197d1a2-7c7e-7000-8000-00000000000a/closing, POST"})
    void methodsThatTheRouteDoesNotHave(String method, String path, String allowed) {
        var response = send(method, PATH + path, BodyPublishers.noBody());
        assertProblem(response, 405, "method-not-allowed");
        assertThat(response.headers().firstValue("Allow").orElseThrow()).contains(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%00", "/%00/closing", "/%0a"})
    void controlCharactersInThePath(String path) {
        assertProblem(get(PATH + path), 400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "image/*", "nonsense", "application/yaml", "application/json;q=0",
        "*/*;q=0", "application/*;q=0.0", "application/json;q=0, */*", "*/*, application/*;q=0", "text/html, application/json; q=0.000"})
    void mediaTypesThatTheRouteDoesNotAnswerWith(String accept) {
        assertProblem(get(PATH, "Accept", accept), 406, "not-acceptable");
    }

    /** A more specific range can include what a range excludes (RFC 9110, section 12.5.1). */
    @ParameterizedTest
    @ValueSource(strings = {"*/*;q=0, application/json", "application/*;q=0, application/json;q=0.1", "text/html;q=0, */*",
        "application/json;charset=utf-16;q=0, application/json", "application/yaml;q=0, application/*"})
    void mediaTypesThatAMoreSpecificRangeIncludes(String accept) {
        assertThat(get(PATH, "Accept", accept).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "application/json; charset=utf-16", "application/json; version=2", "application/*; charset=utf-16, text/html",
        "*/*; q=0.1"})
    void parametersOfMediaTypesThatDoNotMatter(String accept) {
        var read = get(PATH, "Accept", accept);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.headers().firstValue("Content-Type")).contains("application/json");
        var changed = patch(SampleController.ONE, "{}", "If-Match", "*", "Accept", accept);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.headers().firstValue("Content-Type")).contains("application/json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /problems/not-found | text/plain;q=0, */*
            GET  | /openapi.json       | application/json;q=0, */*
            GET  | /openapi.yaml       | application/vnd.oai.openapi;q=0, */*
            POST | /api/v1/samples     | application/json;q=0, application/*
            """)
    void excludedMediaTypesOnEveryRoute(String method, String path, String accept) {
        assertProblem(send(method, path, BodyPublishers.noBody(), "Accept", accept), 406, "not-acceptable");
    }

    @Test
    void problemsAreAnsweredEvenIfTheirMediaTypeIsExcluded() {
        assertProblem(get("/nope", "Accept", "application/problem+json;q=0"), 404, "not-found");
        assertProblem(get("/nope", "Accept", "text/html"), 404, "not-found");
        assertProblem(get(PATH + "?nope=1", "Accept", "application/json, */*;q=0"), 400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
        "application/yaml", "application/json;charset=iso-8859-1", "nonsense", "application/xml", "multipart/form-data",
        "application/merge-patch+json", "/", "application/json; charset=nonsense"})
    void mediaTypesThatTheRouteDoesNotRead(String contentType) {
        var response = send("POST", PATH, BodyPublishers.ofString("{}"), "Content-Type", contentType);
        assertProblem(response, 415, "unsupported-media-type");
        assertThat(response.headers().allValues("Accept")).containsExactly("application/json");
    }

    @Test
    void compressedBodies() {
        assertProblem(post(PATH, "{}", "Content-Encoding", "gzip"), 415, "unsupported-media-type");
    }

    @Test
    void bodiesWithoutAMediaType() {
        assertProblem(send("POST", PATH, BodyPublishers.ofString("{}")), 415, "unsupported-media-type");
    }

    @Test
    void missingBodies() {
        assertMalformed(send("POST", PATH, BodyPublishers.noBody()), "body", "is required");
        assertMalformed(post(PATH, ""), "body", "is required");
    }

    /** With an empty body, curl sends the media type of a form. */
    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "text/plain", "nonsense"})
    void theMediaTypeOfAMissingBodyDoesNotMatter(String contentType) {
        var closed = send("POST", SampleController.ONE + "/closing", BodyPublishers.noBody(), "Content-Type", contentType);
        assertThat(closed.statusCode()).as(closed.body()).isEqualTo(200);
        assertMalformed(
                send("POST", PATH, BodyPublishers.noBody(), "Content-Type", contentType), "body", "is required");
    }

    @Test
    void largeBodiesOfKnownAndUnknownLength() {
        assertProblem(sendLarge("POST", PATH, declared()), 413, "content-too-large");
        assertProblem(sendLarge("POST", PATH, chunked()), 413, "content-too-large");
        assertProblem(sendLarge("PATCH", PATH + "/not-a-uuid", chunked()), 413, "content-too-large");
    }

    @Test
    void bodiesUpTo64KiBAreRead() {
        var json = "{\"name\": \"%s\"}".formatted("x".repeat(64 * 1024 - 12));
        assertThat(json).hasSize(64 * 1024);
        assertProblem(post(PATH, json), 400, "malformed-request");
        assertProblem(post(PATH, json + " "), 413, "content-too-large");
        assertProblem(sendLarge("POST", PATH, chunked(json.getBytes(UTF_8))), 400, "malformed-request");
        assertProblem(sendLarge("POST", PATH, chunked((json + " ").getBytes(UTF_8))), 413, "content-too-large");
    }

    @Test
    void theMostBasicProblemIsReported() {
        assertProblem(send("PUT", PATH, chunked(), "Accept", "text/html", "Content-Type", "text/plain"),
                405, "method-not-allowed");
        assertProblem(send("POST", PATH, chunked(), "Accept", "text/html", "Content-Type", "text/plain"),
                406, "not-acceptable");
        assertProblem(send("POST", PATH + "?nope=1", chunked(), "Content-Type", "text/plain"),
                415, "unsupported-media-type");
        assertProblem(sendLarge("POST", PATH + "?nope=1", chunked()), 413, "content-too-large");
        assertProblem(patch(SampleController.ONE, "{\"name\": 5}"), 400, "malformed-request");
    }

    @Test
    void anUnavailableStore() {
        ports.failWith(new StoreUnavailableException(new IllegalStateException("connection refused")));
        var response = get(PATH);
        assertProblem(response, 503, "temporarily-unavailable");
        assertThat(response.headers().firstValue("Retry-After")).contains("1");
        assertThat(response.body()).doesNotContain("connection");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void defectsRevealNothingToTheCallerAndEverythingToTheLog(CapturedOutput log) {
        ports.failWith(new IllegalStateException("secret"));

        var problem = assertProblem(get(PATH, "Accept", "application/json"), 500, "internal-error");

        assertThat(problem.toString()).doesNotContain("secret");
        assertThat(log).contains("The request failed", "IllegalStateException: secret");
    }

    @ParameterizedTest
    @ValueSource(classes = {AsyncRequestNotUsableException.class, ClientAbortException.class})
    @ExtendWith(OutputCaptureExtension.class)
    void aDisconnectedCallerIsNotADefect(Class<? extends IOException> hangup, CapturedOutput log) throws Exception {
        @Controller
        class Abandoned {

            @GetMapping("/")
            void answer() throws Exception {
                throw hangup.getConstructor(String.class).newInstance("Broken pipe");
            }
        }
        var mvc = MockMvcBuilders.standaloneSetup(new Abandoned()).setControllerAdvice(handler).build();

        var answer = mvc.perform(MockMvcRequestBuilders.get("/")).andReturn().getResponse();

        assertThat(answer.getContentAsString()).isEmpty();
        assertThat(log).doesNotContain("ERROR", "WARN", "Broken pipe");
    }

    @Test
    void headAndOptionsAnswerWithoutABody() {
        var head = send("HEAD", PATH, BodyPublishers.noBody());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(send("HEAD", "/nope", BodyPublishers.noBody()).statusCode()).isEqualTo(404);

        var options = send("OPTIONS", PATH, BodyPublishers.noBody());
        assertThat(options.statusCode()).isEqualTo(200);
        assertThat(options.headers().firstValue("Allow").orElseThrow().split(","))
                .containsExactlyInAnyOrder("GET", "HEAD", "POST", "OPTIONS");
    }

    private HttpResponse<String> sendLarge(String method, String path, BodyPublisher body) {
        return send(method, path, body, "Content-Type", "application/json");
    }

    private static BodyPublisher declared() {
        return BodyPublishers.ofByteArray(TOO_LARGE);
    }

    private static BodyPublisher chunked() {
        return chunked(TOO_LARGE);
    }

    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }
}
