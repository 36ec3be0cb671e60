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
import org.springframework.test.context.DynamicPropertyRegistry;

/** An OpenID provider at which everybody has logged in already: tests say as whom. It is also the issuer of tokens. */
final class Provider {

    static final String CLIENT = "fleet-pages";

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

    /** Makes a service take its tokens, and send people to it to log in. */
    void configure(DynamicPropertyRegistry properties) {
        properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", () -> Tokens.ISSUER);
        properties.add("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", () -> address() + "/keys");
        var client = "spring.security.oauth2.client.";
        properties.add(client + "registration.desk.client-id", () -> CLIENT);
        properties.add(client + "registration.desk.client-secret", () -> "secret");
        properties.add(client + "registration.desk.authorization-grant-type", () -> "authorization_code");
        properties.add(client + "registration.desk.redirect-uri", () -> "{baseUrl}/login/oauth2/code/{registrationId}");
        properties.add(client + "registration.desk.scope", () -> "openid");
        properties.add(client + "provider.desk.authorization-uri", () -> address() + "/authorize");
        properties.add(client + "provider.desk.token-uri", () -> address() + "/token");
        properties.add(client + "provider.desk.jwk-set-uri", () -> address() + "/keys");
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
}
