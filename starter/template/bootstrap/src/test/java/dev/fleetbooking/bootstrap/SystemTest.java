package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.bootstrap.kit.SettableClockConfiguration;
import dev.fleetbooking.postgres.kit.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A test of the whole service over real HTTP on a real PostgreSQL. All of them share one running service; each adds its own
 * data, so none depends on another. No test sets the clock.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(SettableClockConfiguration.class)
abstract class SystemTest {

    static final Instant NOW = SettableClockConfiguration.NOW;

    private static final TestDatabase DATABASE = TestDatabase.createDatabase();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String API = "/api/v1";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void useTheTestDatabase(DynamicPropertyRegistry properties) {
        DATABASE.configure(properties);
    }

    record Answer(int status, HttpResponse<String> http) {

        JsonNode body() {
            return JSON.readTree(http.body());
        }

        String text(String pointer) {
            return body().requiredAt(pointer).asString();
        }

        Answer expect(int expected) {
            assertThat(status).as("%s answered %s", http.request(), http.body()).isEqualTo(expected);
            return this;
        }
    }

    Answer get(String path) {
        return open(API + path);
    }

    /** What is not an operation of the API, such as the page of a problem. */
    Answer open(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String json, String... headers) {
        var request = request(API + path).POST(BodyPublishers.ofString(json)).header("Content-Type", "application/json");
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** The id of a new one. */
    String meetingRoom() {
        return post("/meeting-rooms", "{\"name\": \"North\"}").expect(201).text("/id");
    }

    Answer reserve(String meetingRoom, Instant start, Instant end, String... headers) {
        return post("/room-reservations", """
                {"meetingRoomId": "%s", "customer": "Ada Lovelace", "start": "%s", "end": "%s"}"""
                .formatted(meetingRoom, start, end), headers);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    static Answer send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            Contract.assertMetBy(response);
            return new Answer(response.statusCode(), response);
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
