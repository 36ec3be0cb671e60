package dev.fleetbooking.rest.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Tests of the adapter through HTTP; the application behind it is {@link StubPorts}. The configuration is the service's, the
 * nearest above the package of the test.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
    "spring.main.banner-mode=off", "fleet.max-concurrent-requests=2",
    "fleet.web.allowed-hosts[0]=Booking.Example", "fleet.web.allowed-hosts[1]=intranet:8443"})
public abstract class RestTest {

    private static final HttpClient CLIENT;

    static {
        // Otherwise the client does not let the test set the Host header.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        CLIENT = HttpClient.newHttpClient();
    }

    @Autowired
    protected StubPorts ports;

    @LocalServerPort
    protected int port;

    @BeforeEach
    void resetPorts() {
        ports.reset();
    }

    protected HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    protected HttpResponse<String> post(String path, String json, String... headers) {
        return sendJson("POST", path, json, headers);
    }

    protected HttpResponse<String> patch(String path, String json, String... headers) {
        return sendJson("PATCH", path, json, headers);
    }

    private HttpResponse<String> sendJson(String method, String path, String json, String... headers) {
        var all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/json";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return send(method, path, BodyPublishers.ofString(json), all);
    }

    /** Sends characters unchanged, one byte each, and returns the whole response. */
    protected String wire(String request) {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
