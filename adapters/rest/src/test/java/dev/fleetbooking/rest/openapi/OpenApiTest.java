package dev.fleetbooking.rest.openapi;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.rest.RestTest;
import dev.fleetbooking.rest.problem.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpenApiTest extends RestTest {

    private JsonNode document;

    @BeforeEach
    void read() {
        document = new JsonMapper().readTree(get("/openapi.json").body());
    }

    @Test
    void isServedInBothFormsAndBrowsable() {
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(get("/openapi.yaml").body()).startsWith("openapi: 3.1");
        assertThat(get("/docs").headers().firstValue("Location").orElseThrow()).endsWith("/swagger-ui/index.html");
        assertThat(get("/swagger-ui/index.html").statusCode()).isEqualTo(200);
        assertThat(get("/swagger-ui/swagger-ui-bundle.js").statusCode()).isEqualTo(200);
        assertThat(get("/openapi/swagger-config").body()).contains("\"url\":\"/openapi.json\"");
    }

    @Test
    void doesNotDependOnWhereItIsServed() {
        assertThat(document.path("servers").get(0).path("url").asString()).isEqualTo("/");
    }

    @Test
    void describesEveryOperationAndParameter() {
        assertThat(operations()).hasSize(29).allSatisfy(operation -> {
            assertThat(operation.path("operationId").asString()).isNotBlank();
            assertThat(operation.path("summary").asString()).isNotBlank();
            assertThat(operation.path("description").asString()).isNotBlank();
            assertThat(operation.path("parameters")).allSatisfy(parameter -> {
                assertThat(parameter.path("description").asString()).isNotBlank();
                assertThat(parameter.has("example")).isTrue();
            });
        });
        assertThat(operations().map(operation -> operation.path("operationId").asString())).doesNotHaveDuplicates();
    }

    @Test
    void describesEverySchemaAndProperty() {
        schemas().forEach((name, schema) -> {
            assertThat(schema.path("description").asString()).as(name).isNotBlank();
            schema.path("properties").forEachEntry((property, value) ->
                    assertThat(value.path("description").asString()).as(name + "." + property).isNotBlank());
        });
    }

    @Test
    void everyProblemHasASchemaAndIsMetByAnOperation() {
        var answers = operations().map(operation -> operation.path("responses").toString()).toList().toString();
        for (var type : ProblemType.values()) {
            if (type != ProblemType.METHOD_NOT_ALLOWED) { // It is met where there is no operation.
                assertThat(answers).contains(ProblemComponents.name(type));
            }
            assertThat(schemas().get(ProblemComponents.name(type)).at("/properties/type/const").asString())
                    .isEqualTo(type.uri());
        }
    }

    @Test
    void everyExampleIsValid() {
        document.at("/components/examples").forEachEntry((name, example) ->
                assertValid(name, schemas().get(name), example.path("value")));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(document.findValuesAsString("$ref")).isNotEmpty().allSatisfy(reference ->
                assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse());
    }

    @Test
    void requestsTakeNothingUnknownAndSayWhatIsRequired() {
        schemas().forEach((name, schema) -> {
            if (name.endsWith("Request")) {
                assertThat(schema.path("additionalProperties").isBoolean()).as(name).isTrue();
            }
        });
        assertThat(strings(schemas().get("BookCarRequest").path("required")))
                .containsExactlyInAnyOrder("carId", "customer", "start", "end");
        assertThat(strings(schemas().get("PageResponseCarResponse").path("required"))).containsExactly("items");
    }

    @Test
    void namesEveryTypeOfEvent() {
        assertThat(document.at("/paths/~1api~1v1~1events/get/description").asString().split("\\W+"))
                .contains(Stream.of(EventType.values()).map(EventType::label).toArray(String[]::new));
    }

    @Test
    void aDryRunAnswersLikeThePlanWithoutItsHeaders() {
        var responses = document.at("/paths/~1api~1v1~1maintenance-windows/post/responses");
        assertThat(responses.path("200").path("content")).isEqualTo(responses.path("201").path("content"));
        assertThat(responses.path("200").has("headers")).isFalse();
        assertThat(strings(schemas().get("PlanMaintenanceRequest").at("/properties/onConflict/enum")))
                .containsExactly("reject", "displace");
    }

    @Test
    void limitsAreThoseOfTheDomain() {
        var car = schemas().get("AddCarRequest").path("properties");
        assertThat(car.at("/make/maxLength").asInt()).isEqualTo(100);
        assertThat(car.at("/category/pattern").asString()).isEqualTo("^[A-Z][A-Z0-9_]{0,31}$");
        assertThat(schemas().get("MoneyRequest").at("/properties/amount/oneOf")).hasSize(2);
    }

    /** As far as it goes without a validator; the system tests validate real answers. */
    private void assertValid(String name, JsonNode schema, JsonNode example) {
        if (schema.has("$ref")) {
            assertValid(name, document.at(schema.path("$ref").asString().substring(1)), example);
        } else if (example.isArray()) {
            example.forEach(item -> assertValid(name, schema.path("items"), item));
        } else if (example.isObject()) {
            assertThat(example.propertyNames()).as(name).containsAll(strings(schema.path("required")));
            assertThat(schema.path("properties").propertyNames()).as(name).containsAll(example.propertyNames());
            example.forEachEntry((property, value) -> assertValid(
                    name + "." + property, schema.path("properties").path(property), value));
        } else if (schema.has("enum")) {
            assertThat(strings(schema.path("enum"))).as(name).contains(example.asString());
        }
    }

    private Stream<JsonNode> operations() {
        return document.path("paths").valueStream().flatMap(JsonNode::valueStream);
    }

    private Map<String, JsonNode> schemas() {
        return document.at("/components/schemas").propertyStream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
