package dev.fleetbooking.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** How tools follow from the description of the API. */
class OperationTest {

    private static final OpenApiDocument DOCUMENT = new OpenApiDocument();

    static Stream<Operation> operations() {
        return ToolServer.TOOLS.values().stream().map(DOCUMENT::operation);
    }

    @Test
    void argumentsAreTheParametersAndTheMembersOfTheBody() {
        assertThat(arguments("findAvailableCars")).containsExactlyInAnyOrder(
                "from", "to", "dealerId", "category", "currency", "maxDailyPrice", "limit", "cursor");
        assertThat(arguments("explainAvailability")).containsExactlyInAnyOrder("id", "from", "to");
        assertThat(arguments("bookCar")).containsExactlyInAnyOrder(
                "Idempotency-Key", "carId", "customer", "start", "end", "expectedTotal", "hold");
        assertThat(arguments("getBooking")).containsExactlyInAnyOrder("id");
        assertThat(arguments("changeBooking")).containsExactlyInAnyOrder("id", "If-Match", "start", "end", "customer");
        assertThat(required("changeBooking")).containsExactlyInAnyOrder("id", "If-Match");
        assertThat(required("bookCar")).containsExactlyInAnyOrder("carId", "customer", "start", "end");
        assertThat(required("findAvailableCars")).containsExactlyInAnyOrder("from", "to");
    }

    @Test
    void theirSchemasAreThoseOfTheDescription() {
        var input = DOCUMENT.operation("bookCar").inputSchema();
        assertThat(input.requiredAt("/properties/carId")).isEqualTo(json("""
                {"type": "string", "format": "uuid", "description": "The id of the car."}"""));
        assertThat(input.requiredAt("/properties/customer/required")).isEqualTo(json("[\"name\", \"email\"]"));
        // What is beside a reference takes precedence over what it refers to.
        assertThat(input.requiredAt("/properties/customer/description").asString()).isEqualTo("Who the booking is for.");
        assertThat(DOCUMENT.operation("findAvailableCars").inputSchema().requiredAt("/properties/limit/maximum").asInt()).isEqualTo(100);
    }

    /** Two arguments of the same name could not be told apart. */
    @ParameterizedTest
    @MethodSource("operations")
    void parametersAndMembersOfTheBodyHaveDifferentNames(Operation operation) {
        var parameters = operation.description().path("parameters").valueStream().map(parameter -> parameter.required("name").asString());
        var members = operation.description().at("/requestBody/content/application~1json/schema/properties");
        assertThat(parameters).noneMatch(members::has);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void schemasAreCompleteInThemselves(Operation operation) {
        assertThat(operation.inputSchema().toString()).doesNotContain("$ref");
        assertThat(operation.outputSchema().toString()).doesNotContain("$ref");
        // The protocol demands it.
        assertThat(operation.inputSchema().required("type").asString()).isEqualTo("object");
        assertThat(operation.outputSchema().required("type").asString()).isEqualTo("object");
    }

    @Test
    void aResultIsASuccessWithItsHeadersOrAProblem() {
        var output = DOCUMENT.operation("bookCar").outputSchema();
        assertThat(output.requiredAt("/anyOf/0/properties").propertyNames()).contains("id", "price", "ETag", "Idempotent-Replayed");
        assertThat(output.requiredAt("/anyOf/0/required").toString()).contains("\"id\"").doesNotContain("ETag");
        assertThat(output.requiredAt("/anyOf/1/required")).isEqualTo(json("[\"type\", \"title\", \"status\"]"));
    }

    @Test
    void rolesAreThoseOfTheDescription() {
        assertThat(DOCUMENT.operation("planMaintenance").roles()).containsExactly("fleet-admin", "dealer-staff");
    }

    @Test
    void argumentsAreSentWhereTheOperationTakesThem() {
        var change = DOCUMENT.operation("changeBooking").call(Map.of("id", "7", "If-Match", "\"3\"", "end", "later"));
        assertThat(change.method()).isEqualTo("PATCH");
        assertThat(change.path()).isEqualTo("/api/v1/bookings/7");
        assertThat(change.headers().getFirst("If-Match")).isEqualTo("\"3\"");
        assertThat(new String(change.body(), UTF_8)).isEqualTo("{\"end\":\"later\"}");
        assertThat(change.keyDerived()).isFalse();

        var search = DOCUMENT.operation("findAvailableCars").call(Map.of("from", "2027-03-01T09:00:00+01:00"));
        assertThat(search.query()).isEqualTo("from=2027-03-01T09%3A00%3A00%2B01%3A00");
        assertThat(search.parameters()).isEqualTo(Map.of("from", "2027-03-01T09:00:00+01:00"));
        assertThat(search.body()).isEmpty();
    }

    /** Written out it has a gigabyte. */
    @Test
    void aNumberIsAsLongAsTheCallerWroteIt() {
        var search = DOCUMENT.operation("findAvailableCars").call(Map.of("maxDailyPrice", new BigDecimal("1e999999999")));
        assertThat(search.parameters()).isEqualTo(Map.of("maxDailyPrice", "1E+999999999"));
    }

    @Test
    void theSameArgumentsHaveTheSameKey() {
        var book = DOCUMENT.operation("bookCar");
        var call = book.call(Map.of("carId", "7", "customer", Map.of("name", "Ada", "email", "a@b")));
        assertThat(call.keyDerived()).isTrue();
        assertThat(key(call)).matches("[!-~]{1,64}");
        assertThat(key(book.call(Map.of("customer", Map.of("email", "a@b", "name", "Ada"), "carId", "7")))).isEqualTo(key(call));
        assertThat(key(book.call(Map.of("carId", "8", "customer", Map.of("name", "Ada", "email", "a@b"))))).isNotEqualTo(key(call));
        assertThat(key(DOCUMENT.operation("planMaintenance").call(Map.of("carId", "7", "customer", Map.of("name", "Ada", "email", "a@b")))))
                .isNotEqualTo(key(call));
        assertThat(key(book.call(Map.of("Idempotency-Key", "mine")))).isEqualTo("mine");
    }

    @Test
    void anOperationThatIsNotDescribedEndsTheStart() {
        assertThatThrownBy(() -> DOCUMENT.operation("sellCar")).hasMessageContaining("sellCar");
    }

    private static String key(InternalCall call) {
        return call.headers().getFirst("Idempotency-Key");
    }

    private static List<String> arguments(String operation) {
        return List.copyOf(DOCUMENT.operation(operation).inputSchema().required("properties").propertyNames());
    }

    private static List<String> required(String operation) {
        return DOCUMENT.operation(operation).inputSchema().required("required").valueStream().map(JsonNode::asString).toList();
    }

    private static JsonNode json(String text) {
        return ToolServer.JSON.readTree(text);
    }
}
