package dev.fleetbooking.bootstrap.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.bootstrap.kit.Api;
import dev.fleetbooking.bootstrap.kit.Api.Answer;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Logs in at the provider. Keeps the session's cookie, though it is for HTTPS only, and follows no redirect by itself. */
final class Browser {

    private final Api service;
    private final Provider provider;
    private final Tokens tokens;
    private final InstantSource clock;
    private String cookie = "none=none";

    Browser(Api service, Provider provider, Tokens tokens, InstantSource clock) {
        this.service = service;
        this.provider = provider;
        this.tokens = tokens;
        this.clock = clock;
    }

    Answer get(String path, String... headers) {
        return received(service.exchange("GET", path, BodyPublishers.noBody(), with(headers)));
    }

    Answer post(String path, String form) {
        return received(service.exchange("POST", path, BodyPublishers.ofString(form),
                with("Content-Type", "application/x-www-form-urlencoded")));
    }

    /** @return what the provider is asked */
    Map<String, String> askToLogIn(String page) {
        var start = path(get(page));
        var question = URI.create(get(start).expect(302).header("Location").orElseThrow());
        assertThat(question.toString()).startsWith(provider.address() + "/authorize?");
        var parameters = new HashMap<String, String>();
        for (var parameter : question.getQuery().split("&")) {
            parameters.put(parameter.substring(0, parameter.indexOf('=')), parameter.substring(parameter.indexOf('=') + 1));
        }
        return parameters;
    }

    Answer answer(Map<String, String> question, Map<String, ?> idToken) {
        var path = URI.create(question.get("redirect_uri")).getPath();
        return get("%s?code=%s&state=%s".formatted(
                path, provider.code(tokens.signed(idToken)), Api.encoded(question.get("state"))));
    }

    /** @param others claims beside those of every account */
    Browser logIn(String account, Map<String, ?> others) {
        var question = askToLogIn("/");
        answer(question, claims(question, account, others));
        return this;
    }

    /** OpenID Connect Core 1.0, section 2. */
    Map<String, Object> claims(Map<String, String> question, String account, Map<String, ?> others) {
        var claims = tokens.claims(account, Map.of(
                "aud", Provider.CLIENT, "iat", clock.instant().getEpochSecond(), "nonce", question.get("nonce")));
        claims.putAll(others);
        return claims;
    }

    String cookie() {
        return cookie;
    }

    static String formToken(Answer page) {
        var found = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.http().body());
        assertThat(found.find()).isTrue();
        return Api.encoded(found.group(1));
    }

    static String path(Answer redirect) {
        var address = redirect.http().uri().resolve(redirect.expect(302).header("Location").orElseThrow());
        return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
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
