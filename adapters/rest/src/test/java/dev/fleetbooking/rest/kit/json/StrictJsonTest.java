package dev.fleetbooking.rest.kit.json;

import static dev.fleetbooking.rest.kit.ProblemAssert.assertMalformed;
import static dev.fleetbooking.rest.kit.ProblemAssert.assertProblem;
import static dev.fleetbooking.rest.kit.SampleController.ONE;
import static dev.fleetbooking.rest.kit.SampleController.PATH;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.kit.MoneyInput;
import dev.fleetbooking.rest.kit.RestTest;
import dev.fleetbooking.rest.kit.SampleController;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class StrictJsonTest extends RestTest {

    private static final String PRICE = "{\"price\": {\"amount\": %s, \"currency\": \"EUR\"}}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            {"name": 5}                | name | must be a string
            {"name": true}             | name | must be a string
            {"name": 1.5}              | name | must be a string
            {"name": ["x"]}            | name | must be a string
            {"name": {}}               | name | must be a string
            {"name": null}             | name | must not be null
            {"size": "5"}              | size | must be a 32-bit integer
            {"size": ""}               | size | must be a 32-bit integer
            {"size": true}             | size | must be a 32-bit integer
            {"size": 5.0}              | size | must be a 32-bit integer
            {"size": 5e0}              | size | must be a 32-bit integer
            {"size": 99999999999}      | size | must be a 32-bit integer
            {"size": 1e400}            | size | must be a 32-bit integer
            {"size": [5]}              | size | must be a 32-bit integer
            {"size": null}             | size | must not be null
            {"size": NaN}              | size | must be valid JSON
            {"size": 05}               | size | must be valid JSON
            {"nmae": "A"}              | nmae | is not a known field
            {"Name": "A"}              | Name | is not a known field
            {"name": "A", "name": "B"} | name | must be valid JSON with each name given once
            {"name": "A"} {}           | body | must be one object
            {"name": "A"} x            | body | must be valid JSON
            {"name": "A",}             | name | must be valid JSON
            {name: "A"}                | body | must be valid JSON
            {'name': "A"}              | body | must be valid JSON
            {"name":                   | name | must be valid JSON
            []                         | body | must be one object
            [{}]                       | body | must be one object
            "text"                     | body | must be one object
            ""                         | body | must be one object
            5                          | body | must be one object
            null                       | body | must not be null
            """)
    void refusesEverythingThatTheSchemaRefuses(String json, String field, String message) {
        assertMalformed(change(json), field, message);
        assertThat(ports.lastCall()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            {"ownerId": "1-1-1-1-1"}            | ownerId        | must be a UUID
            {"ownerId": 5}                      | ownerId        | must be a string
            {"ownerId": {}}                     | ownerId        | must be a string
            {"ownerId": null}                   | ownerId        | must not be null
            {"start": "2027-03-01"}             | start          | must be an RFC 3339 date-time
            {"start": 1772355600}               | start          | must be a string
            {"contact": "Ada"}                  | contact        | must be one object
            {"contact": {"nmae": "Ada"}}        | contact.nmae   | is not a known field
            {"contact": {"phone": null}}        | contact.phone  | must not be null
            {"price": {"amount": true}}         | price.amount   | must be a string or a number
            {"price": {"amount": "1e2"}}        | price.amount   | must be a plain decimal
            {"price": {"amount": 1e2}}          | price.amount   | must be a plain decimal
            {"price": {"amount": ""}}           | price.amount   | must be a plain decimal
            {"price": {"amount": 1e400}}        | price.amount   | must be a plain decimal
            {"price": {"amount": 1e-400}}       | price.amount   | must be a plain decimal
            {"price": {"amount": 1e1000000000}} | price.amount   | must be a plain decimal
            {"price": {"amount": null}}         | price.amount   | must not be null
            {"price": {"amount": []}}           | price.amount   | must be a string or a number
            {"price": {"amount": {}}}           | price.amount   | must be a string or a number
            {"price": {"currency": 978}}        | price.currency | must be a string
            {"dryRun": "true"}                  | dryRun         | must be true or false
            {"dryRun": ""}                      | dryRun         | must be true or false
            {"dryRun": 1}                       | dryRun         | must be true or false
            {"dryRun": null}                    | dryRun         | must not be null
            {"dry": true}                       | dry            | is not a known field
            {"dry": null}                       | dry            | is not a known field
            """)
    void namesTheWholePath(String json, String field, String message) {
        assertMalformed(post(PATH, json), field, message);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        " ", "nonsense", "true", "<sample/>", "/* comment */ {}", "{\"name\": \"tab\there\"}", "{\"name\": \"\\x\"}",
        "{\"name\": \"\\u12\"}"})
    void refusesWhatIsNoJsonObject(String json) {
        assertProblem(change(json), 400, "malformed-request");
        assertThat(ports.lastCall()).isEmpty();
    }

    @Test
    void refusesAnyFieldInABodyThatNeedsNone() {
        assertMalformed(post(ONE + "/closing", "{\"at\": 5}"), "at", "is not a known field");
    }

    @Test
    void namesAllMissingFieldsAtOnce() {
        assertThat(assertProblem(post(PATH, "{}"), 400, "malformed-request").path("errors"))
                .extracting(error -> error.path("field").asString())
                .containsExactly("contact", "ownerId", "start");
        var errors = assertProblem(post(PATH, "{\"contact\": {}, \"price\": {}}"), 400, "malformed-request")
                .path("errors");

        assertThat(errors).extracting(error -> error.path("field").asString()).containsExactly(
                "contact.name", "ownerId", "price.amount", "price.currency", "start");
        assertThat(errors).allSatisfy(error -> assertThat(error.path("message").asString()).isEqualTo("is required"));
    }

    @Test
    void messagesDoNotDependOnTheCallersLanguage() {
        assertThat(post(PATH, "{}", "Accept-Language", "de").body()).contains("is required");
    }

    @Test
    void refusesABodyThatIsNotUtf8() {
        var body = BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'});
        assertMalformed(send("POST", PATH, body, "Content-Type", "application/json"), "body", "must be valid JSON");
        var utf16 = BodyPublishers.ofString("{}", UTF_16BE);
        assertMalformed(send("POST", PATH, utf16, "Content-Type", "application/json"), "body", "must be valid JSON");
    }

    @Test
    void refusesJsonThatIsNestedTooDeeply() {
        assertMalformed(change("{\"name\": " + "[".repeat(2_000)), "name", "must be a string");
        assertMalformed(change("{\"x\": " + "[".repeat(2_000)), "body", "cannot be read");
        assertProblem(change("[".repeat(30_000)), 400, "malformed-request");
        assertProblem(change("{\"name\": ".repeat(5_000)), 400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"49.90", "\"49.90\""})
    void readsAmountsFromNumbersAndStrings(String amount) {
        assertThat(changed(PRICE.formatted(amount)).price().orElseThrow().toInput())
                .isEqualTo(new MoneyInput(new BigDecimal("49.90"), "EUR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "12345678901", "\"0.00001\""})
    void leavesTheLimitsOfAmountsToTheApplication(String amount) {
        assertThat(changed(PRICE.formatted(amount)).price()).isPresent();
    }

    @Test
    void namesTheFieldOfANumberThatIsTooLong() {
        var number = "1".repeat(2_000);
        assertThat(changed(PRICE.formatted(number)).price()).isPresent();
        assertMalformed(change("{\"size\": %s}".formatted(number)), "size", "must be a 32-bit integer");
        // Within a number as long as this the parser gives up, before there is a value of a field.
        assertProblem(change("{\"size\": %s}".formatted("9".repeat(10_000))), 400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0007b", "a\\nb", "\\ud800", "a\\udc00b", "\\udc00\\ud800", "\\u0085x"})
    void leavesControlCharactersAndLoneSurrogatesToTheApplication(String escape) {
        assertThat(changed("{\"name\": \"x%sx\"}".formatted(escape)).name())
                .contains(new JsonMapper().readValue("\"x" + escape + "x\"", String.class));
    }

    @Test
    void distinguishesAbsentFromPresentFields() {
        assertThat(changed("{\"name\": \"B\"}")).isEqualTo(new SampleController.ChangeRequest(
                Optional.of("B"), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void namesTheConstantsThatAreAllowed() {
        assertMalformed(change("{\"status\": \"LOST\"}"), "status", "must be one of OPEN, CLOSED");
    }

    private HttpResponse<String> change(String json) {
        return patch(ONE, json, "If-Match", "*");
    }

    private SampleController.ChangeRequest changed(String json) {
        assertThat(change(json).statusCode()).isEqualTo(200);
        return ports.asked(SampleController.ChangeRequest.class);
    }
}
