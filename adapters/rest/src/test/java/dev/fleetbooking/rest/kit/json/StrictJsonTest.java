package dev.fleetbooking.rest.kit.json;

import static dev.fleetbooking.rest.ProblemAssert.assertMalformed;
import static dev.fleetbooking.rest.ProblemAssert.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.car.AddCar;
import dev.fleetbooking.application.car.ChangeCar;
import dev.fleetbooking.application.dealer.RegisterDealer;
import dev.fleetbooking.application.kit.MoneyInput;
import dev.fleetbooking.rest.RestTest;
import dev.fleetbooking.rest.Samples;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class StrictJsonTest extends RestTest {

    private static final String CAR = """
            {"dealerId": "0197d1a2-7c7e-7000-8000-00000000000a", "registrationPlate": "B-AB 123", "make": "VW",
             "model": "Golf", "modelYear": 2024, "category": "COMPACT", "dailyPrice": {"amount": %s, "currency": "EUR"}}""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            {"name": 5}                                   | name              | must be a string
            {"name": true}                                | name              | must be a string
            {"name": 1.5}                                 | name              | must be a string
            {"name": ["x"]}                               | name              | must be a string
            {"name": {}}                                  | name              | must be a string
            {"name": null}                                | name              | must not be null
            {"turnaroundMinutes": "5"}                    | turnaroundMinutes | must be a 32-bit integer
            {"turnaroundMinutes": ""}                     | turnaroundMinutes | must be a 32-bit integer
            {"turnaroundMinutes": true}                   | turnaroundMinutes | must be a 32-bit integer
            {"turnaroundMinutes": 5.0}                    | turnaroundMinutes | must be a 32-bit integer
            {"turnaroundMinutes": 5e0}                    | turnaroundMinutes | must be a 32-bit integer
            {"turnaroundMinutes": 99999999999}            | turnaroundMinutes | must be a 32-bit integer
            {"turnaroundMinutes": 1e400}                  | turnaroundMinutes | must be a 32-bit integer
            {"turnaroundMinutes": [5]}                    | turnaroundMinutes | must be a 32-bit integer
            {"turnaroundMinutes": null}                   | turnaroundMinutes | must not be null
            {"turnaroundMinutes": NaN}                    | turnaroundMinutes | must be valid JSON
            {"turnaroundMinutes": 05}                     | turnaroundMinutes | must be valid JSON
            {"nmae": "City Cars"}                         | nmae              | is not a known field
            {"Name": "City Cars"}                         | Name              | is not a known field
            {"name": "A", "name": "B"}                    | name              | must be valid JSON with each name given once
            {"name": "A"} {}                              | body              | must be one object
            {"name": "A"} x                               | body              | must be valid JSON
            {"name": "A",}                                | name              | must be valid JSON
            {name: "A"}                                   | body              | must be valid JSON
            {'name': "A"}                                 | body              | must be valid JSON
            {"name":                                      | name              | must be valid JSON
            []                                            | body              | must be one object
            [{}]                                          | body              | must be one object
            "text"                                        | body              | must be one object
            ""                                            | body              | must be one object
            5                                             | body              | must be one object
            null                                          | body              | must not be null
            """)
    void refusesEverythingThatTheSchemaRefuses(String json, String field, String message) {
        assertMalformed(patch("/api/v1/dealers/0197d1a2-7c7e-7000-8000-00000000000a", json, "If-Match", "*"), field, message);
        assertThat(ports.asked(Object.class)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            {"carId": "1-1-1-1-1"}              | carId                  | must be a UUID
            {"carId": 5}                        | carId                  | must be a string
            {"carId": {}}                       | carId                  | must be a string
            {"carId": null}                     | carId                  | must not be null
            {"start": "2027-03-01"}             | start                  | must be an RFC 3339 date-time
            {"start": 1772355600}               | start                  | must be a string
            {"customer": "Ada"}                 | customer               | must be one object
            {"customer": {"nmae": "Ada"}}       | customer.nmae          | is not a known field
            {"customer": {"phone": null}}       | customer.phone         | must not be null
            {"expectedTotal": {"amount": true}} | expectedTotal.amount   | must be a string or a number
            {"expectedTotal": {"amount": "1e2"}}| expectedTotal.amount   | must be a plain decimal
            {"expectedTotal": {"amount": 1e2}}  | expectedTotal.amount   | must be a plain decimal
            {"expectedTotal": {"amount": ""}}   | expectedTotal.amount   | must be a plain decimal
            {"expectedTotal": {"amount": 1e400}}| expectedTotal.amount   | must be a plain decimal
            {"expectedTotal": {"amount": 1e-400}}| expectedTotal.amount  | must be a plain decimal
            {"expectedTotal": {"amount": 1e1000000000}}| expectedTotal.amount | must be a plain decimal
            {"expectedTotal": {"amount": null}} | expectedTotal.amount   | must not be null
            {"expectedTotal": {"amount": []}}   | expectedTotal.amount   | must be a string or a number
            {"expectedTotal": {"amount": {}}}   | expectedTotal.amount   | must be a string or a number
            {"expectedTotal": {"currency": 978}}| expectedTotal.currency | must be a string
            {"hold": "true"}                    | hold                   | must be true or false
            {"hold": ""}                        | hold                   | must be true or false
            {"hold": 1}                         | hold                   | must be true or false
            {"hold": null}                      | hold                   | must not be null
            {"held": true}                      | held                   | is not a known field
            {"held": null}                      | held                   | is not a known field
            """)
    void namesTheWholePath(String json, String field, String message) {
        assertMalformed(post("/api/v1/bookings", json), field, message);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        " ", "nonsense", "true", "<dealer/>", "/* comment */ {}", "{\"name\": \"tab\there\"}", "{\"name\": \"\\x\"}",
        "{\"name\": \"\\u12\"}"})
    void refusesWhatIsNoJsonObject(String json) {
        assertProblem(post("/api/v1/dealers", json), 400, "malformed-request");
        assertThat(ports.asked(Object.class)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            PATCH | dealers/%s                         | {"id": "x"}                  | id
            PATCH | dealers/%s                         | {"timeZone": "UTC"}          | timeZone
            PATCH | dealers/%s                         | {"currency": "EUR"}          | currency
            PATCH | cars/%s                            | {"id": "x"}                  | id
            PATCH | cars/%s                            | {"dealerId": "x"}            | dealerId
            PATCH | cars/%s                            | {"registrationPlate": "X 1"} | registrationPlate
            PATCH | cars/%s                            | {"make": "VW"}               | make
            PATCH | cars/%s                            | {"model": "Golf"}            | model
            PATCH | bookings/%s                        | {"carId": "x"}               | carId
            PATCH | maintenance-windows/%s             | {"dryRun": true}             | dryRun
            POST  | bookings/%s/hand-over              | {"at": 5}                    | at
            POST  | maintenance-windows/%s/start       | {"at": 5}                    | at
            """)
    void namesAFieldThatAChangeDoesNotKnow(String method, String path, String json, String field) {
        var body = BodyPublishers.ofString(json);
        var headers = new String[] {"Content-Type", "application/json", "If-Match", "*"};
        assertMalformed(send(method, "/api/v1/" + path.formatted(Samples.ID), body, headers), field, "is not a known field");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            bookings            | {"end": null}               | end            | must not be null
            bookings            | {"start": 5}                | start          | must be a string
            bookings            | {"customer": {"phone": null}} | customer.phone | must not be null
            maintenance-windows | {"reason": null}            | reason         | must not be null
            """)
    void refusesTheSameOfAChange(String resource, String json, String field, String message) {
        assertMalformed(patch("/api/v1/" + resource + "/" + Samples.ID, json, "If-Match", "*"), field, message);
    }

    @Test
    void refusesAReasonThatIsNoString() {
        var cancellation = "/api/v1/bookings/" + Samples.ID + "/cancellation";
        assertMalformed(post(cancellation, "{\"reason\": 5}"), "reason", "must be a string");
    }

    @Test
    void namesAllMissingFieldsAtOnce() {
        assertThat(assertProblem(post("/api/v1/bookings", "{}"), 400, "malformed-request").path("errors"))
                .extracting(error -> error.path("field").asString())
                .containsExactly("carId", "customer", "end", "start");
        var errors = assertProblem(post("/api/v1/bookings", "{\"customer\": {}, \"expectedTotal\": {}}"), 400, "malformed-request")
                .path("errors");

        assertThat(errors).extracting(error -> error.path("field").asString()).containsExactly(
                "carId", "customer.email", "customer.name", "end", "expectedTotal.amount", "expectedTotal.currency", "start");
        assertThat(errors).allSatisfy(error -> assertThat(error.path("message").asString()).isEqualTo("is required"));
    }

    @Test
    void messagesDoNotDependOnTheCallersLanguage() {
        assertThat(post("/api/v1/bookings", "{}", "Accept-Language", "de").body()).contains("is required");
    }

    @Test
    void refusesABodyThatIsNotUtf8() {
        var body = BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'});
        assertMalformed(send("POST", "/api/v1/dealers", body, "Content-Type", "application/json"), "body", "must be valid JSON");
        var utf16 = BodyPublishers.ofString("{}", UTF_16BE);
        assertMalformed(send("POST", "/api/v1/dealers", utf16, "Content-Type", "application/json"), "body", "must be valid JSON");
    }

    @Test
    void refusesJsonThatIsNestedTooDeeply() {
        assertMalformed(post("/api/v1/dealers", "{\"name\": " + "[".repeat(2_000)), "name", "must be a string");
        assertMalformed(post("/api/v1/dealers", "{\"x\": " + "[".repeat(2_000)), "body", "cannot be read");
        assertProblem(post("/api/v1/dealers", "[".repeat(30_000)), 400, "malformed-request");
        assertProblem(post("/api/v1/dealers", "{\"name\": ".repeat(5_000)), 400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"49.90", "\"49.90\""})
    void readsAmountsFromNumbersAndStrings(String amount) {
        assertThat(post("/api/v1/cars", CAR.formatted(amount)).statusCode()).isEqualTo(201);
        assertThat(ports.asked(AddCar.Command.class).dailyPrice())
                .isEqualTo(new MoneyInput(new BigDecimal("49.90"), "EUR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "12345678901", "\"0.00001\""})
    void leavesTheLimitsOfAmountsToTheApplication(String amount) {
        assertThat(post("/api/v1/cars", CAR.formatted(amount)).statusCode()).isEqualTo(201);
    }

    @Test
    void namesTheFieldOfANumberThatIsTooLong() {
        var number = "1".repeat(2_000);
        assertThat(post("/api/v1/cars", CAR.formatted(number)).statusCode()).isEqualTo(201);
        assertMalformed(post("/api/v1/dealers", "{\"turnaroundMinutes\": %s}".formatted(number)),
                "turnaroundMinutes", "must be a 32-bit integer");
        // Within a number as long as this the parser gives up, before there is a value of a field.
        var longer = "{\"turnaroundMinutes\": %s}".formatted("9".repeat(10_000));
        assertProblem(post("/api/v1/dealers", longer), 400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0007b", "a\\nb", "\\ud800", "a\\udc00b", "\\udc00\\ud800", "\\u0085x"})
    void leavesControlCharactersAndLoneSurrogatesToTheApplication(String escape) {
        post("/api/v1/dealers", "{\"name\": \"x%sx\", \"timeZone\": \"UTC\", \"currency\": \"EUR\"}".formatted(escape));
        assertThat(ports.asked(RegisterDealer.Command.class).name())
                .isEqualTo(new JsonMapper().readValue("\"x" + escape + "x\"", String.class));
    }

    @Test
    void distinguishesAbsentFromPresentFields() {
        patch("/api/v1/cars/0197d1a2-7c7e-7000-8000-00000000000a", "{\"category\": \"SUV\"}", "If-Match", "*");

        var command = ports.asked(ChangeCar.Command.class);
        assertThat(command.category()).contains("SUV");
        assertThat(command.dailyPrice()).isEqualTo(Optional.empty());
        assertThat(command.status()).isEqualTo(Optional.empty());
    }

    @Test
    void namesTheConstantsThatAreAllowed() {
        var response = patch("/api/v1/cars/0197d1a2-7c7e-7000-8000-00000000000a", "{\"status\": \"RENTED\"}", "If-Match", "*");
        assertMalformed(response, "status", "must be one of IN_SERVICE, OUT_OF_SERVICE, RETIRED");
    }
}
