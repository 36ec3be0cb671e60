package dev.fleetbooking.bootstrap.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An OpenID provider at which everybody has logged in already: tests say as whom. */
final class Provider implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, String> idTokens = new ConcurrentHashMap<>();
    private volatile boolean keysAreReadable = true;

    Provider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/keys", exchange -> {
            if (keysAreReadable) {
                answer(exchange, Tokens.publicKeys());
            } else {
                exchange.close();
            }
        });
        server.createContext("/token", exchange -> {
            var form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            answer(exchange, "{\"token_type\": \"Bearer\", \"access_token\": \"none\", \"id_token\": \"%s\"}".formatted(
                    idTokens.remove(form.replaceFirst("(?s).*\\bcode=([^&]*).*", "$1"))));
        });
        server.start();
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(json.getBytes(UTF_8));
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The code for which the service gets this token, once. */
    String code(String idToken) {
        var code = Integer.toString(idTokens.size() + idToken.hashCode());
        idTokens.put(code, idToken);
        return code;
    }

    /** Does something while requests for the keys get no answer. */
    void withoutReadableKeys(Runnable meanwhile) {
        keysAreReadable = false;
        try {
            meanwhile.run();
        } finally {
            keysAreReadable = true;
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
