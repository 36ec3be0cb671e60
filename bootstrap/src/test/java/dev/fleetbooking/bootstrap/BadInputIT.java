package dev.fleetbooking.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is a problem of the 4xx family that names the field and says nothing of the inside. */
class BadInputIT extends SystemTest {

    private static final int LIMIT = 64 * 1024;
    private static final String DEALER = """
            {"name": "City Cars", "timeZone": "Europe/Berlin", "currency": "EUR", "turnaroundMinutes": 90}
            """;
    private static final Pattern INSIDE = Pattern.compile(
            "Exception|\\bat [a-z]+\\.|(org|com|java|jakarta|tools|dev)\\.[a-z]+\\.|SELECT |SQL|Jackson|Tomcat|<html",
            Pattern.CASE_INSENSITIVE);

    private String car;

    @BeforeEach
    void makeACar() {
        car = fleet.car(fleet.dealer());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "{", "nonsense", "[]", "[1]", "\"text\"", "null", "5", "true", "{} {}", "{\"name\": \"x\",}", "{'name': 'x'}",
        "{\"name\": \"tab\there\"}", "{\"name\": \"\\x\"}", "{\"name\": \"\\u12\"}", "{\"name\": 01}", "{\"name\": NaN}",
        "/* comment */ {}", "<dealer/>"})
    void whatIsNoJsonObjectIsRefused(String body) {
        assertSafe(api.post("/dealers", body).expectProblem(400, "malformed-request"));
    }

    @Test
    void aBodyThatIsMissingIsRefused() {
        assertSafe(api.post("/dealers", null, "Content-Type", "application/json").expectProblem(400, "malformed-request"));
    }

    @Test
    void deepNestingIsRefused() {
        assertSafe(api.post("/dealers", "[".repeat(30_000)).expectProblem(400, "malformed-request"));
        assertSafe(api.post("/dealers", "{\"name\": ".repeat(5_000)).expectProblem(400, "malformed-request"));
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        var notUtf8 = "{\"name\": \"\u00ff\", \"timeZone\": \"UTC\", \"currency\": \"EUR\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertSafe(api.exchange("POST", "/api/v1/dealers", BodyPublishers.ofByteArray(notUtf8), "Content-Type", "application/json")
                .expectProblem(400, "malformed-request"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', value = {
        "name|5", "name|true", "name|null", "name|[]", "name|{}", "timeZone|1", "currency|null", "turnaroundMinutes|\"90\"",
        "turnaroundMinutes|1.5", "turnaroundMinutes|true", "turnaroundMinutes|null", "turnaroundMinutes|99999999999999999999",
        "turnaroundMinutes|1e400", "turnaroundMinutes|[90]", "unknown|1", "id|\"x\"", "Name|\"x\""})
    void aFieldOfTheWrongShapeIsNamed(String field, String value) {
        var others = DEALER.replaceFirst("\"" + field + "\": [^,}]+", "\"" + field + "\": " + value);
        var body = others.equals(DEALER) ? DEALER.replace("{", "{\"%s\": %s, ".formatted(field, value)) : others;

        assertSafe(api.post("/dealers", body).expectMalformed(field));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{}|carId,customer,start,end", "{\"customer\": {}}|carId,customer.name,customer.email,start,end"})
    void everyMissingFieldIsNamed(String body, String fields) {
        assertSafe(api.post("/bookings", body).expectMalformed(fields.split(",")));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "5", "\"\"", "\"tomorrow\"", "\"2027-03-01\"", "\"2027-03-01T09:00:00\"", "\"2027-03-01T09:00Z\"",
        "\"2027-02-30T09:00:00Z\"", "\"2027-03-01T25:00:00Z\"", "\"2027-03-01T09:00:00+0100\"", "\"2027-03-01T09:00:00+25:00\"",
        "\"+12027-03-01T09:00:00Z\"", "\"-0001-03-01T09:00:00Z\"", "\"12027-03-01T09:00:00Z\"",
        "\"2027-03-01T09:00:00[Europe/Berlin]\"", "1e400", "null"})
    void whatIsNoDateTimeWithAnOffsetIsNamed(String start) {
        assertSafe(api.post("/bookings", booking("start", start)).expectMalformed("start"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "0000-01-01T00:00:00Z", "0000-01-01T00:00:00+18:00", "0001-01-01T00:00:00+18:00", "9999-12-31T23:59:00Z",
        "9999-12-31T23:59:00-18:00", "2016-12-31T23:59:60Z", "2027-03-01T09:00:00.1234567890123456789Z"})
    void dateTimesFarOutOfRangeAreNamed(String start) {
        assertNames(api.post("/bookings", booking("start", "\"" + start + "\"")), "start", "end");
        assertNames(api.post("/maintenance-windows", """
                {"carId": "%s", "start": "%s", "end": "2027-03-04T09:00:00Z", "reason": "brakes"}
                """.formatted(car, start)), "start", "end");
        assertSafe(api.get("/availability?from=%s&to=2027-03-04T09:00:00Z".formatted(Api.encoded(start))));
        assertSafe(api.get("/cars/%s/availability?from=2027-03-01T09:00:00Z&to=%s".formatted(car, Api.encoded(start))));
    }

    @Test
    void noWindowEndsAfterTheLastDateTimeThatCanBeWritten() {
        assertNames(api.post("/maintenance-windows", """
                {"carId": "%s", "start": "9999-12-31T20:00:00Z", "end": "9999-12-31T23:00:00-05:00", "reason": "brakes"}
                """.formatted(car)), "end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00%2B18:00"})
    void listsCanBeAskedForAnyTime(String instant) {
        for (var filter : new String[] {"from", "to"}) {
            for (var list : new String[] {"/bookings?", "/maintenance-windows?"}) {
                var answer = api.get(list + filter + "=" + instant);
                assertThat(answer.status()).as("%s %s", list, answer.http().body()).isLessThan(500);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\"1e3\"", "1e3", "1E400", "1e-400", "1e1000000000", "\"\"", "\" 5\"", "\"abc\"", "\"NaN\"", "\"-1\"", "-1", "-0.01",
        "\"+5\"", "\"0x10\"", "\"1,5\"", "\"1.\"", "\".5\"", "\"1.234\"", "1.234", "\"12345678901\"", "12345678901", "true", "null",
        "[]", "{}"})
    void whatIsNoAmountIsNamed(String amount) {
        var total = "{\"amount\": %s, \"currency\": \"EUR\"}".formatted(amount);

        assertNames(api.post("/bookings", booking("expectedTotal", total)), "expectedTotal.amount");
    }

    @Test
    void hugeNumbersAreNamed() {
        var digits = "9".repeat(10_000);
        for (var amount : new String[] {digits, "0." + digits, "\"" + digits + "\""}) {
            assertSafe(api.post("/bookings", booking("expectedTotal", "{\"amount\": %s, \"currency\": \"EUR\"}".formatted(amount))));
        }
        assertSafe(api.post("/dealers", DEALER.replace("90", digits)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "\"\"", "\"x\"", "\"1-1-1-1-1\"", "\"0190b2c0-0000-7000-8000-00000000000g\"", "null", "{}"})
    void whatIsNoUuidIsNamed(String id) {
        assertSafe(api.post("/bookings", booking("carId", id)).expectMalformed("carId"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0007b", "a\\nb", "\\ud800", "a\\udc00b", "\\udc00\\ud800", "\\u0085x"})
    void controlCharactersAndLoneSurrogatesAreNamed(String text) {
        var escaped = "\"x" + text + "x\"";

        assertSafe(api.post("/dealers", DEALER.replace("\"City Cars\"", escaped)).expectInvalid("name"));
        assertSafe(api.post("/dealers", DEALER.replace("\"EUR\"", escaped)).expectInvalid("currency"));
        assertSafe(api.post("/bookings", booking("customer",
                "{\"name\": %1$s, \"email\": %1$s, \"phone\": %1$s}".formatted(escaped)))
                .expectInvalid("customer.name", "customer.email", "customer.phone"));
        assertSafe(api.post("/cars", Fleet.car(UUID.randomUUID().toString(), "x" + text + "x", "x" + text, "1", "EUR"))
                .expectInvalid("dealerId", "registrationPlate", "category"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1-1-1-1-1", "0190b2c0", "%00", "%20", "null"})
    void anIdInThePathThatIsNoUuidIsNamed(String id) {
        for (var collection : new String[] {"/dealers/", "/cars/", "/bookings/", "/maintenance-windows/"}) {
            assertSafe(api.raw("GET", "/api/v1" + collection + id, null));
        }
    }

    @Test
    void aBodyOf64KibIsReadAndNoLongerOne() {
        api.post("/dealers", padded(LIMIT)).expect(201);
        assertSafe(api.post("/dealers", padded(LIMIT + 1)).expectProblem(413, "content-too-large"));
        assertSafe(api.post("/dealers", padded(70 * 1024)).expectProblem(413, "content-too-large"));
    }

    @Test
    void aBodyThatDoesNotSayItsLengthIsMeasured() {
        chunked(padded(LIMIT)).expect(201);
        assertSafe(chunked(padded(LIMIT + 1)).expectProblem(413, "content-too-large"));
        assertSafe(chunked(padded(70 * 1024)).expectProblem(413, "content-too-large"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data",
        "application/merge-patch+json", "nonsense", "/", "application/json; charset=nonsense"})
    void aBodyOfAnotherTypeIsRefused(String type) {
        assertSafe(api.post("/dealers", DEALER, "Content-Type", type).expectProblem(415, "unsupported-media-type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "image/*", "nonsense"})
    void anotherTypeThanJsonIsNotAnswered(String accepted) {
        assertSafe(api.get("/dealers", "Accept", accepted).expectProblem(406, "not-acceptable"));
        assertSafe(api.raw("GET", "/api/v1/unknown", null, "Accept", accepted).expectProblem(404, "not-found"));
    }

    @ParameterizedTest
    @CsvSource({"PUT, /dealers", "DELETE, /dealers", "POST, /availability", "DELETE, /bookings", "GET, /unknown/cancellation",
        "PATCH, /dealers", "TRACE, /dealers", "BREW, /dealers"})
    void aMethodThatTheRouteDoesNotHaveIsRefused(String method, String route) {
        if (route.equals("/unknown/cancellation")) {
            route = "/bookings/" + UUID.randomUUID() + "/cancellation";
        }
        assertSafe(api.raw(method, "/api/v1" + route, null).expectProblem(405, "method-not-allowed"));
    }

    @ParameterizedTest
    @CsvSource({
        "/dealers?unknown=1, unknown", "/dealers?LIMIT=5, LIMIT", "/dealers?limit=5&limit=6, limit", "/dealers?limit=5&limit=5, limit",
        "/dealers?limit=%2B5, limit", "/cars?dealerId=x, dealerId", "/cars?dealerId=, dealerId", "/cars?status=FLYING, status",
        "/cars?status=in_service, status", "/cars?asOf=2027-03-01T09:00:00Z, asOf", "/bookings?status=PLANNED, status",
        "/bookings?from=yesterday, from", "/bookings?to=2027-03-01, to", "/maintenance-windows?status=CONFIRMED, status",
        "/maintenance-windows?carId=1-1-1-1-1, carId", "/bookings?from=2027-03-01T09:00:00+01:00, from",
        "/dealers?a%00b=1, a\0b"})
    void aBadQueryParameterIsNamed(String path, String field) {
        assertSafe(api.get(path).expectMalformed(field));
    }

    @ParameterizedTest
    @CsvSource({
        "'', from", "from=2027-03-01T09:00:00Z, to", "from=2027-03-01T09:00:00Z&to=, to", "from=x&to=2027-03-04T09:00:00Z, from",
        "from=2027-03-01T09:00:00Z&to=2027-03-04T09:00:00Z&currency=EUR&maxDailyPrice=x, maxDailyPrice",
        "from=2027-03-01T09:00:00Z&to=2027-03-04T09:00:00Z&currency=EUR&maxDailyPrice=1e3, maxDailyPrice",
        "from=2027-03-01T09:00:00Z&to=2027-03-04T09:00:00Z&currency=EUR&maxDailyPrice=1e999999999, maxDailyPrice",
        "from=2027-03-01T09:00:00Z&to=2027-03-04T09:00:00Z&currency=EUR&maxDailyPrice=-1, maxDailyPrice",
        "from=2027-03-01T09:00:00Z&to=2027-03-04T09:00:00Z&currency=EUR&maxDailyPrice=, maxDailyPrice"})
    void aBadSearchIsNamed(String query, String field) {
        assertNames(api.get("/availability?" + query), field);
    }

    @Test
    void aPlusInAQueryIsExplained() {
        var refused = api.get("/bookings?from=2027-03-01T09:00:00+01:00").expectMalformed("from");

        assertThat(refused.text("/errors/0/message")).contains("%2B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"category=%00", "category=a%00b", "currency=%00", "category=%ED%A0%80", "category=%FF", "cursor=%00"})
    void charactersThatNobodyStoresDoNoHarm(String filter) {
        for (var path : new String[] {"/cars?", "/availability?from=2027-03-01T09:00:00Z&to=2027-03-04T09:00:00Z&"}) {
            var answer = api.get(path + filter);
            assertThat(answer.status()).as("%s %s", path, answer.http().body()).isLessThan(500);
            assertThat(answer.http().body()).doesNotContainPattern(INSIDE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "GET /api/v1/dealers/%zz HTTP/1.1", "GET /api/v1/dealers/%00 HTTP/1.1", "GET /api/v1/dealers/%c0%af HTTP/1.1",
        "GET /api/v1/dealers/%2e%2e%2f HTTP/1.1", "GET /api/v1/../../etc/passwd HTTP/1.1",
        "GET /api/v1/dealers/\\ HTTP/1.1", "GET /api/v1/dealers?limit=%zz HTTP/1.1", "GET /api/v1/dealers?limit={} HTTP/1.1",
        "GET /api/v1/dealers/\u00ff HTTP/1.1", "GET //api/v1//dealers HTTP/1.1", "GET", "NONSENSE", "\u0000\u0001\u0002",
        "GET /api/v1/dealers HTTP/9.9", "GET /api/v1/dealers HTTP/1.1 extra", "G\u0001T /api/v1/dealers HTTP/1.1",
        "get /api/v1/dealers HTTP/1.1", "GET api/v1/dealers HTTP/1.1"})
    void aMalformedRequestLineIsAnsweredWithAProblem(String requestLine) {
        assertSafe(api.wire(requestLine + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "no colon", "Content-Length: abc", "Content-Length: -1", "Content-Length: 99999999999999999999",
        "Content-Length: 5\r\nContent-Length: 6", "Transfer-Encoding: nonsense", "Host: 127.0.0.1",
        "If-Match: \u0001", "X: \u0000"})
    void aMalformedHeaderIsAnsweredWithAProblem(String header) {
        assertSafe(api.wire("GET /api/v1/dealers HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + header + "\r\n\r\n"));
    }

    @Test
    void headersThatAreTooLongAreAnsweredWithAProblem() {
        assertSafe(api.wire("GET /api/v1/dealers HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nX: %s\r\n\r\n"
                .formatted("x".repeat(20_000))));
        assertSafe(api.wire("GET /api/v1/dealers?limit=%s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
                .formatted("x".repeat(20_000))));
    }

    @Test
    void aRequestWithoutAHostIsAnsweredWithAProblem() {
        assertSafe(api.wire("GET /api/v1/dealers HTTP/1.1\r\nConnection: close\r\n\r\n"));
    }

    /** A valid booking but for one field. */
    private String booking(String field, String value) {
        var valid = fleet.booking(car, TODAY.plusSeconds(86_400), TODAY.plusSeconds(2 * 86_400)).strip();
        var replaced = valid.replaceFirst("\"%s\": (\"[^\"]*\"|\\{[^}]*})".formatted(field),
                "\"%s\": %s".formatted(field, value.replace("\\", "\\\\")));
        return replaced.equals(valid) ? valid.replaceFirst("}$", ", \"%s\": %s}".formatted(field, value)) : replaced;
    }

    private static String padded(int bytes) {
        return DEALER.strip() + " ".repeat(bytes - DEALER.strip().length());
    }

    private Api.Answer chunked(String body) {
        var bytes = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        return api.exchange("POST", "/api/v1/dealers", BodyPublishers.ofInputStream(() -> bytes), "Content-Type", "application/json");
    }

    /** A refusal, whichever of the two it is, that names one of the fields and no others. */
    private static void assertNames(Api.Answer answer, String... fields) {
        assertThat(answer.status()).as(answer.http().body()).isIn(400, 422);
        assertThat(answer.texts("/errors", "/field")).isNotEmpty().isSubsetOf(fields);
        assertSafe(answer);
    }

    private static void assertSafe(Api.Answer answer) {
        assertThat(answer.status()).as(answer.http().body()).isBetween(400, 499);
        assertSafe(answer.header("Content-Type").orElse("") + "\r\n\r\n" + answer.http().body());
    }

    private static void assertSafe(String answer) {
        assertThat(answer).contains("application/problem+json").contains("\"type\":\"/problems/").doesNotContainPattern(INSIDE);
    }
}
