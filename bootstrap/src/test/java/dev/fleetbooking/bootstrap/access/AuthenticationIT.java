package dev.fleetbooking.bootstrap.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.bootstrap.kit.Api;
import dev.fleetbooking.bootstrap.kit.SettableClockConfiguration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tokens are valid, and what comes before and after that question. */
class AuthenticationIT extends SecuredServiceTest {

    private static final long NOW = SettableClockConfiguration.NOW.getEpochSecond();

    private static final List<Map<String, ?>> WRONG_SHAPES = List.of(
            Map.of("sub", "absent"), Map.of("sub", ""), Map.of("sub", "two words"), Map.of("sub", "a".repeat(256)),
            Map.of("sub", "tab\t"), Map.of("sub", List.of("ada")),
            Map.of("roles", "customer"), Map.of("roles", List.of(1)), Map.of("roles", Map.of("customer", true)),
            Map.of("roles", List.of(List.of("customer"))), Map.of("roles", true),
            Map.of("dealer_id", 17), Map.of("dealer_id", "17"), Map.of("dealer_id", "1-1-1-1-1"),
            Map.of("dealer_id", List.of("0197d1a2-c3f0-7e21-8000-5d0e9b3a6f17")),
            Map.of("exp", "absent"), Map.of("exp", "soon"), Map.of("exp", 0), Map.of("exp", -1),
            Map.of("cnf", "key"), Map.of("cnf", Map.of("x5t#S256", 17)),
            Map.of("nbf", 1e11), Map.of("aud", "another"), Map.of("aud", "absent"), Map.of("aud", List.of()));

    @ParameterizedTest
    @FieldSource("WRONG_SHAPES")
    void aClaimOfTheWrongShapeMakesTheTokenInvalidAndTheAnswerDoesNotSayWhy(Map<String, ?> claims) {
        var answer = nobody.with(customer(claims)).get("/cars");

        assertRefused(answer);
        assertThat(answer.header("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.b", "a.b.c", "....", "eyJhbGciOiJSUzI1NiJ9.e30.AA", "eyJhbGciOiJSUzI1NiJ9.W10.AA", "%00", "ä"})
    void whatIsNoTokenIsRefused(String token) {
        var answer = nobody.get("/cars", "Authorization", "Bearer " + token);

        assertRefused(answer);
        assertThat(answer.header("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
    }

    /** The library that decodes signatures skips them. */
    @ParameterizedTest
    @ValueSource(strings = {"!", ",", "%", "="})
    void aTokenWithOtherCharactersIsRefused(String added) {
        assertRefused(nobody.with(adminToken + added).get("/cars"));
        assertRefused(nobody.with(adminToken.replaceFirst("\\.(?=[^.]*$)", "." + added)).get("/cars"));
    }

    @Test
    void aTokenThatTheIssuerDidNotSignIsRefused() {
        var claims = tokens.claims("ada", Map.of("roles", List.of("customer")));

        assertRefused(nobody.with(tokens.signedByAnotherKey(claims)).get("/cars"));
        assertRefused(nobody.with(tokens.unsigned(claims)).get("/cars"));
    }

    @Test
    void aRequestWithoutTokenIsToldTheScheme() {
        var answer = nobody.get("/cars");

        assertRefused(answer);
        assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
        assertRefused(nobody.get("/cars", "Authorization", "Basic cm9vdDpyb290"));
    }

    /** What is in front of the service may have read the other one. */
    @Test
    void twoTokensAreRefused() {
        var request = "GET /api/v1/cars HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n";
        var token = "Authorization: Bearer %s\r\n".formatted(adminToken);

        assertThat(nobody.wire(request + token + "\r\n")).startsWith("HTTP/1.1 200 ");
        assertThat(nobody.wire(request + token + token + "\r\n")).startsWith("HTTP/1.1 401 ");
    }

    /** Anybody could find it in logs and histories. */
    @Test
    void aTokenInTheQueryIsNoToken() {
        assertRefused(nobody.get("/cars?access_token=" + adminToken));
    }

    @Test
    void theClocksMayDifferByAMinute() {
        nobody.with(customer(Map.of("exp", NOW - 59))).get("/cars").expect(200);
        nobody.with(customer(Map.of("exp", NOW - 61))).get("/cars").expect(401);
    }

    /** That it was valid is remembered for a minute, but not beyond its expiry. */
    @Test
    void aTokenThatWasValidExpires() {
        var ada = nobody.with(customer(Map.of("exp", NOW + 20)));

        ada.get("/cars").expect(200);
        clock.set(SettableClockConfiguration.NOW.plusSeconds(79));
        ada.get("/cars").expect(200);
        clock.set(SettableClockConfiguration.NOW.plusSeconds(81));
        ada.get("/cars").expect(401);
    }

    @Test
    void tokensAreCheckedBeforeEverythingElse() {
        Stream.of(
                        nobody.send("POST", "/bookings", "{"),
                        nobody.raw("DELETE", "/api/v1/bookings", null),
                        nobody.raw("GET", "/api/v1/nothing", null),
                        nobody.raw("GET", "/nothing", null),
                        nobody.raw("GET", "/actuator/prometheus", null),
                        nobody.get("/cars?limit=many"),
                        nobody.get("/cars", "Accept", "text/csv"),
                        nobody.post("/bookings", "{}", "Content-Type", "text/plain"))
                .forEach(AuthenticationIT::assertRefused);
    }

    @Test
    void theDescriptionOfTheServiceIsPublic() {
        Stream.of("/docs", "/openapi.yaml", "/openapi.json", "/llms.txt", "/webjars/swagger-ui/index.html", "/assets/web.css",
                        "/problems/unauthenticated", "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")
                .forEach(path -> assertThat(nobody.raw("GET", path, null).status()).as(path).isIn(200, 302));
    }

    @Test
    void metricsAreForTheAdmin() {
        assertThat(admin.raw("GET", "/actuator/prometheus", null).status()).isEqualTo(200);
        nobody.with(tokens.customer("ada")).raw("GET", "/actuator/prometheus", null).expectProblem(403, "forbidden");
    }

    /** A timer for each filter costs more than what the filters do; the timer of the request is enough. */
    @Test
    void filtersOfSpringSecurityHaveNoTimersOfTheirOwn() {
        nobody.get("/cars");

        assertThat(admin.raw("GET", "/actuator/prometheus", null).http().body().lines())
                .anyMatch(line -> line.startsWith("http_server_requests"))
                .noneMatch(line -> line.startsWith("spring_security"));
    }

    @Test
    void aPathThatIsNoOperationIsNotFoundOnceTheCallerIsKnown() {
        admin.raw("GET", "/api/v1/nothing", null).expectProblem(404, "not-found");
        admin.raw("DELETE", "/api/v1/bookings", null).expectProblem(405, "method-not-allowed");
    }

    @Test
    void aTokenWithoutAKnownRoleOrStaffWithoutADealerMayDoNothing() {
        Stream.of(List.of(), List.of("FLEET-ADMIN", "root"), List.of("dealer-staff"))
                .map(roles -> Map.of("roles", roles))
                .forEach(claims -> {
                    var answer = nobody.with(tokens.signed(tokens.claims("ada", claims))).get("/cars");

                    answer.expectProblem(403, "forbidden");
                    assertThat(answer.header("WWW-Authenticate")).contains("Bearer error=\"insufficient_scope\"");
                });
    }

    /** A browser adds no token by itself, so there is nothing to protect it from. */
    @Test
    void hostsAndSitesDoNotMatter() {
        admin.get("/cars", "Host", "fleet.example", "Sec-Fetch-Site", "cross-site").expect(200);
    }

    @Test
    void answersHaveTheSameHeadersAsWithoutAuthentication() {
        assertThat(admin.get("/cars").http().headers().map().keySet()).doesNotContain("pragma", "expires", "set-cookie", "x-xss-protection");
    }

    /** Spring Security's firewall would refuse them only when something reads them, which would be answered with 500. */
    @ParameterizedTest
    @CsvSource({
        "GET, /cars?%00=1, Accept: */*, 400", "GET, /cars?%C2%85=1, Accept: */*, 400", "GET, /cars?%EF%BF%BF=1, Accept: */*, 400",
        "GET, /cars, If-None-Match: \u0085, 400", "POST, /bookings, Idempotency-Key: \u0085, 400", "FOO, /cars, Accept: */*, 405"})
    void namesValuesAndMethodsAreAnsweredAsWithoutTokens(String method, String path, String header, int status) {
        var request = "%s /api/v1%s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: application/json\r\n%s\r\n"
                .formatted(method, path, header);

        assertThat(nobody.wire(request + "\r\n")).startsWith("HTTP/1.1 401 ");
        assertThat(nobody.wire(request + "Authorization: Bearer " + adminToken + "\r\n\r\n")).startsWith("HTTP/1.1 " + status);
    }

    private String customer(Map<String, ?> claims) {
        var all = tokens.claims("ada", Map.of("roles", List.of("customer")));
        all.putAll(claims);
        all.values().removeIf("absent"::equals);
        return tokens.signed(all);
    }

    private static void assertRefused(Api.Answer answer) {
        answer.expectProblem(401, "unauthenticated");
        assertThat(answer.text("/detail")).startsWith("The request has no token, or one that is not valid");
    }
}
