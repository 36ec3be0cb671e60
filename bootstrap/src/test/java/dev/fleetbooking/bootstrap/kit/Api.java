package dev.fleetbooking.bootstrap.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of the REST API that validates every answer against {@code docs/openapi.yaml}: an undocumented status or member, or
 * a missing header, fails the test.
 */
public final class Api {

    public static final Path DOCUMENT = Path.of("..", "docs", "openapi.yaml");

    /** Names of classes, stack traces, SQL, error pages of the web server. */
    public static final Pattern INSIDE = Pattern.compile(
            "Exception|\\bat [a-z]+\\.|\\b(org|com|java|jakarta|tools|dev)\\.[a-z]+\\.|SELECT |SQL|Hibernate|Tomcat|<html",
            Pattern.CASE_INSENSITIVE);

    private static final String BASE_PATH = "/api/v1";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final OpenApiInteractionValidator CONTRACT =
            OpenApiInteractionValidator.createFor(DOCUMENT.toString()).build();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String root;
    private final Witness witness;
    private final String token;

    public Api(int port) {
        this(port, (method, path, json, answer) -> { });
    }

    public Api(int port, Witness witness) {
        this("http://127.0.0.1:" + port, witness, null);
    }

    private Api(String root, Witness witness, String token) {
        this.root = root;
        this.witness = witness;
        this.token = token;
    }

    /** A client whose every request has this token. */
    public Api with(String bearerToken) {
        return new Api(root, witness, bearerToken);
    }

    /** Receives every request and its answer. */
    public interface Witness {

        /** @param json the body sent, or null for none */
        void see(String method, String path, String json, Answer answer);
    }

    /** An answer as it was received. */
    public record Answer(int status, HttpResponse<String> http, JsonNode body) {

        public Optional<String> header(String name) {
            return http.headers().firstValue(name);
        }

        /** The text at a JSON pointer; fails if there is none. */
        public String text(String pointer) {
            return body.requiredAt(pointer).asString();
        }

        public String id() {
            return text("/id");
        }

        public String eTag() {
            return header("ETag").orElseThrow();
        }

        /** The header {@code Location} as a path below the base path. */
        public String location() {
            return http.uri().resolve(header("Location").orElseThrow()).getPath().substring(BASE_PATH.length());
        }

        /** The texts at a path within each item of an array. */
        public List<String> texts(String array, String pointer) {
            return body.requiredAt(array).valueStream().map(item -> item.requiredAt(pointer).asString()).toList();
        }

        public Answer expect(int expected) {
            assertThat(status).as("%s %s answered %s", http.request().method(), http.uri(), http.body()).isEqualTo(expected);
            return this;
        }

        /** Expects a problem document of this type and status, which reveals no internals of the service. */
        public Answer expectProblem(int expected, String type) {
            expect(expected);
            assertThat(header("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(text("/type")).isEqualTo("/problems/" + type);
            assertThat(body.requiredAt("/status").asInt()).isEqualTo(expected);
            assertThat(text("/title")).isNotBlank();
            assertThat(text("/detail")).isNotBlank();
            assertThat(text("/instance")).isEqualTo(http.uri().getRawPath());
            assertThat(http.body()).doesNotContainPattern(INSIDE);
            return this;
        }

        /** Expects a refusal of malformed or invalid input that names exactly these fields. */
        public Answer expectRefusedAt(String... fields) {
            expectProblem(status, status == 422 ? "validation-failed" : "malformed-request");
            assertThat(texts("/errors", "/field")).as(http.body()).isNotEmpty().isSubsetOf(fields);
            return this;
        }

        /** Expects a refusal of a malformed request that names exactly these fields. */
        public Answer expectMalformed(String... fields) {
            return expectProblem(400, "malformed-request").expectErrorsAt(fields);
        }

        /** Expects a refusal of well-formed input that names exactly these fields. */
        public Answer expectInvalid(String... fields) {
            return expectProblem(422, "validation-failed").expectErrorsAt(fields);
        }

        private Answer expectErrorsAt(String... fields) {
            assertThat(texts("/errors", "/field")).as(http.body()).containsExactlyInAnyOrder(fields);
            assertThat(texts("/errors", "/message")).allSatisfy(message -> assertThat(message).isNotBlank());
            return this;
        }
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    /** The items of all pages of a list, in order. The path needs a query. */
    public List<JsonNode> pages(String path) {
        var items = new ArrayList<JsonNode>();
        var page = get(path).expect(200);
        page.body().requiredAt("/items").forEach(items::add);
        while (page.body().has("next")) {
            page = get(path + "&cursor=" + encoded(page.text("/next"))).expect(200);
            page.body().requiredAt("/items").forEach(items::add);
        }
        return items;
    }

    /** @param json a JSON text, or null for no body */
    public Answer post(String path, String json, String... headers) {
        return send("POST", path, json, headers);
    }

    public Answer patch(String path, String json, String... headers) {
        return send("PATCH", path, json, headers);
    }

    /** A value for a query. */
    public static String encoded(Object value) {
        return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }

    /** Sends a request to a path of the API (it begins below the base path) and validates the answer against the contract. */
    public Answer send(String method, String path, String json, String... headers) {
        var answer = raw(method, BASE_PATH + path, json, headers);
        assertMeetsContract(method, BASE_PATH + path, answer);
        return answer;
    }

    /** Sends a request to any path of the service; the answer is not validated against the contract. */
    public Answer raw(String method, String path, String json, String... headers) {
        var answer = json == null
                ? exchange(method, path, BodyPublishers.noBody(), headers)
                : exchange(method, path, BodyPublishers.ofString(json), withJson(headers));
        witness.see(method, path, json, answer);
        return answer;
    }

    /** Sends a request with any body, of a length that may be unknown, to any path of the service. */
    public Answer exchange(String method, String path, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(root + path)).method(method, body);
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        for (var i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response, parse(response));
        } catch (IOException failed) {
            throw new AssertionError("no answer to %s %s".formatted(method, path), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** Sends characters unchanged, one byte each, and returns the whole response. */
    public String wire(String request) {
        var address = URI.create(root);
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new AssertionError("no answer to " + request, failed);
        }
    }

    /** A part of the OpenAPI document, with its reference resolved if it is one. */
    public static JsonNode resolved(JsonNode document, JsonNode part) {
        return part.has("$ref") ? document.requiredAt(part.required("$ref").asString().substring(1)) : part;
    }

    /** A JSON text, parsed like {@link Answer#body()}, for comparison. */
    public static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    /** A header given by the test comes later and takes precedence. */
    private static String[] withJson(String... headers) {
        return Stream.concat(Stream.of("Content-Type", "application/json"), Stream.of(headers)).toArray(String[]::new);
    }

    private static JsonNode parse(HttpResponse<String> response) {
        var isJson = response.headers().firstValue("Content-Type").orElse("").contains("json");
        return isJson ? JSON.readTree(response.body()) : JSON.missingNode();
    }

    /** @param path of an operation, with any values in it */
    public static void assertMeetsContract(String method, String path, Answer answer) {
        var response = SimpleResponse.Builder.status(answer.status());
        answer.http().headers().map().forEach((name, values) -> response.withHeader(name, values));
        if (!answer.http().body().isEmpty()) {
            response.withBody(answer.http().body());
        }
        var withoutQuery = path.split("\\?")[0];
        var report = CONTRACT.validateResponse(withoutQuery, Request.Method.valueOf(method), response.build());
        assertThat(report.getMessages())
                .as("%s %s answered %d %s", method, path, answer.status(), answer.http().body())
                .isEmpty();
    }
}
