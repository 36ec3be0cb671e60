package dev.fleetbooking.bootstrap.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.bootstrap.Fleet;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** People log in to the pages at a provider, which is also the issuer of tokens. */
@ExtendWith(OutputCaptureExtension.class)
@Execution(ExecutionMode.SAME_THREAD)
@ResourceLock("SecuredServiceTest")
class LoginIT extends SecuredServiceTest {

    @Test
    void whoIsNotLoggedInIsSentToTheProviderAndBack() {
        var browser = browser();

        var question = browser.askToLogIn("/?weeks=4");

        assertThat(question).containsKeys("state", "nonce", "code_challenge").containsEntry("scope", "openid");
        assertThat(Browser.path(browser.answer(question, admin(browser, question)))).isEqualTo("/?weeks=4");
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
        var browser = browser();
        var question = browser.askToLogIn("/");
        var before = browser.cookie();

        var cookie = browser.answer(question, admin(browser, question)).header("Set-Cookie").orElseThrow();

        assertThat(cookie).startsWith("__Host-session=").contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Lax");
        // Whoever knows the session from before the login does not know this one.
        assertThat(browser.cookie()).isNotEqualTo(before);
    }

    @Test
    void aFormIsRefusedWithoutTheTokenOfItsPage() {
        var browser = loggedIn("root", "fleet-admin");
        var token = Browser.formToken(browser.get("/"));

        browser.post("/logout", "").expect(403);
        browser.post("/logout", "_csrf=" + Browser.formToken(loggedIn("root", "fleet-admin").get("/"))).expect(403);
        browser.get("/").expect(200);
        assertThat(Browser.path(browser.post("/logout", "_csrf=" + token).expect(302))).isEqualTo("/logged-out");
        assertThat(browser.get("/logged-out").expect(200).http().body()).contains("You are logged out");
        browser.get("/").expect(302);
    }

    /** Whoever logs in next in this browser would send it. */
    @Test
    void aFormThatWasSentWithoutALoginIsRefusedAndNotKept() {
        var browser = browser();
        var token = Browser.formToken(browser.get("/refused").expect(403));

        browser.post("/bookings/%s/cancellation".formatted(UUID.randomUUID()), "revision=0&_csrf=" + token).expect(403);
        var question = browser.askToLogIn("/?weeks=4");
        assertThat(Browser.path(browser.answer(question, admin(browser, question)))).isEqualTo("/?weeks=4");
    }

    @Test
    void anotherProviderIsUnknown() {
        browser().get("/oauth2/authorization/another").expect(401);
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
        var browser = browser();
        var question = browser.askToLogIn("/");
        var changed = new HashMap<>(question);
        changed.putAll(answer);
        var token = admin(browser, question);
        token.putAll(claims);

        assertThat(Browser.path(browser.answer(changed, token))).as("%s %s", claims, answer).isEqualTo("/refused");
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
        var answer = browser().get("/", "HX-Request", "true").expect(204);

        assertThat(answer.header("HX-Redirect")).contains("/");
    }

    private static Map<String, Object> admin(Browser browser, Map<String, String> question) {
        return browser.claims(question, "root", Map.of("roles", List.of("fleet-admin")));
    }
}
