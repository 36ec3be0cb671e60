package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods, media types, paths and queries that nobody should send. What is no HTTP at all is in {@link MalformedHttpIT}. */
class BadParametersIT extends SystemTest {

    private static final String SEARCH = "/availability?from=2027-03-01T09:00:00Z&to=2027-03-04T09:00:00Z";

    @ParameterizedTest
    @CsvSource({
        "PUT, /dealers", "PATCH, /dealers", "TRACE, /dealers", "BREW, /dealers", "DELETE, /bookings", "POST, /availability",
        "GET, /bookings/0190b2c0-0000-7000-8000-000000000000/cancellation"})
    void aMethodThatTheRouteDoesNotHaveIsRefused(String method, String route) {
        api.raw(method, "/api/v1" + route, null).expectProblem(405, "method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "image/*", "nonsense"})
    void anotherTypeThanJsonIsNotAnswered(String accepted) {
        api.get("/dealers", "Accept", accepted).expectProblem(406, "not-acceptable");
        api.raw("GET", "/api/v1/unknown", null, "Accept", accepted).expectProblem(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "application/json; charset=utf-16", "application/json; version=2", "application/*; charset=utf-16, text/html",
        "*/*; q=0.1"})
    void jsonIsAnsweredAsItIsWhateverElseIsSaidOfIt(String accepted) {
        var read = api.get("/dealers", "Accept", accepted).expect(200);
        var changed = api.patch("/dealers/" + fleet.dealer(), "{}", "If-Match", "*", "Accept", accepted).expect(200);

        assertThat(read.header("Content-Type")).contains("application/json");
        assertThat(changed.header("Content-Type")).contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data",
        "application/merge-patch+json", "nonsense", "/", "application/json; charset=nonsense"})
    void aBodyOfAnotherTypeIsRefused(String type) {
        api.post("/dealers", "{}", "Content-Type", type).expectProblem(415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1-1-1-1-1", "0190b2c0", "%20", "null"})
    void anIdInThePathThatIsNoUuidIsNamed(String id) {
        for (var collection : new String[] {"/dealers/", "/cars/", "/bookings/", "/maintenance-windows/"}) {
            api.get(collection + id).expectMalformed("id");
        }
        api.post("/bookings/" + id + "/cancellation", null).expectMalformed("id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dealers/%00", "/cars/%00", "/cars/%00/availability", "/maintenance-windows/%0a"})
    void aControlCharacterInThePathIsRefused(String path) {
        api.get(path).expectProblem(400, "malformed-request");
    }

    @ParameterizedTest
    @CsvSource({
        "/dealers?unknown=1, unknown", "/dealers?LIMIT=5, LIMIT", "/dealers?limit=5&limit=6, limit",
        "/dealers?limit=5&limit=5, limit", "/dealers?limit=%2B5, limit", "/cars?dealerId=x, dealerId",
        "/cars?dealerId=, dealerId", "/cars?status=FLYING, status", "/cars?status=in_service, status",
        "/dealers?asOf=2027-03-01T09:00:00Z, asOf", "/bookings?status=PLANNED, status", "/bookings?from=yesterday, from",
        "/bookings?to=2027-03-01, to", "/maintenance-windows?status=CONFIRMED, status",
        "/maintenance-windows?carId=1-1-1-1-1, carId", "/dealers?a%00b=1, a\0b"})
    void aBadFilterIsNamed(String path, String field) {
        api.get(path).expectMalformed(field);
    }

    @ParameterizedTest
    @CsvSource({
        "/availability, from", "/availability?from=2027-03-01T09:00:00Z, to", "/availability?from=2027-03-01T09:00:00Z&to=, to",
        "/availability?from=x&to=2027-03-04T09:00:00Z, from", SEARCH + "&currency=EUR&maxDailyPrice=x, maxDailyPrice",
        SEARCH + "&currency=EUR&maxDailyPrice=1e3, maxDailyPrice",
        SEARCH + "&currency=EUR&maxDailyPrice=1e999999999, maxDailyPrice",
        SEARCH + "&currency=EUR&maxDailyPrice=-1, maxDailyPrice",
        SEARCH + "&currency=EUR&maxDailyPrice=, maxDailyPrice"})
    void aBadSearchIsNamed(String path, String field) {
        api.get(path).expectMalformed(field);
    }

    @Test
    void whatIsNotDocumentedIsRefusedEverywhere() {
        api.get("/dealers/%s?limit=5".formatted(fleet.dealer())).expectMalformed("limit");
        api.post("/bookings?dryRun=true", "{}").expectRefusedAt("dryRun", "carId", "customer", "start", "end");
    }

    @Test
    void aPlusInAQueryIsExplained() {
        var refused = api.get("/bookings?from=2027-03-01T09:00:00+01:00").expectMalformed("from");

        assertThat(refused.text("/errors/0/message")).contains("%2B");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "category=%00", "category=a%00b", "category=%ED%A0%80", "category=%FF", "currency=%00", "dealerId=%00", "cursor=%00",
        "unknown%00=1"})
    void charactersThatNobodyStoresAreRefused(String parameter) {
        var answer = api.get(SEARCH + "&" + parameter);

        assertThat(answer.text("/type")).isIn("/problems/malformed-request", "/problems/invalid-cursor");
        assertThat(answer.http().body()).doesNotContainPattern(Api.INSIDE);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "0000-01-01T00:00:00Z", "0001-01-01T00:00:00%2B18:00", "9999-12-31T23:59:59Z", "9999-12-31T23:59:59-18:00"})
    void timesFarOutOfRangeAreFilteredByOrRefused(String instant) {
        for (var list : new String[] {"/bookings", "/maintenance-windows"}) {
            assertThat(api.get(list + "?from=" + instant).status()).isIn(200, 400);
            assertThat(api.get(list + "?to=" + instant).status()).isIn(200, 400);
        }
        var car = "/cars/" + fleet.car(fleet.dealer());
        api.get("/availability?from=%s&to=2027-03-04T09:00:00Z".formatted(instant)).expectRefusedAt("from", "to");
        api.get("%s/availability?from=2027-03-01T09:00:00Z&to=%s".formatted(car, instant)).expectRefusedAt("to");
    }
}
