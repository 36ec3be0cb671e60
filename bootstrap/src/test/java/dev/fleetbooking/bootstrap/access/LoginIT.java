package dev.fleetbooking.bootstrap.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.bootstrap.Fleet;
import dev.fleetbooking.bootstrap.kit.Api;
import dev.fleetbooking.bootstrap.kit.Api.Answer;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** People log in to the pages at a provider, which is also the issuer of tokens. */
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
@Execution(ExecutionMode.SAME_THREAD)
@ResourceLock("SecuredServiceTest")
class LoginIT extends SecuredServiceTest {

    private static final String CLIENT = "fleet-pages";
    private static final Provider PROVIDER = new Provider();

    @DynamicPropertySource
    static void logInAtTheProvider(DynamicPropertyRegistry properties) {
        properties.add("spring.security.oauth2.resourceserver.jwt.public-key-location", () -> "");
        properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", () -> Tokens.ISSUER);
        properties.add("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", () -> PROVIDER.address() + "/keys");
        var client = "spring.security.oauth2.client.";
        properties.add(client + "registration.desk.client-id", () -> CLIENT);
        properties.add(client + "registration.desk.client-secret", () -> "secret");
        properties.add(client + "registration.desk.authorization-grant-type", () -> "authorization_code");
        properties.add(client + "registration.desk.redirect-uri", () -> "{baseUrl}/login/oauth2/code/{registrationId}");
        properties.add(client + "registration.desk.scope", () -> "openid");
        properties.add(client + "provider.desk.authorization-uri", () -> PROVIDER.address() + "/authorize");
        properties.add(client + "provider.desk.token-uri", () -> PROVIDER.address() + "/token");
        properties.add(client + "provider.desk.jwk-set-uri", () -> PROVIDER.address() + "/keys");
    }

    @AfterAll
    static void stopTheProvider() {
        PROVIDER.close();
    }

    @Test
    void whoIsNotLoggedInIsSentToTheProviderAndBack() {
        var browser = new Browser();

        var question = browser.askToLogIn("/?weeks=4");

        assertThat(question).containsKeys("state", "nonce", "code_challenge").containsEntry("scope", "openid");
        assertThat(path(browser.answer(question, idToken(question, "root", "fleet-admin")))).isEqualTo("/?weeks=4");
        browser.get("/?weeks=4").expect(200);
    }

    @Test
    void staffSeesItsDealerAndCustomersSeeNobody() {
        var fleet = new Fleet(admin);
        var dealer = fleet.dealer();
        fleet.book(fleet.car(dealer), "2027-03-01T09:00:00Z", "2027-03-02T09:00:00Z").expect(201);
        var page = "/?from=2027-03-01&dealer=" + dealer;
        var customer = "Ada Lovelace";

        assertThat(staff(dealer).get(page).http().body()).contains(customer);
        staff(fleet.dealer()).get(page).expect(404);
        assertThat(loggedIn("eve", "customer").get(page).http().body()).contains("Busy").doesNotContain(customer);
    }

    @Test
    void whoHasNoRoleIsToldSoAndCanLogOut() {
        var refused = loggedIn("eve", "gardener").get("/").expect(403);

        assertThat(refused.header("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(refused.http().body()).contains("You may not see this.", "action=\"/logout\"");
    }

    @Test
    void scriptsDoNotReadTheSessionsCookieAndOtherSitesDoNotSendIt() {
        var browser = new Browser();
        var question = browser.askToLogIn("/");
        var before = browser.cookie;

        var cookie = browser.answer(question, idToken(question, "root", "fleet-admin")).header("Set-Cookie").orElseThrow();

        assertThat(cookie).startsWith("__Host-session=").contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Lax");
        // Whoever knows the session from before the login does not know this one.
        assertThat(browser.cookie).isNotEqualTo(before);
    }

    @Test
    void aFormIsRefusedWithoutTheTokenOfItsPage() {
        var browser = loggedIn("root", "fleet-admin");
        var token = formToken(browser.get("/"));

        browser.post("/logout", "").expect(403);
        browser.post("/logout", "_csrf=" + formToken(loggedIn("root", "fleet-admin").get("/"))).expect(403);
        browser.get("/").expect(200);
        assertThat(path(browser.post("/logout", "_csrf=" + token).expect(302))).isEqualTo("/logged-out");
        assertThat(browser.get("/logged-out").expect(200).http().body()).contains("You are logged out");
        browser.get("/").expect(302);
    }

    /** Whoever logs in next in this browser would send it. */
    @Test
    void aFormThatWasSentWithoutALoginIsRefusedAndNotKept() {
        var browser = new Browser();
        var token = formToken(browser.get("/refused").expect(403));

        browser.post("/bookings/%s/cancellation".formatted(UUID.randomUUID()), "revision=0&_csrf=" + token).expect(403);
        var question = browser.askToLogIn("/?weeks=4");
        assertThat(path(browser.answer(question, idToken(question, "root", "fleet-admin")))).isEqualTo("/?weeks=4");
    }

    @Test
    void anotherProviderIsUnknown() {
        new Browser().get("/oauth2/authorization/another").expect(401);
    }

    @Test
    void theApiKnowsNoSessionAndStartsNone() {
        var browser = loggedIn("root", "fleet-admin");

        for (var path : List.of("/api/v1/dealers", "/calendars/dealers/%s.ics".formatted(UUID.randomUUID()), "/actuator/prometheus")) {
            browser.get(path).expectProblem(401, "unauthenticated");
        }
        assertThat(admin.get("/dealers").expect(200).header("Set-Cookie")).isEmpty();
    }

    @Test
    void aTokenIsNoLogin() {
        admin.raw("GET", "/", null).expect(302);
    }

    @Test
    void anAnswerThatTheProviderDidNotGiveIsRefused() {
        assertRefused(Map.of("nonce", "another"), Map.of());
        assertRefused(Map.of("aud", "another"), Map.of());
        assertRefused(Map.of("iss", "https://another.example"), Map.of());
        assertRefused(Map.of("exp", clock.instant().minusSeconds(90).getEpochSecond()), Map.of());
        assertRefused(Map.of("roles", "fleet-admin"), Map.of());
        assertRefused(Map.of(), Map.of("state", "another"));
    }

    private void assertRefused(Map<String, Object> claims, Map<String, String> answer) {
        var browser = new Browser();
        var question = browser.askToLogIn("/");
        var changed = new HashMap<>(question);
        changed.putAll(answer);
        var token = claims(question, "root", "fleet-admin");
        token.putAll(claims);

        assertThat(path(browser.answer(changed, tokens.signed(token)))).as("%s %s", claims, answer).isEqualTo("/refused");
        browser.get("/refused").expect(403);
        browser.get("/").expect(302);
    }

    @Test
    void aLoginEndsAfterAWorkingDay() {
        var browser = loggedIn("root", "fleet-admin");

        clock.set(clock.instant().plus(Duration.ofHours(8)).minusSeconds(1));
        browser.get("/").expect(200);
        clock.set(clock.instant().plusSeconds(1));
        browser.get("/").expect(302);
    }

    /** A fault that passes, and neither the caller's nor a defect. */
    @Test
    void aTokenThatCannotBeCheckedGets503(CapturedOutput output) {
        var token = tokens.signedByKeyNamed("another", tokens.claims("root", Map.of("roles", List.of("fleet-admin"))));
        PROVIDER.withoutReadableKeys(() -> {
            nobody.with(token).get("/cars").expectProblem(503, "temporarily-unavailable");
            // Without a stack trace; services of other tests log beside it.
            assertThat(output).containsPattern("The keys of the issuer cannot be read: .*\\R(?!\\S+(Exception|Error)\\b)");
            nobody.with("no.token").get("/cars").expectProblem(401, "unauthenticated");
        });
        nobody.with(token).get("/cars").expectProblem(401, "unauthenticated");
    }

    @Test
    void partsOfPagesAreNotLedToTheProvider() {
        var answer = new Browser().get("/", "HX-Request", "true").expect(204);

        assertThat(answer.header("HX-Redirect")).contains("/");
    }

    private Browser staff(String dealer) {
        var browser = new Browser();
        var question = browser.askToLogIn("/");
        var claims = claims(question, "staff", "dealer-staff");
        claims.put("dealer_id", dealer);
        browser.answer(question, tokens.signed(claims));
        return browser;
    }

    private Browser loggedIn(String account, String role) {
        var browser = new Browser();
        var question = browser.askToLogIn("/");
        browser.answer(question, idToken(question, account, role));
        return browser;
    }

    private String idToken(Map<String, String> question, String account, String role) {
        return tokens.signed(claims(question, account, role));
    }

    /** OpenID Connect Core 1.0, section 2. */
    private Map<String, Object> claims(Map<String, String> question, String account, String role) {
        return tokens.claims(account, Map.of(
                "aud", CLIENT, "iat", clock.instant().getEpochSecond(), "nonce", question.get("nonce"), "roles", List.of(role)));
    }

    private static String formToken(Answer page) {
        var found = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.http().body());
        assertThat(found.find()).isTrue();
        return Api.encoded(found.group(1));
    }

    private static String path(Answer redirect) {
        var address = redirect.http().uri().resolve(redirect.expect(302).header("Location").orElseThrow());
        return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    }

    /** Keeps the session's cookie, though it is for HTTPS only, and follows no redirect by itself. */
    private final class Browser {

        private String cookie = "none=none";

        Answer get(String path, String... headers) {
            return received(nobody.exchange("GET", path, BodyPublishers.noBody(), with(headers)));
        }

        Answer post(String path, String form) {
            return received(nobody.exchange("POST", path, BodyPublishers.ofString(form),
                    with("Content-Type", "application/x-www-form-urlencoded")));
        }

        /** @return what the provider is asked */
        Map<String, String> askToLogIn(String page) {
            var start = path(get(page));
            var question = URI.create(get(start).expect(302).header("Location").orElseThrow());
            assertThat(question.toString()).startsWith(PROVIDER.address() + "/authorize?");
            var parameters = new HashMap<String, String>();
            for (var parameter : question.getQuery().split("&")) {
                parameters.put(parameter.substring(0, parameter.indexOf('=')), parameter.substring(parameter.indexOf('=') + 1));
            }
            return parameters;
        }

        Answer answer(Map<String, String> question, String idToken) {
            var path = URI.create(question.get("redirect_uri")).getPath();
            return get("%s?code=%s&state=%s".formatted(path, PROVIDER.code(idToken), Api.encoded(question.get("state"))));
        }

        private String[] with(String... headers) {
            var all = new ArrayList<>(List.of(headers));
            all.addAll(List.of("Cookie", cookie));
            return all.toArray(String[]::new);
        }

        private Answer received(Answer answer) {
            answer.header("Set-Cookie").ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
            return answer;
        }
    }
}
