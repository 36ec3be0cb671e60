package dev.fleetbooking.rest;

import static dev.fleetbooking.rest.kit.openapi.CodeContract.length;
import static dev.fleetbooking.rest.kit.openapi.CodeContract.pattern;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.fleetbooking.application.kit.WhatToDo;
import dev.fleetbooking.domain.booking.BookingLifeCycle;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.car.ModelYear;
import dev.fleetbooking.domain.car.RegistrationPlate;
import dev.fleetbooking.domain.history.EventType;
import dev.fleetbooking.domain.kit.LifeCycle;
import dev.fleetbooking.domain.kit.text.EmailAddress;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.kit.text.PhoneNumber;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.domain.maintenance.MaintenanceLifeCycle;
import dev.fleetbooking.rest.history.Sequence;
import dev.fleetbooking.rest.kit.RestTest;
import dev.fleetbooking.rest.kit.money.CurrencyCode;
import dev.fleetbooking.rest.kit.openapi.CodeContract;
import dev.fleetbooking.rest.kit.problem.CommonProblem;
import dev.fleetbooking.rest.kit.problem.ProblemCatalog;
import dev.fleetbooking.rest.kit.problem.ProblemType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description of the API is written by hand, so it is compared with the code. Signatures do not show everything, such as
 * the refusals of an operation; for that, the system tests validate every answer against the description, which their validator
 * only reads if it is valid.
 */
@WhatToDo("describe and send it as docs/recipes/add-an-operation.md says; a member as "
        + "docs/recipes/add-a-field.md, a problem as docs/recipes/add-a-refusal.md")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest extends RestTest {

    private static final Path FILE = Path.of("..", "..", "docs", "openapi.yaml");
    private static final Path REQUESTS = Path.of("..", "..", "docs", "requests.http");
    private static final Pattern REQUEST = Pattern.compile("^([A-Z]+) ([^?\\s]+)", Pattern.MULTILINE);
    /** Who may call an operation is compared with the code by {@code RightsIT}. */
    private static final Set<String> TEXTS = Set.of("summary", "description", "example", "examples", "security");

    private static final Map<Class<?>, List<String>> SCALARS = Map.of(
            Category.class, List.of("type: string", pattern(Category.PATTERN)),
            Sequence.class, List.of("type: integer", "format: int64", "minimum: 0", "default: 0"));
    private static final Map<String, List<String>> LIMITS = Map.ofEntries(
            Map.entry("name", length(Name.MAX_LENGTH)), Map.entry("make", length(Name.MAX_LENGTH)),
            Map.entry("model", length(Name.MAX_LENGTH)), Map.entry("reason", length(Reason.MAX_LENGTH)),
            Map.entry("phone", length(PhoneNumber.MAX_LENGTH)),
            Map.entry("registrationPlate", length(RegistrationPlate.MAX_LENGTH)),
            Map.entry("email", List.of("format: email", "maxLength: " + EmailAddress.MAX_LENGTH)),
            Map.entry("category", List.of(pattern(Category.PATTERN))),
            Map.entry("currency", List.of(pattern(CurrencyCode.PATTERN))),
            Map.entry("modelYear", List.of("minimum: " + ModelYear.EARLIEST)),
            Map.entry("turnaroundMinutes", List.of("minimum: 0", "maximum: " + Turnaround.MAX_MINUTES)),
            Map.entry("RegisterDealerRequest.turnaroundMinutes", List.of(
                    "minimum: 0", "maximum: " + Turnaround.MAX_MINUTES, "default: " + Turnaround.NONE.minutes())));

    private final JsonMapper json = new JsonMapper();
    private final Map<String, JsonNode> nodes = new TreeMap<>();
    private JsonNode document;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    private List<? extends ProblemType> problems;

    @Autowired
    void know(List<ProblemCatalog> catalogs) {
        problems = catalogs.stream().flatMap(catalog -> catalog.types().stream()).toList();
    }

    @BeforeAll
    void read() {
        document = json.readTree(get("/openapi.json").body());
        collect("", document);
    }

    @Test
    void theFileIsServedAsItIsAndAsJson() throws IOException {
        assertThat(get("/openapi.yaml").body()).isEqualTo(Files.readString(FILE));
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(document).isEqualTo(json.readTree(new YAMLMapper().readTree(FILE.toFile()).toString()));
    }

    @Test
    void theIntroductionForLanguageModelsNamesWhatExists() throws IOException {
        var introduction = get("/llms.txt");

        assertThat(introduction.headers().firstValue("Content-Type")).contains("text/plain");
        assertThat(introduction.body()).isEqualTo(Files.readString(FILE.resolveSibling("llms.txt")));
        assertThat(found("`(?:GET|POST) (/api/[^`?]*)", introduction.body()))
                .as("operations in docs/llms.txt; correct those that are not in docs/openapi.yaml").isNotEmpty()
                .allSatisfy(path -> assertThat(document.path("paths").propertyNames())
                        .anyMatch(known -> path.replace("{transition}", "cancellation").equals(known)));
        assertThat(found("]\\((/[^)]*)", introduction.body())).as("links in docs/llms.txt").isNotEmpty()
                .allSatisfy(link -> assertThat(get(link).statusCode()).isIn(200, 302));
    }

    private static List<String> found(String regex, String text) {
        return Pattern.compile(regex).matcher(text).results().map(match -> match.group(1)).toList();
    }

    @Test
    void swaggerUiShowsIt() {
        assertThat(get("/").statusCode()).isEqualTo(302);
        assertThat(get("/").headers().firstValue("Location")).contains("/docs");
        assertThat(get("/docs").headers().firstValue("Location")).contains("/webjars/swagger-ui/index.html");
        assertThat(get("/webjars/swagger-ui/index.html").body()).contains("swagger-initializer.js", "swagger-ui-bundle.js");
        assertThat(get("/webjars/swagger-ui/swagger-ui-bundle.js").statusCode()).isEqualTo(200);
        assertThat(get("/webjars/swagger-ui/swagger-initializer.js").body()).contains("url: \"/openapi.yaml\"");
    }

    @Test
    void agreesWithTheCode() {
        var documented = new ArrayList<String>();
        document.required("paths").forEachEntry((path, operations) -> addLines(path, operations, documented));
        document.at("/components/schemas").forEachEntry((name, schema) -> {
            if (!schema.has("enum")) { // Enums are inlined where they are used.
                addLines(name, schema, documented);
            }
        });
        var refusals = problems.stream().filter(type -> !CodeContract.OF_SIGNATURES.contains(type)).toList();
        documented.removeIf(line -> refusals.stream().map(CodeContract::answer).anyMatch(line::endsWith));
        var missing = new CodeContract(SCALARS, LIMITS).lines(mapping, problems);
        var unexpected = new ArrayList<>(documented);
        missing.forEach(unexpected::remove);
        documented.forEach(missing::remove);

        assertThat(missing).as("missing in docs/openapi.yaml, which has instead %s", unexpected).isEmpty();
        assertThat(unexpected).as("only in docs/openapi.yaml").isEmpty();
    }

    @Test
    void everyProblemIsAnAnswerOfAnOperationAndIsDescribedAsOnItsPage() {
        var answers = paths("/.*/responses/.*/examples/[^/]*");
        for (var type : problems) {
            var example = "/components/examples/" + CodeContract.name(type);
            if (type != CommonProblem.METHOD_NOT_ALLOWED) { // It only occurs where there is no operation.
                assertThat(answers).filteredOn(path -> path.endsWith("/" + type.slug())).isNotEmpty()
                        .allSatisfy(path -> assertThat(nodes.get(path).path("$ref").asString()).isEqualTo("#" + example));
            }
            assertThat(nodes.get(example + "/value/title").asString()).isEqualTo(type.description().title());
            assertThat(nodes.get(example.replace("examples", "schemas") + "/description").asString())
                    .isEqualTo(type.description().meaning() + " " + type.description().remedy());
        }
    }

    @Test
    void everythingIsDescribed() {
        assertThat(paths("/paths/[^/]*/[a-z]*|/tags/\\d|.*/(parameters|responses|headers|schemas|properties)/[^/]*"))
                .filteredOn(path -> !nodes.get(path).has("$ref") || path.contains("/properties/"))
                .allSatisfy(path -> assertThat(nodes.get(path).path("description").asString("")).isNotBlank());
        assertThat(paths("/paths/[^/]*/[a-z]*"))
                .allSatisfy(path -> assertThat(nodes.get(path).path("summary").asString("")).isNotBlank());
    }

    @Test
    void everyParameterBodyAndAnswerHasAnExample() {
        assertThat(paths(".*/parameters/[^/]*")).allMatch(path -> resolved(nodes.get(path)).has("example"));
        assertThat(paths(".*/content/[^/]*json")).allSatisfy(path -> {
            var schema = nodes.get(path).path("schema");
            var names = schema.has("oneOf") ? schema.path("oneOf").valueStream() : Stream.of(schema);
            var problems = names.map(OpenApiTest::referred).filter(name -> name.endsWith("Problem")).toList();
            assertThat(nodes.get(path).path("examples").valueStream().map(OpenApiTest::referred)).isEqualTo(problems);
            assertThat(problems.isEmpty()).isEqualTo(resolved(schema).has("examples"));
        });
    }

    @Test
    void everyExampleIsValid() {
        var schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
                registry -> registry.schemas(Map.of("urn:document", document.toString())));
        var examples = paths("/components/schemas/[^/]*/examples/\\d|/components/examples/[^/]*/value|.*/example");

        assertThat(examples).isNotEmpty().allSatisfy(path -> {
            var schema = path.replaceFirst("/examples/\\d$", "").replaceFirst("/example$", "/schema")
                    .replaceFirst("examples(.*)/value$", "schemas$1");
            var faults = schemas.getSchema(SchemaLocation.of("urn:document#" + schema)).validate(
                    nodes.get(path).toString(), InputFormat.JSON,
                    context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
            assertThat(faults).isEmpty();
        });
    }

    @Test
    void everyReferenceResolvesAndEveryComponentIsReferenced() {
        var references = document.findValuesAsString("$ref").stream().map(reference -> reference.substring(1)).collect(toSet());
        var unreferred = CodeContract.name(CommonProblem.METHOD_NOT_ALLOWED);

        assertThat(references).containsExactlyInAnyOrderElementsOf(
                paths("/components/(?!securitySchemes)[^/]*/(?!%s)[^/]*".formatted(unreferred)));
    }

    @Test
    void everyTypeOfEventIsNamed() {
        var named = List.of(document.at("/paths/~1api~1v1~1events/get/description").asString().split("\\W+"));
        var missing = Stream.of(EventType.values()).map(EventType::label).filter(label -> !named.contains(label));

        assertThat(missing).as("not in the description of /events in docs/openapi.yaml").isEmpty();
    }

    @Test
    void everyOperationHasAnExampleInTheFileOfRequests() throws IOException {
        var requests = REQUEST.matcher(Files.readString(REQUESTS)).results()
                .map(request -> request.group(1) + " " + request.group(2).replace("{{api}}", "/api/v1"))
                .map(request -> request.replace("{{host}}", "").replaceAll("\\{\\{.*?}}", "{id}"))
                .map(request -> request.replaceFirst("/problems/.*", "/problems/{type}"))
                .collect(toSet());
        var missing = new ArrayList<String>();
        document.required("paths").forEachEntry((path, operations) -> operations.propertyNames().forEach(method ->
                missing.add(method.toUpperCase() + " " + path)));
        missing.removeAll(requests);

        assertThat(missing).as("not in docs/requests.http").isEmpty();
    }

    @Test
    void everyTransitionDocumentsThatTheStatusMayNotAllowIt() {
        var labels = Stream.<LifeCycle<?, ?>>of(BookingLifeCycle.TABLE, MaintenanceLifeCycle.TABLE)
                .flatMap(table -> table.rows().stream().filter(LifeCycle.Row::requestable).map(row -> row.by().label()))
                .collect(joining("|"));
        var transitions = paths("/paths/.*~1(" + labels + ")/post");
        var slug = CommonProblem.INVALID_TRANSITION.slug();
        var missing = transitions.stream().filter(path -> !resolved(nodes.get(path).at("/responses/409"))
                .at("/content/application~1problem+json/examples").has(slug));

        assertThat(transitions).isNotEmpty();
        assertThat(missing).as("lack " + slug + " in docs/openapi.yaml").isEmpty();
    }

    /** The document in the form of {@link CodeContract}: without texts, and with only the schemas of records referenced. */
    private void addLines(String path, JsonNode node, List<String> lines) {
        if (node.path("$ref").asString("").startsWith("#/components/schemas/") && !resolved(node).has("enum")) {
            lines.add(path + ": " + referred(node));
        } else if (node.has("$ref")) {
            addLines(path, resolved(node), lines);
        } else if (node.isArray()) {
            node.forEach(item -> addLines(
                    path.endsWith(" parameters") ? path + " " + resolved(item).path("name").asString() : path, item, lines));
        } else if (!node.isObject()) {
            lines.add(path + ": " + node.asString());
        } else if (TEXTS.containsAll(node.propertyNames())) {
            lines.add(path + ": ");
        } else {
            node.forEachEntry((key, value) -> {
                if (!TEXTS.contains(key) && !(key.equals("properties") && value.isEmpty())) {
                    addLines(key.equals("oneOf") ? path : path + " " + key, value, lines);
                }
            });
        }
    }

    /** Everything in the document, by JSON pointer. */
    private void collect(String path, JsonNode node) {
        nodes.put(path, node);
        node.forEachEntry((key, value) -> collect(path + "/" + key.replace("~", "~0").replace("/", "~1"), value));
        for (var i = 0; node.isArray() && i < node.size(); i++) {
            collect(path + "/" + i, node.get(i));
        }
    }

    private List<String> paths(String regex) {
        return nodes.keySet().stream().filter(path -> path.matches(regex)).toList();
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }

    private static String referred(JsonNode node) {
        return node.path("$ref").asString("").replaceFirst(".*/", "");
    }
}
