package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.bootstrap.kit.SignedTokens;
import dev.fleetbooking.security.Rights;
import dev.fleetbooking.security.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A service whose callers need tokens; in the other tests nobody needs one. */
@TestPropertySource(properties = {
    "fleet.security.requests-per-minute=" + AccessIT.REQUESTS_PER_MINUTE,
    "fleet.security.allowed-origins=https://desk.example",
    "spring.security.oauth2.resourceserver.jwt.audiences=" + SignedTokens.AUDIENCE})
class AccessIT extends SystemTest {

    static final int REQUESTS_PER_MINUTE = 60;

    private static final String LIST = "/api/v1/meeting-rooms";
    private static final SignedTokens TOKENS = new SignedTokens(NOW);

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    @DynamicPropertySource
    static void needTokens(DynamicPropertyRegistry properties) {
        properties.add("spring.security.oauth2.resourceserver.jwt.public-key-location", () -> SignedTokens.publicKey().toUri().toString());
    }

    private record Operation(String name, String method, String path) {
    }

    @Test
    void theTableNamesEachOperationAndNoOthers() {
        assertThat(operations().stream().map(Operation::name).distinct()).containsExactlyInAnyOrderElementsOf(Rights.TABLE.keySet());
    }

    @Test
    void eachOperationIsAnsweredAsTheTableSays() {
        for (var operation : operations()) {
            var allowed = Rights.TABLE.getOrDefault(operation.name(), Set.of());
            var isPublic = allowed.equals(Rights.PUBLIC);
            assertThat(call(operation, null)).as("%s by nobody", operation).isEqualTo(isPublic ? 200 : 401);
            for (var role : Role.values()) {
                assertThat(call(operation, token(role.label())) == 403).as("%s by %s", operation, role)
                        .isEqualTo(!isPublic && !allowed.contains(role));
            }
            assertThat(call(operation, token("gardener")) == 403).as("%s without a known role", operation).isEqualTo(!isPublic);
        }
    }

    @Test
    void theDescriptionNamesTheRolesOfTheTable() {
        var paths = open("/openapi.json").expect(200).body().required("paths");
        var operations = operations();
        // A page is no operation of the API, and OpenApiTest misses each operation that is not described.
        operations.removeIf(operation -> !paths.has(operation.path()));
        for (var operation : operations) {
            var roles = Stream.of(Role.values()).filter(Rights.TABLE.get(operation.name())::contains).map(Role::label).toList();
            assertThat(paths.required(operation.path()).required(operation.method().toLowerCase()).path("security").toString())
                    .as(operation.name())
                    .isEqualTo(roles.isEmpty() ? "[]" : "[{\"token\":[\"%s\"]}]".formatted(String.join("\",\"", roles)));
        }
    }

    @Test
    void whoMayDoItGetsTheAnswer() {
        var clerk = token(Role.CLERK.label());

        assertThat(send("GET", LIST, null, clerk).expect(200).body().required("items").isArray()).isTrue();
        assertThat(send("POST", LIST, "{\"name\": \"North\"}", clerk).expect(403).text("/type")).isEqualTo("/problems/forbidden");
        send("POST", LIST, "{\"name\": \"North\"}", token(Role.ADMIN.label())).expect(201);
    }

    @Test
    void whoHasNoTokenIsToldTheScheme() {
        var refused = send("GET", LIST, null, null).expect(401);

        assertThat(refused.text("/type")).isEqualTo("/problems/unauthenticated");
        assertThat(refused.http().headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    static Stream<String> invalidTokens() {
        var claims = TOKENS.claims("ada", Map.of("roles", List.of("admin")));
        return Stream.of(
                "", "a.b.c", TOKENS.unsigned(claims), TOKENS.signedByAnotherKey(claims), TOKENS.signed(claims) + "=",
                signed(Map.of("exp", 1)), signed(Map.of("exp", "absent")), signed(Map.of("aud", "elsewhere")),
                signed(Map.of("sub", "absent")), signed(Map.of("sub", "two words")), signed(Map.of("roles", "admin")));
    }

    @ParameterizedTest
    @MethodSource("invalidTokens")
    void aTokenThatIsNotValidIsRefusedAndTheAnswerDoesNotSayWhy(String token) {
        var refused = send("GET", LIST, null, token).expect(401);

        assertThat(refused.text("/type")).isEqualTo("/problems/unauthenticated");
        assertThat(refused.http().headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/nothing"})
    void whatDoesNotExistIsNoSecretOnceTheCallerIsKnown(String path) {
        send("GET", path, null, null).expect(401);
        send("GET", path, null, token("admin")).expect(404);
    }

    @Test
    void aCallerWhoSendsTooMuchIsRefused() {
        var busy = TOKENS.signed(TOKENS.claims("busy-" + UUID.randomUUID(), Map.of("roles", List.of("clerk"))));
        for (var sent = 0; sent < REQUESTS_PER_MINUTE; sent++) {
            send("GET", LIST, null, busy).expect(200);
        }

        var refused = send("GET", LIST, null, busy).expect(429);
        assertThat(refused.http().headers().firstValue("Retry-After")).contains("1");
        send("GET", LIST, null, token("clerk")).expect(200);
    }

    @Test
    void onlyPagesOfTheConfiguredOriginsMayCall() {
        assertThat(preflight("https://desk.example").expect(200).http().headers().firstValue("Access-Control-Allow-Origin"))
                .contains("https://desk.example");
        preflight("https://other.example").expect(403);
    }

    @Test
    void metricsAreForTheAdmin() {
        send("GET", "/actuator/prometheus", null, token("clerk")).expect(403);
        send("GET", "/actuator/prometheus", null, token("admin")).expect(200);
    }

    private Answer preflight(String origin) {
        return send(request(LIST).method("OPTIONS", BodyPublishers.noBody())
                .headers("Access-Control-Request-Method", "POST", "Origin", origin));
    }

    /** The status. Nothing has this id, and the body is not complete. */
    private int call(Operation operation, String token) {
        var path = operation.path().replace("{id}", UUID.randomUUID().toString()).replace("{type}", "forbidden");
        return send(operation.method(), path, operation.method().equals("GET") ? null : "{}", token).status();
    }

    private Answer send(String method, String path, String json, String token) {
        var request = request(path).method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (json != null) {
            request.setHeader("Content-Type", "application/json");
        }
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        return send(request);
    }

    /** Of a caller of its own, so that the limit of requests is that of one test. */
    private static String token(String role) {
        return TOKENS.signed(TOKENS.claims("ada-" + UUID.randomUUID(), Map.of("roles", List.of(role))));
    }

    private static String signed(Map<String, ?> claims) {
        var all = new HashMap<>(TOKENS.claims("ada", Map.of("roles", List.of("admin"))));
        all.putAll(claims);
        all.values().removeIf("absent"::equals);
        return TOKENS.signed(all);
    }

    private List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        routes.getHandlerMethods().forEach((route, handler) -> {
            var controllers = handler.getBeanType().getPackageName();
            if (controllers.startsWith("dev.fleetbooking") && !controllers.endsWith(".openapi")) {
                route.getMethodsCondition().getMethods().forEach(method -> route.getPatternValues().forEach(
                        path -> operations.add(new Operation(handler.getMethod().getName(), method.name(), path))));
            }
        });
        return operations;
    }
}
