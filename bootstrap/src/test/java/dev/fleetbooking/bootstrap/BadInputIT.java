package dev.fleetbooking.bootstrap;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that nobody should send: each is refused with a problem that names the field, where there is one. */
class BadInputIT extends SystemTest {

    private static final int LIMIT = 64 * 1024;
    private static final Map<String, String> DEALER = Map.of(
            "name", "\"City Cars\"", "timeZone", "\"UTC\"", "currency", "\"EUR\"", "turnaroundMinutes", "90");

    private String car;

    @BeforeEach
    void makeACar() {
        car = fleet.car(fleet.dealer());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "{", "nonsense", "[]", "[1]", "\"text\"", "null", "5", "true", "{} {}", "{\"name\": \"x\",}", "{'name': 'x'}",
        "{\"name\": \"x\", \"name\": \"y\"}", "{\"name\": \"tab\there\"}", "{\"name\": \"\\x\"}", "{\"name\": \"\\u12\"}",
        "{\"name\": 01}", "{\"name\": NaN}", "/* comment */ {}", "<dealer/>"})
    void whatIsNoJsonObjectIsRefused(String body) {
        api.post("/dealers", body).expectProblem(400, "malformed-request");
    }

    @Test
    void aBodyThatIsMissingIsRefused() {
        api.post("/dealers", null, "Content-Type", "application/json").expectProblem(400, "malformed-request");
    }

    @Test
    void deepNestingIsRefused() {
        api.post("/dealers", "[".repeat(30_000)).expectProblem(400, "malformed-request");
        api.post("/dealers", "{\"name\": ".repeat(5_000)).expectProblem(400, "malformed-request");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        var notUtf8 = with(DEALER, "name", "\"\u00ff\"").getBytes(StandardCharsets.ISO_8859_1);

        api.exchange("POST", "/api/v1/dealers", BodyPublishers.ofByteArray(notUtf8), "Content-Type", "application/json")
                .expectProblem(400, "malformed-request");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "name|5", "name|true", "name|null", "name|[]", "name|{}", "timeZone|1", "currency|null", "turnaroundMinutes|\"90\"",
        "turnaroundMinutes|1.5", "turnaroundMinutes|true", "turnaroundMinutes|null", "turnaroundMinutes|99999999999999999999",
        "turnaroundMinutes|1e400", "turnaroundMinutes|[90]", "unknown|1", "id|\"x\"", "Name|\"x\""})
    void aFieldOfTheWrongShapeIsNamed(String field, String json) {
        api.post("/dealers", with(DEALER, field, json)).expectMalformed(field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{}|carId,customer,start,end", "{\"customer\": {}}|carId,customer.name,customer.email,start,end"})
    void everyMissingFieldIsNamed(String body, String fields) {
        api.post("/bookings", body).expectMalformed(fields.split(","));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "PATCH|/bookings/%s|{\"end\": null}|end", "PATCH|/bookings/%s|{\"carId\": \"x\"}|carId",
        "PATCH|/bookings/%s|{\"customer\": {\"phone\": null}}|customer.phone", "PATCH|/bookings/%s|{\"start\": 5}|start",
        "PATCH|/maintenance-windows/%s|{\"reason\": null}|reason", "PATCH|/maintenance-windows/%s|{\"dryRun\": true}|dryRun",
        "POST|/bookings/%s/confirmation|{\"reason\": \"x\"}|reason", "POST|/bookings/%s/cancellation|{\"reason\": 5}|reason",
        "POST|/bookings/%s/hand-over|{\"at\": 5}|at", "POST|/bookings/%s/return|{\"at\": 5}|at",
        "POST|/bookings/%s/no-show|{\"at\": 5}|at", "POST|/maintenance-windows/%s/start|{\"at\": 5}|at",
        "POST|/maintenance-windows/%s/completion|{\"at\": 5}|at", "POST|/maintenance-windows/%s/cancellation|{\"reason\": \"x\"}|reason"})
    void aFieldThatAChangeDoesNotKnowIsNamed(String method, String path, String body, String field) {
        api.send(method, path.formatted(UUID.randomUUID()), body).expectMalformed(field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"hold|\"true\"", "hold|1", "hold|null"})
    void aFieldOfABookingOfTheWrongShapeIsNamed(String field, String value) {
        api.post("/bookings", bookingWith(field, value)).expectMalformed(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "5", "\"\"", "\"tomorrow\"", "\"2027-03-01\"", "\"2027-03-01T09:00:00\"", "\"2027-03-01T09:00Z\"",
        "\"2027-02-30T09:00:00Z\"", "\"2027-03-01T25:00:00Z\"", "\"2027-03-01T09:00:00+0100\"", "\"2027-03-01T09:00:00+25:00\"",
        "\"+12027-03-01T09:00:00Z\"", "\"-0001-03-01T09:00:00Z\"", "\"12027-03-01T09:00:00Z\"",
        "\"2027-03-01T09:00:00[Europe/Berlin]\"", "1e400", "null"})
    void whatIsNoDateTimeWithAnOffsetIsNamed(String json) {
        api.post("/bookings", bookingWith("start", json)).expectMalformed("start");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "0000-01-01T00:00:00Z", "0000-01-01T00:00:00+18:00", "0001-01-01T00:00:00+18:00", "9999-12-31T23:59:00Z",
        "9999-12-31T23:59:00-18:00", "2016-12-31T23:59:60Z", "2027-03-01T09:00:00.1234567890123456789Z"})
    void dateTimesFarOutOfRangeAreNamed(String start) {
        api.post("/bookings", bookingWith("start", "\"" + start + "\"")).expectRefusedAt("start", "end");
        api.post("/maintenance-windows", """
                {"carId": "%s", "start": "%s", "end": "2027-03-04T09:00:00Z", "reason": "brakes"}
                """.formatted(car, start)).expectRefusedAt("start", "end");
    }

    @Test
    void noWindowEndsAfterTheLastDateTimeThatCanBeWritten() {
        api.post("/maintenance-windows", """
                {"carId": "%s", "start": "9999-12-31T20:00:00Z", "end": "9999-12-31T23:00:00-05:00", "reason": "brakes"}
                """.formatted(car)).expectRefusedAt("end");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\"1e3\"", "1e3", "1E400", "1e-400", "1e1000000000", "\"\"", "\" 5\"", "\"abc\"", "\"NaN\"", "\"-1\"", "-1", "-0.01",
        "\"+5\"", "\"0x10\"", "\"1,5\"", "\"1.\"", "\".5\"", "\"1.234\"", "1.234", "\"12345678901\"", "12345678901", "true",
        "null", "[]", "{}"})
    void whatIsNoAmountIsNamed(String json) {
        api.post("/bookings", bookingExpecting(json)).expectRefusedAt("expectedTotal.amount");
    }

    @Test
    void hugeNumbersAreNamed() {
        var digits = "9".repeat(900);

        for (var amount : new String[] {digits, "0." + digits, "\"" + digits + "\""}) {
            api.post("/bookings", bookingExpecting(amount)).expectRefusedAt("expectedTotal.amount");
        }
        api.post("/dealers", with(DEALER, "turnaroundMinutes", digits)).expectMalformed("turnaroundMinutes");
        // Within a number as long as this the parser gives up, before there is a value of a field.
        api.post("/dealers", with(DEALER, "turnaroundMinutes", "9".repeat(10_000))).expectProblem(400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "\"\"", "\"x\"", "\"1-1-1-1-1\"", "\"0190b2c0-0000-7000-8000-00000000000g\"", "null", "{}"})
    void whatIsNoUuidIsNamed(String json) {
        api.post("/bookings", bookingWith("carId", json)).expectMalformed("carId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0007b", "a\\nb", "\\ud800", "a\\udc00b", "\\udc00\\ud800", "\\u0085x"})
    void controlCharactersAndLoneSurrogatesAreNamed(String escape) {
        var text = "x" + escape + "x";
        var customer = "{\"name\": \"%1$s\", \"email\": \"%1$s\", \"phone\": \"%1$s\"}".formatted(text);

        api.post("/dealers", with(DEALER, "name", "\"" + text + "\"")).expectInvalid("name");
        api.post("/dealers", with(DEALER, "currency", "\"" + text + "\"")).expectInvalid("currency");
        api.post("/bookings", bookingWith("customer", customer))
                .expectInvalid("customer.name", "customer.email", "customer.phone");
        api.post("/cars", Fleet.car(UUID.randomUUID().toString(), text, text, "1", "EUR"))
                .expectInvalid("dealerId", "registrationPlate", "category");
    }

    @Test
    void aBodyOf64KibIsReadAndNoLongerOne() {
        api.post("/dealers", padded(LIMIT)).expect(201);
        api.post("/dealers", padded(LIMIT + 1)).expectProblem(413, "content-too-large");
        api.post("/dealers", padded(70 * 1024)).expectProblem(413, "content-too-large");
    }

    @Test
    void aBodyThatDoesNotSayItsLengthIsMeasured() {
        postChunked(padded(LIMIT)).expect(201);
        postChunked(padded(LIMIT + 1)).expectProblem(413, "content-too-large");
        postChunked(padded(70 * 1024)).expectProblem(413, "content-too-large");
    }

    private Api.Answer postChunked(String body) {
        var bytes = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        return api.exchange("POST", "/api/v1/dealers", BodyPublishers.ofInputStream(() -> bytes),
                "Content-Type", "application/json");
    }

    private String bookingExpecting(String amount) {
        return bookingWith("expectedTotal", "{\"amount\": %s, \"currency\": \"EUR\"}".formatted(amount));
    }

    private String bookingWith(String field, String json) {
        var booking = Map.of(
                "carId", "\"" + car + "\"", "customer", "{\"name\": \"Ada Lovelace\", \"email\": \"ada@example.org\"}",
                "start", "\"2027-03-01T09:00:00Z\"", "end", "\"2027-03-04T09:00:00Z\"");
        return with(booking, field, json);
    }

    /** An object of these fields, one of which is replaced or added. All values are JSON. */
    private static String with(Map<String, String> fields, String field, String json) {
        var changed = new HashMap<>(fields);
        changed.put(field, json);
        return changed.entrySet().stream()
                .map(entry -> "\"%s\": %s".formatted(entry.getKey(), entry.getValue()))
                .collect(joining(", ", "{", "}"));
    }

    private static String padded(int bytes) {
        var dealer = with(DEALER, "name", "\"City Cars\"");
        return dealer + " ".repeat(bytes - dealer.length());
    }
}
