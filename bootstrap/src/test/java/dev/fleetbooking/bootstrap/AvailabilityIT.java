package dev.fleetbooking.bootstrap;

import static dev.fleetbooking.bootstrap.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvailabilityIT extends SystemTest {

    private static final String START = "2027-03-01T09:00:00Z";
    private static final String END = "2027-03-04T09:00:00Z";

    @Test
    void aFreeCarIsFoundWithItsQuote() {
        var dealer = fleet.dealer();
        var car = fleet.car(dealer);

        var found = search("&dealerId=" + dealer);

        assertThat(found.body()).isEqualTo(json("""
                {"items": [{"car": %s,
                            "quote": {"days": 3, "dailyPrice": {"amount": "49.90", "currency": "EUR"},
                                      "total": {"amount": "149.70", "currency": "EUR"}}}]}
                """.formatted(api.get("/cars/" + car).body())));
    }

    @Test
    void whatIsTrueOnlyNowIsNotKeptByAnybody() {
        var car = fleet.car(fleet.dealer());

        for (var answer : new Api.Answer[] {search(""), explain(car, START, END)}) {
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.header("ETag")).isEmpty();
        }
    }

    @Test
    void anOccupiedCarIsNotFound() {
        var dealer = fleet.dealer("Europe/Berlin", "EUR", 90);
        var car = fleet.car(dealer);
        // Its turnaround ends when the period starts, and the turnaround of the period ends when it starts.
        fleet.book(car, "2027-02-28T07:30:00Z", "2027-03-01T07:30:00Z").expect(201);
        fleet.plan(car, "2027-03-04T10:30:00Z", "2027-03-05T10:30:00Z").expect(201);

        assertThat(ids(search("&dealerId=" + dealer))).containsExactly(car);
        assertThat(ids(search("2027-03-01T08:59:00Z", END, "&dealerId=" + dealer))).isEmpty();
        assertThat(ids(search(START, "2027-03-04T09:01:00Z", "&dealerId=" + dealer))).isEmpty();
    }

    @Test
    void aCarThatIsNotInServiceIsNotFound() {
        var dealer = fleet.dealer();
        setStatus(fleet.car(dealer), "OUT_OF_SERVICE");
        setStatus(fleet.car(dealer), "RETIRED");

        assertThat(ids(search("&dealerId=" + dealer))).isEmpty();
    }

    @Test
    void carsAreFoundByCurrencyThenTotalThenId() {
        var category = "SORTED_" + Fleet.plate().substring(2);
        var euros = fleet.dealer("Europe/Berlin", "EUR", 0);
        var yen = fleet.dealer("Asia/Tokyo", "JPY", 0);
        var dear = fleet.car(euros, category, "100.00", "EUR");
        var first = fleet.car(euros, category, "20.00", "EUR");
        var second = fleet.car(euros, category, "20.00", "EUR");
        var dinars = fleet.car(fleet.dealer("Africa/Tunis", "TND", 0), category, "1.000", "TND");
        var cheapYen = fleet.car(yen, category, "7000", "JPY");
        var dearYen = fleet.car(yen, category, "16000", "JPY");

        assertThat(ids(search("&category=" + category)))
                .containsExactly(first, second, dear, cheapYen, dearYen, dinars);
    }

    @Test
    void aTotalDependsOnTheClockOfTheDealer() {
        var category = "CLOCK_" + Fleet.plate().substring(2);
        // 25 hours are one day in Berlin, where the clocks go back, and two in Tokyo.
        fleet.car(fleet.dealer("Europe/Berlin", "EUR", 0), category, "30.00", "EUR");
        fleet.car(fleet.dealer("Asia/Tokyo", "EUR", 0), category, "20.00", "EUR");

        var found = search("2027-10-30T08:00:00Z", "2027-10-31T09:00:00Z", "&category=" + category);

        assertThat(found.texts("/items", "/quote/total/amount")).containsExactly("30.00", "40.00");
    }

    @Test
    void carsAreFoundByDealerCategoryCurrencyAndPrice() {
        var dealer = fleet.dealer();
        var compact = fleet.car(dealer, "COMPACT", "40.00", "EUR");
        var sedan = fleet.car(dealer, "SEDAN", "60.00", "EUR");
        var byDealer = "&dealerId=" + dealer;

        assertThat(ids(search(byDealer))).containsExactly(compact, sedan);
        assertThat(ids(search(byDealer + "&category=SEDAN"))).containsExactly(sedan);
        assertThat(ids(search(byDealer + "&currency=EUR"))).containsExactly(compact, sedan);
        assertThat(ids(search(byDealer + "&currency=JPY"))).isEmpty();
        assertThat(ids(search(byDealer + "&maxDailyPrice=59.99"))).containsExactly(compact);
        assertThat(ids(search(byDealer + "&maxDailyPrice=60"))).containsExactly(compact, sedan);
        assertThat(ids(search("&currency=EUR&maxDailyPrice=59.99&limit=100"))).doesNotContain(sedan);
        assertThat(ids(search("&dealerId=" + UUID.randomUUID()))).isEmpty();
    }

    @Test
    void aGreatestPriceNeedsACurrency() {
        api.get("/availability?from=%s&to=%s&maxDailyPrice=50".formatted(START, END)).expectMalformed("maxDailyPrice");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-04T07:54:00Z, 2027-01-05T08:00:00Z, from", "2027-03-01T09:00:00Z, 2027-03-01T09:59:00Z, to",
        "2027-03-01T09:00:00Z, 2027-05-30T09:01:00Z, to", "2028-07-03T08:00:00Z, 2028-07-04T08:01:00Z, to",
        "2027-03-01T09:00:30Z, 2027-03-04T09:00:00Z, from", "2027-03-04T09:00:00Z, 2027-03-01T09:00:00Z, to"})
    void aPeriodThatCouldNotBeBookedIsNotSearched(String from, String to, String field) {
        api.get("/availability?from=%s&to=%s".formatted(from, to)).expectInvalid(field);
    }

    @Test
    void aFreeCarIsExplainedWithItsQuote() {
        var car = fleet.car(fleet.dealer("Europe/Berlin", "EUR", 90));

        assertThat(explain(car, "2027-03-01T10:00:00%2B01:00", END).body()).isEqualTo(json("""
                {"carId": "%s", "from": "2027-03-01T09:00:00Z", "to": "2027-03-04T09:00:00Z", "available": true,
                 "reasons": [], "busy": [], "free": [{"start": "2027-03-01T09:00:00Z", "end": "2027-03-04T09:00:00Z"}],
                 "nextAvailableFrom": "2027-03-01T09:00:00Z",
                 "quote": {"days": 3, "dailyPrice": {"amount": "49.90", "currency": "EUR"},
                           "total": {"amount": "149.70", "currency": "EUR"}}}
                """.formatted(car)));
    }

    @Test
    void anOccupiedCarIsExplainedWithItsCalendar() {
        var car = fleet.car(fleet.dealer("Europe/Berlin", "EUR", 90));
        fleet.book(car, "2027-02-27T09:00:00Z", "2027-03-01T12:00:00Z").expect(201);
        fleet.plan(car, "2027-03-03T09:00:00Z", "2027-03-06T09:00:00Z").expect(201);

        assertThat(explain(car, START, END).body()).isEqualTo(json("""
                {"carId": "%s", "from": "2027-03-01T09:00:00Z", "to": "2027-03-04T09:00:00Z", "available": false,
                 "reasons": ["BOOKED", "MAINTENANCE"],
                 "busy": [{"start": "2027-02-27T09:00:00Z", "end": "2027-03-01T12:00:00Z", "kind": "BOOKING"},
                          {"start": "2027-03-01T12:00:00Z", "end": "2027-03-01T13:30:00Z", "kind": "TURNAROUND"},
                          {"start": "2027-03-03T09:00:00Z", "end": "2027-03-06T09:00:00Z", "kind": "MAINTENANCE"}],
                 "free": [{"start": "2027-03-01T13:30:00Z", "end": "2027-03-03T09:00:00Z"}],
                 "nextAvailableFrom": "2027-03-06T09:00:00Z"}
                """.formatted(car)));
    }

    @Test
    void theTurnaroundOfTheWindowCountsForAvailabilityButIsNotDeducted() {
        var car = fleet.car(fleet.dealer("Europe/Berlin", "EUR", 90));
        fleet.plan(car, "2027-03-04T10:00:00Z", "2027-03-05T10:00:00Z").expect(201);

        var explanation = explain(car, START, END).body();

        assertThat(explanation.requiredAt("/available").asBoolean()).isFalse();
        assertThat(explanation.requiredAt("/reasons")).isEqualTo(json("[\"TURNAROUND\"]"));
        assertThat(explanation.requiredAt("/busy")).isEmpty();
        assertThat(explanation.requiredAt("/free")).isEqualTo(json("""
                [{"start": "2027-03-01T09:00:00Z", "end": "2027-03-04T09:00:00Z"}]
                """));
    }

    @Test
    void aCarThatIsNotInServiceIsExplainedWithoutANextTime() {
        var car = fleet.car(fleet.dealer());
        setStatus(car, "OUT_OF_SERVICE");

        assertThat(explain(car, START, END).body()).isEqualTo(json("""
                {"carId": "%s", "from": "2027-03-01T09:00:00Z", "to": "2027-03-04T09:00:00Z", "available": false,
                 "reasons": ["NOT_IN_SERVICE"], "busy": [],
                 "free": [{"start": "2027-03-01T09:00:00Z", "end": "2027-03-04T09:00:00Z"}]}
                """.formatted(car)));
    }

    @Test
    void aWindowThatCouldNotBeBookedIsExplainedWithoutAQuote() {
        var car = fleet.car(fleet.dealer());

        var past = explain(car, "2027-01-01T00:00:00Z", "2027-01-02T00:00:00Z").body();
        var seconds = explain(car, "2027-03-01T09:00:00.5Z", "2027-03-04T09:00:30Z").body();

        assertThat(past.requiredAt("/available").asBoolean()).isTrue();
        assertThat(past.requiredAt("/nextAvailableFrom").asString()).isEqualTo("2027-01-04T08:00:00Z");
        assertThat(past.has("quote")).isFalse();
        assertThat(seconds.requiredAt("/available").asBoolean()).isTrue();
        assertThat(seconds.requiredAt("/free/0/start").asString()).isEqualTo("2027-03-01T09:00:00.500Z");
        assertThat(seconds.has("quote")).isFalse();
    }

    @Test
    void whatIsOverIsStillExplained() {
        var car = fleet.car(fleet.dealer());
        fleet.book(car, START, END).expect(201);
        clock.set(Instant.parse("2027-04-01T00:00:00Z"));

        assertThat(explain(car, START, END).body().requiredAt("/busy")).isEqualTo(json("""
                [{"start": "2027-03-01T09:00:00Z", "end": "2027-03-04T09:00:00Z", "kind": "BOOKING"}]
                """));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-01T09:00:00Z, 2027-03-01T09:00:00Z, 422", "2027-03-04T09:00:00Z, 2027-03-01T09:00:00Z, 422",
        "2027-03-01T00:00:00Z, 2027-06-01T00:00:01Z, 422", "2027-03-01T00:00:00Z, 2027-06-01T00:00:00Z, 200",
        "1999-03-01T00:00:00Z, 1999-03-01T00:00:01Z, 200", "9999-12-01T00:00:00Z, 9999-12-31T23:59:59Z, 200"})
    void aWindowOfAtMost92DaysIsExplained(String from, String to, int status) {
        explain(fleet.car(fleet.dealer()), from, to).expect(status);
    }

    @Test
    void onlyAnExistingCarIsExplained() {
        explain(UUID.randomUUID().toString(), START, END).expectProblem(404, "not-found");
    }

    private Api.Answer search(String filters) {
        return search(START, END, filters);
    }

    private Api.Answer search(String from, String to, String filters) {
        return api.get("/availability?from=%s&to=%s%s".formatted(from, to, filters)).expect(200);
    }

    private Api.Answer explain(String car, String from, String to) {
        return api.get("/cars/%s/availability?from=%s&to=%s".formatted(car, from, to));
    }

    private static Iterable<String> ids(Api.Answer found) {
        return found.texts("/items", "/car/id");
    }

    private void setStatus(String car, String status) {
        api.patch("/cars/" + car, "{\"status\": \"%s\"}".formatted(status), "If-Match", "*").expect(200);
    }
}
