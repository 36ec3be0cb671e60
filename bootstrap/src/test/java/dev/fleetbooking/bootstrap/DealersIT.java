package dev.fleetbooking.bootstrap;

import static dev.fleetbooking.bootstrap.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DealersIT extends SystemTest {

    @Test
    void aRegisteredDealerIsAnsweredWhole() {
        var dealer = api.post("/dealers", """
                {"name": " City Cars ", "timeZone": "Europe/Berlin", "currency": "EUR", "turnaroundMinutes": 90}
                """).expect(201);

        assertThat(dealer.body()).isEqualTo(json("""
                {"id": "%s", "name": "City Cars", "timeZone": "Europe/Berlin", "currency": "EUR",
                 "turnaroundMinutes": 90}
                """.formatted(dealer.id())));
        assertThat(dealer.location()).isEqualTo("/dealers/" + dealer.id());
        assertThat(UUID.fromString(dealer.id()).version()).isEqualTo(7);
    }

    @Test
    void aDealerIsReadAsItWasAnswered() {
        var dealer = api.post("/dealers", """
                {"name": "City Cars", "timeZone": "Asia/Tokyo", "currency": "JPY", "turnaroundMinutes": 1440}
                """).expect(201);

        var read = api.get(dealer.location()).expect(200);

        assertThat(read.body()).isEqualTo(dealer.body());
        assertThat(read.eTag()).isEqualTo(dealer.eTag());
    }

    @Test
    void withoutATurnaroundThereIsNone() {
        var dealer = api.post("/dealers", """
                {"name": "City Cars", "timeZone": "UTC", "currency": "EUR"}
                """).expect(201);

        assertThat(dealer.body().requiredAt("/turnaroundMinutes").asInt()).isZero();
    }

    @Test
    void everyRuleThatADealerBreaksIsNamedAtOnce() {
        api.post("/dealers", """
                {"name": " ", "timeZone": "Mars/Olympus", "currency": "EURO", "turnaroundMinutes": -1}
                """).expectInvalid("name", "timeZone", "currency", "turnaroundMinutes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+01:00", "GMT+1", "Z", "europe/berlin", ""})
    void whatIsNoRegionOfTheTimeZoneDatabaseIsRefused(String timeZone) {
        api.post("/dealers", """
                {"name": "City Cars", "timeZone": "%s", "currency": "EUR"}
                """.formatted(timeZone)).expectInvalid("timeZone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eur", "XAU", "XXX", "QQQ", ""})
    void whatIsNoCurrencyWithMinorUnitsIsRefused(String currency) {
        api.post("/dealers", """
                {"name": "City Cars", "timeZone": "UTC", "currency": "%s"}
                """.formatted(currency)).expectInvalid("currency");
    }

    @Test
    void aNameHasAtMostAHundredCharacters() {
        assertThat(rename("🚗".repeat(100)).expect(200).text("/name")).isEqualTo("🚗".repeat(100));
        rename("x".repeat(101)).expectInvalid("name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u3164", "\u200b\u2060", "\u00ad", "\u00a0\ufeff\u00a0", "\u2800"})
    void aNameShowsSomething(String name) {
        assertThat(rename(name).expectInvalid("name").text("/errors/0/message")).isEqualTo("must show something");
    }

    @Test
    void aNameIsKeptInNormalForm() {
        assertThat(rename("\u00a0Cafe\u0301\u3000").expect(200).text("/name")).isEqualTo("Caf\u00e9");
    }

    @ParameterizedTest
    @CsvSource({"0, 200", "1440, 200", "-1, 422", "1441, 422"})
    void theTurnaroundIsAtMostADay(int minutes, int status) {
        var dealer = fleet.dealer();

        api.patch("/dealers/" + dealer, "{\"turnaroundMinutes\": %d}".formatted(minutes), "If-Match", "*").expect(status);
    }

    @Test
    void aChangeOfOneFieldLeavesTheOthers() {
        var dealer = api.get("/dealers/" + fleet.dealer("Asia/Tokyo", "JPY", 60));

        var renamed = api.patch("/dealers/" + dealer.id(), "{\"name\": \"Shibuya Drive\"}", "If-Match", dealer.eTag())
                .expect(200);
        assertThat(renamed.body()).isEqualTo(json("""
                {"id": "%s", "name": "Shibuya Drive", "timeZone": "Asia/Tokyo", "currency": "JPY",
                 "turnaroundMinutes": 60}
                """.formatted(dealer.id())));

        var quicker = api.patch("/dealers/" + dealer.id(), "{\"turnaroundMinutes\": 30}", "If-Match", renamed.eTag())
                .expect(200);
        assertThat(quicker.body()).isEqualTo(json("""
                {"id": "%s", "name": "Shibuya Drive", "timeZone": "Asia/Tokyo", "currency": "JPY",
                 "turnaroundMinutes": 30}
                """.formatted(dealer.id())));
        assertThat(api.get("/dealers/" + dealer.id()).body()).isEqualTo(quicker.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeZone", "currency", "id"})
    void whatNeverChangesCannotBeChanged(String field) {
        api.patch("/dealers/" + fleet.dealer(), "{\"%s\": \"UTC\"}".formatted(field), "If-Match", "*")
                .expectMalformed(field);
    }

    @Test
    void aRefusedChangeChangesNothing() {
        var dealer = api.get("/dealers/" + fleet.dealer());

        api.patch("/dealers/" + dealer.id(), "{\"name\": \"Other\", \"turnaroundMinutes\": 1441}", "If-Match", "*")
                .expectInvalid("turnaroundMinutes");

        var after = api.get("/dealers/" + dealer.id());
        assertThat(after.body()).isEqualTo(dealer.body());
        assertThat(after.eTag()).isEqualTo(dealer.eTag());
    }

    @Test
    void dealersAreListedWholeInTheOrderTheyCame() {
        var first = api.get("/dealers/" + fleet.dealer()).body();
        var second = api.get("/dealers/" + fleet.dealer("Asia/Tokyo", "JPY", 60)).body();

        assertThat(api.pages("/dealers?limit=100")).endsWith(first, second);
    }

    private Api.Answer rename(String name) {
        return api.patch("/dealers/" + fleet.dealer(), "{\"name\": \"%s\"}".formatted(name), "If-Match", "*");
    }
}
