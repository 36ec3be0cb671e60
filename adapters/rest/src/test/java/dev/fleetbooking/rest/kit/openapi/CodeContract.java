package dev.fleetbooking.rest.kit.openapi;

import static dev.fleetbooking.rest.kit.idempotency.IdempotencyProblem.IDEMPOTENCY_KEY_REUSED;
import static dev.fleetbooking.rest.kit.idempotency.IdempotencyProblem.REQUEST_IN_PROGRESS;
import static dev.fleetbooking.rest.kit.problem.CommonProblem.CONTENT_TOO_LARGE;
import static dev.fleetbooking.rest.kit.problem.CommonProblem.CROSS_SITE_REQUEST;
import static dev.fleetbooking.rest.kit.problem.CommonProblem.FORBIDDEN;
import static dev.fleetbooking.rest.kit.problem.CommonProblem.INTERNAL_ERROR;
import static dev.fleetbooking.rest.kit.problem.CommonProblem.INVALID_CURSOR;
import static dev.fleetbooking.rest.kit.problem.CommonProblem.MALFORMED_REQUEST;
import static dev.fleetbooking.rest.kit.problem.CommonProblem.MISDIRECTED_REQUEST;
import static dev.fleetbooking.rest.kit.problem.CommonProblem.NOT_ACCEPTABLE;
import static dev.fleetbooking.rest.kit.problem.CommonProblem.NOT_FOUND;
import static dev.fleetbooking.rest.kit.problem.CommonProblem.PRECONDITION_FAILED;
import static dev.fleetbooking.rest.kit.problem.CommonProblem.PRECONDITION_REQUIRED;
import static dev.fleetbooking.rest.kit.problem.CommonProblem.TEMPORARILY_UNAVAILABLE;
import static dev.fleetbooking.rest.kit.problem.CommonProblem.TOO_MANY_REQUESTS;
import static dev.fleetbooking.rest.kit.problem.CommonProblem.UNAUTHENTICATED;
import static dev.fleetbooking.rest.kit.problem.CommonProblem.UNSUPPORTED_MEDIA_TYPE;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.rest.kit.SampleController;
import dev.fleetbooking.rest.kit.etag.Revisioned;
import dev.fleetbooking.rest.kit.idempotency.IdempotencyKeys;
import dev.fleetbooking.rest.kit.money.CurrencyCode;
import dev.fleetbooking.rest.kit.paging.Limit;
import dev.fleetbooking.rest.kit.paging.Paging;
import dev.fleetbooking.rest.kit.problem.ProblemType;
import dev.fleetbooking.rest.kit.request.RequestConfiguration;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the document must contain because of the signatures of handlers, their request and response records, and the types of
 * problems: one line for each value in it, which consists of the path to the value, and the value.
 */
public final class CodeContract {

    private static final List<String> STRING = List.of("type: string");
    private static final List<String> ID = List.of("type: string", "format: uuid");
    private static final List<String> INTEGER = List.of("type: integer", "format: int32");
    private static final List<String> LIMIT =
            with(INTEGER, "minimum: 1", "maximum: " + Limit.MAX, "default: " + Limit.DEFAULT.value());

    private static final Map<Class<?>, List<String>> SCALARS = Map.of(
            String.class, STRING, Instant.class, List.of("type: string", "format: date-time"), UUID.class, ID,
            CurrencyCode.class, with(STRING, pattern(CurrencyCode.PATTERN)), Limit.class, LIMIT, Integer.class, INTEGER,
            Long.class, List.of("type: integer", "format: int64"), BigDecimal.class, List.of("type: number"),
            Boolean.class, List.of("type: boolean"));

    /** Read from text as well as from a number. */
    private static final Map<String, List<String>> LIMITS =
            Map.of("MoneyRequest.amount", with(STRING, pattern("-?(0|[1-9][0-9]*)(\\.[0-9]+)?")));

    /** The problems that follow from the signature of a handler; all others are refusals of its use case. */
    public static final Set<ProblemType> OF_SIGNATURES = Set.of(
            MALFORMED_REQUEST, CROSS_SITE_REQUEST, NOT_ACCEPTABLE, MISDIRECTED_REQUEST, INTERNAL_ERROR, TEMPORARILY_UNAVAILABLE,
            INVALID_CURSOR, NOT_FOUND, UNSUPPORTED_MEDIA_TYPE, CONTENT_TOO_LARGE, PRECONDITION_FAILED, PRECONDITION_REQUIRED,
            IDEMPOTENCY_KEY_REUSED, REQUEST_IN_PROGRESS, UNAUTHENTICATED, FORBIDDEN, TOO_MANY_REQUESTS);

    private static final Set<Class<?>> UNDOCUMENTED = Set.of(OpenApiController.class, SampleController.class);

    private final List<String> lines = new ArrayList<>();
    private final Set<String> records = new HashSet<>();

    private final Map<Class<?>, List<String>> scalars = new HashMap<>(SCALARS);
    private final Map<String, List<String>> limits = new HashMap<>(LIMITS);

    /**
     * @param scalars the schemas of the service's own values
     * @param limits  the limits of values in requests, by property, or by schema and property
     */
    public CodeContract(Map<Class<?>, List<String>> scalars, Map<String, List<String>> limits) {
        this.scalars.putAll(scalars);
        this.limits.putAll(limits);
    }

    public List<String> lines(RequestMappingHandlerMapping mapping, List<? extends ProblemType> problems) {
        mapping.getHandlerMethods().forEach((info, handler) -> {
            var controller = handler.getBeanType();
            if (controller.getName().startsWith("dev.fleetbooking") && !UNDOCUMENTED.contains(controller)) {
                addOperation(info, handler);
            }
        });
        problems.forEach(this::addProblem);
        return lines;
    }

    /** The name of the schema, the example and the response. */
    public static String name(ProblemType type) {
        return Stream.of(type.slug().split("-")).map(StringUtils::capitalize).collect(joining("", "", "Problem"));
    }

    /** The end of a line that says that an operation may answer with this problem. */
    public static String answer(ProblemType type) {
        return "responses %d content application/problem+json schema: %s".formatted(type.status().value(), name(type));
    }

    private void addOperation(RequestMappingInfo info, HandlerMethod handler) {
        var method = info.getMethodsCondition().getMethods().iterator().next().name().toLowerCase();
        var operation = "%s %s ".formatted(String.join("", info.getPatternValues()), method);
        lines.add(operation + "operationId: " + handler.getMethod().getName());
        lines.add(operation + "tags: " + handler.getBeanType().getSimpleName().replace("Controller", ""));
        Stream.of(handler.getMethodParameters()).forEach(parameter -> addParameter(operation, method, parameter));
        addAnswers(operation, MALFORMED_REQUEST, CROSS_SITE_REQUEST, NOT_ACCEPTABLE, MISDIRECTED_REQUEST, INTERNAL_ERROR,
                TEMPORARILY_UNAVAILABLE);
        addHeader(operation, "503", "Retry-After", true, INTEGER);
        if (operation.startsWith(RequestConfiguration.API)) {
            addAnswers(operation, UNAUTHENTICATED, FORBIDDEN, TOO_MANY_REQUESTS);
            addHeader(operation, "401", "WWW-Authenticate", true, STRING);
            addHeader(operation, "403", "WWW-Authenticate", false, STRING);
            addHeader(operation, "429", "Retry-After", true, INTEGER);
            addHeader(operation, "429", "RateLimit", true, STRING);
            addHeader(operation, "429", "RateLimit-Policy", true, STRING);
        }

        var type = ResolvableType.forMethodReturnType(handler.getMethod());
        var isEntity = type.resolve() == ResponseEntity.class; // To set the Location, or that the answer must not be stored.
        var body = isEntity ? type.getGeneric() : type;
        var isRevisioned = Revisioned.class.isAssignableFrom(body.toClass());
        var status = method.equals("post") && isEntity ? "201" : "200";
        var media = info.getProducesCondition().getProducibleMediaTypes().iterator().next();
        addSchema("%sresponses %s content %s schema".formatted(operation, status, media), body);
        if (isRevisioned) {
            addHeader(operation, status, "ETag", !(method.equals("get") && isEntity), STRING);
        }
        if (isRevisioned && method.equals("get")) {
            addParameter(operation, "header", "If-None-Match", false, STRING);
            lines.add(operation + "responses 304: ");
        }
        if (method.equals("post")) {
            addParameter(operation, "header", IdempotencyKeys.HEADER, false, with(STRING, pattern(IdempotencyKeys.PATTERN)));
            addHeader(operation, status, IdempotencyKeys.REPLAYED_HEADER, false, STRING);
            addAnswers(operation, IDEMPOTENCY_KEY_REUSED, REQUEST_IN_PROGRESS);
        }
        if (status.equals("201")) {
            addHeader(operation, status, "Location", true, STRING);
            Stream.of(handler.getMethodParameters())
                    .flatMap(parameter -> Stream.of(parameter.getParameterType().getRecordComponents()))
                    .filter(component -> component.getName().equals("dryRun"))
                    .forEach(dryRun -> addSchema("%sresponses 200 content %s schema".formatted(operation, media), body));
        }
    }

    private void addParameter(String operation, String method, MethodParameter parameter) {
        var type = ResolvableType.forMethodParameter(parameter);
        var name = parameter.getParameter().getName();
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            addParameter(operation, "path", name, type);
            addAnswers(operation, NOT_FOUND);
        } else if (parameter.hasParameterAnnotation(RequestParam.class)) {
            addParameter(operation, "query", name, type);
        } else if (parameter.hasParameterAnnotation(RequestBody.class)) {
            addSchema(operation + "requestBody content application/json schema", type);
            addIf(parameter.getParameterAnnotation(RequestBody.class).required(), operation + "requestBody required: true");
            addAnswers(operation, UNSUPPORTED_MEDIA_TYPE, CONTENT_TOO_LARGE);
        } else if (type.resolve() == Paging.class) {
            addParameter(operation, "query", Paging.LIMIT, false, LIMIT);
            addParameter(operation, "query", Paging.CURSOR, false, STRING);
            addAnswers(operation, INVALID_CURSOR);
        } else if (type.resolve() == Precondition.class) {
            var required = method.equals("patch");
            addParameter(operation, "header", "If-Match", required, STRING);
            addAnswers(operation, PRECONDITION_FAILED);
            addIf(required, operation + answer(PRECONDITION_REQUIRED));
        } else {
            throw new AssertionError("what is a %s to callers?".formatted(type));
        }
    }

    private void addParameter(String operation, String in, String name, ResolvableType type) {
        addParameter(operation, in, name, !isOptional(type), List.of());
        addSchema("%sparameters %s schema".formatted(operation, name), type);
    }

    private void addParameter(String operation, String in, String name, boolean required, List<String> schema) {
        var path = "%sparameters %s ".formatted(operation, name);
        lines.add(path + "name: " + name);
        lines.add(path + "in: " + in);
        addIf(required, path + "required: true");
        addAll(path + "schema ", schema);
    }

    private void addHeader(String operation, String status, String name, boolean required, List<String> schema) {
        var path = "%sresponses %s headers %s ".formatted(operation, status, name);
        addIf(required, path + "required: true");
        addAll(path + "schema ", schema);
    }

    private void addAnswers(String operation, ProblemType... types) {
        Stream.of(types).forEach(type -> lines.add(operation + answer(type)));
    }

    private void addProblem(ProblemType type) {
        var schema = name(type) + " ";
        Stream.of("type", "title", "status", "detail", "instance", "requestId").forEach(member -> {
            lines.add(schema + "required: " + member);
            addAll(schema + "properties " + member + " ", member.equals("status") ? INTEGER : STRING);
        });
        lines.add(schema + "properties type const: " + type.uri());
        lines.add(schema + "properties status const: " + type.status().value());
        addRecord(name(type), ResolvableType.forClass(type.description().members()));
    }

    private void addRecord(String name, ResolvableType type) {
        var isRequest = name.endsWith("Request");
        lines.add(name + " type: object");
        addIf(isRequest, name + " additionalProperties: false");
        Stream.of(type.toClass().getRecordComponents())
                .filter(component -> !component.getAccessor().isAnnotationPresent(JsonIgnore.class))
                .forEach(component -> {
                    var property = component.getName();
                    var propertyType = ResolvableType.forType(component.getGenericType(), type);
                    addIf(!isOptional(propertyType), name + " required: " + property);
                    addSchema("%s properties %s".formatted(name, property), propertyType);
                    if (isRequest) {
                        var keywords = limits.getOrDefault(name + "." + property, limits.getOrDefault(property, List.of()));
                        addAll("%s properties %s ".formatted(name, property), keywords);
                    }
                });
    }

    private void addSchema(String path, ResolvableType type) {
        var raw = ClassUtils.resolvePrimitiveIfNecessary(type.toClass());
        if (raw == Optional.class) {
            addSchema(path, type.getGeneric());
        } else if (raw == List.class) {
            lines.add(path + " type: array");
            addSchema(path + " items", type.getGeneric());
        } else if (raw.isEnum()) {
            addAll(path + " ", STRING);
            new JsonMapper().valueToTree(raw.getEnumConstants()).forEach(value -> lines.add(path + " enum: " + value.asString()));
        } else if (scalars.containsKey(raw)) {
            addAll(path + " ", scalars.get(raw));
        } else if (isId(raw)) {
            addAll(path + " ", ID);
        } else {
            var name = raw.getSimpleName() + Stream.of(type.getGenerics()).map(item -> item.toClass().getSimpleName()).collect(joining());
            lines.add(path + ": " + name);
            if (records.add(name)) {
                addRecord(name, type);
            }
        }
    }

    private void addAll(String path, List<String> schema) {
        schema.forEach(keyword -> lines.add(path + keyword));
    }

    private void addIf(boolean condition, String line) {
        Stream.of(line).filter(one -> condition).forEach(lines::add);
    }

    private static boolean isOptional(ResolvableType type) {
        return type.resolve() == Optional.class;
    }

    /** A body with one id is an object. */
    private static boolean isId(Class<?> type) {
        var components = type.getRecordComponents();
        return components != null && components.length == 1 && components[0].getType() == UUID.class
                && !type.getSimpleName().endsWith("Request");
    }

    public static String pattern(String pattern) {
        return "pattern: ^" + pattern + "$";
    }

    public static List<String> length(int max) {
        return List.of("minLength: 1", "maxLength: " + max);
    }

    private static List<String> with(List<String> keywords, String... more) {
        return Stream.concat(keywords.stream(), Stream.of(more)).toList();
    }
}
