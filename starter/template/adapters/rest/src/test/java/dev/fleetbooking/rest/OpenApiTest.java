package dev.fleetbooking.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.rest.kit.RestTest;
import dev.fleetbooking.rest.kit.etag.Revisioned;
import dev.fleetbooking.rest.kit.idempotency.IdempotencyKeys;
import dev.fleetbooking.rest.kit.paging.Limit;
import dev.fleetbooking.rest.kit.paging.Paging;
import dev.fleetbooking.rest.kit.problem.ProblemCatalog;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description of the API is written by hand, so each operation, parameter and member of it is compared with the code, and each
 * of the code with it. That no answer has another form is found by the system tests.
 */
class OpenApiTest extends RestTest {

    private static final Path FILE = Path.of("..", "..", "docs", "openapi.yaml");
    private static final Map<Class<?>, String> SCALARS = Map.of(
            String.class, "string", UUID.class, "string uuid", Instant.class, "string date-time",
            Integer.class, "integer int32", Limit.class, "integer int32");

    private final Set<String> code = new TreeSet<>();
    private JsonNode document;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    @Autowired
    private List<ProblemCatalog> catalogs;

    @BeforeEach
    void read() {
        document = new JsonMapper().readTree(get("/openapi.json").body());
    }

    @Test
    void theFileIsServedAsItIs() throws IOException {
        assertThat(get("/openapi.yaml").body()).isEqualTo(Files.readString(FILE));
        assertThat(get("/docs").headers().firstValue("Location")).contains("/webjars/swagger-ui/index.html");
        assertThat(get("/webjars/swagger-ui/swagger-initializer.js").body()).contains("url: \"/openapi.yaml\"");
    }

    @Test
    void isValidOpenApi() throws IOException {
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(new OpenAPIV3Parser().readContents(Files.readString(FILE)).getMessages()).isEmpty();
    }

    @Test
    void agreesWithTheCode() {
        routes.getHandlerMethods().forEach((route, handler) -> {
            if (handler.getBeanType().getPackageName().startsWith("dev.fleetbooking")
                    && !handler.getBeanType().getPackageName().endsWith(".openapi")) {
                addOperation(route, handler);
            }
        });

        var documented = documented();
        assertThat(code.stream().filter(line -> !documented.contains(line))).as("missing in docs/openapi.yaml").isEmpty();
        assertThat(documented.stream().filter(line -> !code.contains(line))).as("only in docs/openapi.yaml").isEmpty();
    }

    @Test
    void namesEachTypeOfProblemWithItsMembers() {
        var types = catalogs.stream().flatMap(catalog -> catalog.types().stream()).toList();
        var schema = document.at("/components/schemas/Problem");
        var members = types.stream().flatMap(type -> Stream.of(type.description().members().getRecordComponents()))
                .map(component -> component.getName()).collect(Collectors.toSet());
        members.addAll(schema.path("required").valueStream().map(JsonNode::asString).toList());

        assertThat(schema.at("/properties/type/enum").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(types.stream().map(type -> type.uri().toString()).toList());
        assertThat(schema.path("properties").propertyNames()).containsExactlyInAnyOrderElementsOf(members);
    }

    @Test
    void everyReferenceResolvesAndEveryComponentIsReferenced() {
        var references = document.findValuesAsString("$ref").stream().collect(Collectors.toSet());
        var components = document.path("components").propertyStream().filter(kind -> !kind.getKey().equals("securitySchemes"))
                .flatMap(kind -> kind.getValue().propertyNames().stream().map(name -> "#/components/%s/%s".formatted(kind.getKey(), name)));

        assertThat(references).containsExactlyInAnyOrderElementsOf(components.toList());
    }

    private void addOperation(RequestMappingInfo route, HandlerMethod handler) {
        var method = route.getMethodsCondition().getMethods().iterator().next().name();
        var name = handler.getMethod().getName();
        code.add("%s is %s %s".formatted(name, method, String.join("", route.getPatternValues())));
        Stream.of(handler.getMethodParameters()).forEach(parameter -> addParameter(name, parameter));

        var type = ResolvableType.forMethodReturnType(handler.getMethod());
        var isEntity = type.resolve() == ResponseEntity.class;
        var body = isEntity ? type.getGeneric() : type;
        var status = isEntity && method.equals("POST") ? "201" : "200";
        code.add("%s answers %s %s".formatted(name, status, schema(body)));
        if (status.equals("201")) {
            code.add("%s answers 201 with Location".formatted(name));
        }
        if (method.equals("POST")) {
            code.add(line(name, IdempotencyKeys.HEADER, "header", false, "string"));
        }
        if (Revisioned.class.isAssignableFrom(body.toClass())) {
            code.add("%s answers %s with ETag".formatted(name, status));
            if (method.equals("GET")) {
                code.add("%s answers 304 no body".formatted(name));
                code.add(line(name, "If-None-Match", "header", false, "string"));
            }
        }
    }

    private void addParameter(String operation, MethodParameter parameter) {
        var type = ResolvableType.forMethodParameter(parameter);
        if (parameter.hasParameterAnnotation(RequestBody.class)) {
            var required = parameter.getParameterAnnotation(RequestBody.class).required();
            code.add("%s takes %s%s".formatted(operation, schema(type), required ? "" : " or no body"));
        } else if (type.resolve() == Paging.class) {
            code.add(line(operation, Paging.LIMIT, "query", false, schema(ResolvableType.forClass(Limit.class))));
            code.add(line(operation, Paging.CURSOR, "query", false, "string"));
        } else if (type.resolve() == Precondition.class) {
            code.add(line(operation, "If-Match", "header", false, "string"));
        } else {
            var in = parameter.hasParameterAnnotation(PathVariable.class) ? "path" : "query";
            code.add(line(operation, parameter.getParameter().getName(), in, isRequired(type), schema(type)));
        }
    }

    private static String line(String operation, String parameter, String in, boolean required, String schema) {
        return "%s takes %s in the %s: %s%s".formatted(operation, parameter, in, schema, required ? ", required" : "");
    }

    /** What a type is in JSON; a record is a schema of its own, whose members are added. */
    private String schema(ResolvableType type) {
        var raw = type.toClass();
        if (raw == Optional.class) {
            return schema(type.getGeneric());
        } else if (raw == List.class) {
            return "array of " + schema(type.getGeneric());
        } else if (raw.isEnum()) {
            return "string of " + Stream.of(raw.getEnumConstants()).map(Object::toString).collect(Collectors.joining(" "));
        } else if (SCALARS.containsKey(raw)) {
            return SCALARS.get(raw);
        } else if (raw.getSimpleName().endsWith("Id")) {
            return SCALARS.get(UUID.class);
        }
        var name = raw.getSimpleName() + Stream.of(type.getGenerics()).map(item -> item.toClass().getSimpleName()).collect(Collectors.joining());
        Stream.of(raw.getRecordComponents()).filter(component -> !component.getAccessor().isAnnotationPresent(JsonIgnore.class))
                .forEach(component -> {
                    var member = ResolvableType.forType(component.getGenericType(), type);
                    code.add(member(name, component.getName(), schema(member), isRequired(member)));
                });
        return name;
    }

    private static String member(String schema, String name, String type, boolean required) {
        return "%s has %s: %s%s".formatted(schema, name, type, required ? ", required" : "");
    }

    private static boolean isRequired(ResolvableType type) {
        return type.resolve() != Optional.class;
    }

    private Set<String> documented() {
        var lines = new TreeSet<String>();
        document.path("paths").forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> {
            var name = operation.required("operationId").asString();
            lines.add("%s is %s %s".formatted(name, method.toUpperCase(), path));
            operation.path("parameters").forEach(reference -> {
                var parameter = resolved(reference);
                lines.add(line(name, parameter.required("name").asString(), parameter.required("in").asString(),
                        parameter.path("required").asBoolean(false), described(parameter.required("schema"))));
            });
            if (operation.has("requestBody")) {
                var required = operation.at("/requestBody/required").asBoolean(false);
                lines.add("%s takes %s%s".formatted(
                        name, described(operation.at("/requestBody/content/application~1json/schema")), required ? "" : " or no body"));
            }
            operation.required("responses").forEachEntry((status, answer) -> {
                if (!status.equals("default")) {
                    var schemas = answer.path("content").valueStream().map(content -> described(content.required("schema"))).toList();
                    lines.add("%s answers %s %s".formatted(name, status, schemas.isEmpty() ? "no body" : schemas.getFirst()));
                    answer.path("headers").propertyNames().forEach(header -> lines.add("%s answers %s with %s".formatted(name, status, header)));
                }
            });
        }));
        document.at("/components/schemas").forEachEntry((name, schema) -> {
            var required = schema.path("required").valueStream().map(JsonNode::asString).toList();
            if (!Set.of("Problem", "FieldError", "Conflict").contains(name)) {
                schema.path("properties").forEachEntry((member, type) ->
                        lines.add(member(name, member, described(type), required.contains(member))));
            }
        });
        return lines;
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }

    /** In the words of {@link #schema}. */
    private static String described(JsonNode schema) {
        if (schema.has("$ref")) {
            return schema.path("$ref").asString().replaceFirst(".*/", "");
        } else if (schema.path("type").asString("").equals("array")) {
            return "array of " + described(schema.required("items"));
        } else if (schema.has("enum")) {
            return "string of " + schema.path("enum").valueStream().map(JsonNode::asString).collect(Collectors.joining(" "));
        }
        return schema.required("type").asString() + (schema.has("format") ? " " + schema.path("format").asString() : "");
    }
}
