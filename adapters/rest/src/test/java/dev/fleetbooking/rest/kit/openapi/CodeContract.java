package dev.fleetbooking.rest.kit.openapi;

import static dev.fleetbooking.rest.kit.idempotency.IdempotencyProblem.IDEMPOTENCY_KEY_REUSED;
import static dev.fleetbooking.rest.kit.idempotency.IdempotencyProblem.REQUEST_IN_PROGRESS;
import static dev.fleetbooking.rest.kit.problem.CommonProblem.CONTENT_TOO_LARGE;
import static dev.fleetbooking.rest.kit.problem.CommonProblem.CROSS_SITE_REQUEST;
import static dev.fleetbooking.rest.kit.problem.CommonProblem.INTERNAL_ERROR;
import static dev.fleetbooking.rest.kit.problem.CommonProblem.INVALID_CURSOR;
import static dev.fleetbooking.rest.kit.problem.CommonProblem.MALFORMED_REQUEST;
import static dev.fleetbooking.rest.kit.problem.CommonProblem.MISDIRECTED_REQUEST;
import static dev.fleetbooking.rest.kit.problem.CommonProblem.NOT_ACCEPTABLE;
import static dev.fleetbooking.rest.kit.problem.CommonProblem.NOT_FOUND;
import static dev.fleetbooking.rest.kit.problem.CommonProblem.PRECONDITION_FAILED;
import static dev.fleetbooking.rest.kit.problem.CommonProblem.PRECONDITION_REQUIRED;
import static dev.fleetbooking.rest.kit.problem.CommonProblem.TEMPORARILY_UNAVAILABLE;
import static dev.fleetbooking.rest.kit.problem.CommonProblem.UNSUPPORTED_MEDIA_TYPE;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.fleetbooking.application.kit.Precondition;
import dev.fleetbooking.domain.booking.BookingId;
import dev.fleetbooking.domain.calendar.Turnaround;
import dev.fleetbooking.domain.car.CarId;
import dev.fleetbooking.domain.car.Category;
import dev.fleetbooking.domain.car.ModelYear;
import dev.fleetbooking.domain.car.RegistrationPlate;
import dev.fleetbooking.domain.dealer.DealerId;
import dev.fleetbooking.domain.kit.text.EmailAddress;
import dev.fleetbooking.domain.kit.text.Name;
import dev.fleetbooking.domain.kit.text.PhoneNumber;
import dev.fleetbooking.domain.kit.text.Reason;
import dev.fleetbooking.domain.maintenance.MaintenanceWindowId;
import dev.fleetbooking.rest.history.Sequence;
import dev.fleetbooking.rest.kit.etag.Revisioned;
import dev.fleetbooking.rest.kit.idempotency.IdempotencyKeys;
import dev.fleetbooking.rest.kit.money.CurrencyCode;
import dev.fleetbooking.rest.kit.paging.Limit;
import dev.fleetbooking.rest.kit.paging.Paging;
import dev.fleetbooking.rest.kit.problem.ProblemType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
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
final class CodeContract {

    private static final List<String> STRING = List.of("type: string");
    private static final List<String> ID = List.of("type: string", "format: uuid");
    private static final List<String> INTEGER = List.of("type: integer", "format: int32");
    private static final List<String> LIMIT =
            with(INTEGER, "minimum: 1", "maximum: " + Limit.MAX, "default: " + Limit.DEFAULT.value());

    private static final Map<Class<?>, List<String>> SCALARS = Map.ofEntries(
            Map.entry(String.class, STRING), Map.entry(Instant.class, List.of("type: string", "format: date-time")),
            Map.entry(UUID.class, ID), Map.entry(DealerId.class, ID), Map.entry(CarId.class, ID),
            Map.entry(BookingId.class, ID), Map.entry(MaintenanceWindowId.class, ID),
            Map.entry(Category.class, with(STRING, pattern(Category.PATTERN))),
            Map.entry(CurrencyCode.class, with(STRING, pattern(CurrencyCode.PATTERN))),
            Map.entry(Limit.class, LIMIT), Map.entry(Integer.class, INTEGER),
            Map.entry(Sequence.class, List.of("type: integer", "format: int64", "minimum: 0", "default: 0")),
            Map.entry(Long.class, List.of("type: integer", "format: int64")),
            Map.entry(BigDecimal.class, List.of("type: number")), Map.entry(Boolean.class, List.of("type: boolean")));

    /** The limits of the domain's values in requests, by property, or by schema and property. */
    private static final Map<String, List<String>> LIMITS = Map.ofEntries(
            Map.entry("name", length(Name.MAX_LENGTH)), Map.entry("make", length(Name.MAX_LENGTH)),
            Map.entry("model", length(Name.MAX_LENGTH)), Map.entry("reason", length(Reason.MAX_LENGTH)),
            Map.entry("phone", length(PhoneNumber.MAX_LENGTH)), Map.entry("registrationPlate", length(RegistrationPlate.MAX_LENGTH)),
            Map.entry("email", List.of("format: email", "maxLength: " + EmailAddress.MAX_LENGTH)),
            Map.entry("category", List.of(pattern(Category.PATTERN))),
            Map.entry("currency", List.of(pattern(CurrencyCode.PATTERN))),
            Map.entry("modelYear", List.of("minimum: " + ModelYear.EARLIEST)),
            Map.entry("turnaroundMinutes", List.of("minimum: 0", "maximum: " + Turnaround.MAX_MINUTES)),
            Map.entry("RegisterDealerRequest.turnaroundMinutes", List.of(
                    "minimum: 0", "maximum: " + Turnaround.MAX_MINUTES, "default: " + Turnaround.NONE.minutes())),
            // Read from text as well as from a number.
            Map.entry("MoneyRequest.amount", with(STRING, pattern("-?(0|[1-9][0-9]*)(\\.[0-9]+)?"))));

    /** The problems that follow from the signature of a handler; all others are refusals of its use case. */
    static final Set<ProblemType> OF_SIGNATURES = Set.of(
            MALFORMED_REQUEST, CROSS_SITE_REQUEST, NOT_ACCEPTABLE, MISDIRECTED_REQUEST, INTERNAL_ERROR, TEMPORARILY_UNAVAILABLE,
            INVALID_CURSOR, NOT_FOUND, UNSUPPORTED_MEDIA_TYPE, CONTENT_TOO_LARGE, PRECONDITION_FAILED, PRECONDITION_REQUIRED,
            IDEMPOTENCY_KEY_REUSED, REQUEST_IN_PROGRESS);

    private final List<String> lines = new ArrayList<>();
    private final Set<String> records = new HashSet<>();

    private CodeContract() {
    }

    static List<String> lines(RequestMappingHandlerMapping mapping, List<? extends ProblemType> problems) {
        var contract = new CodeContract();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType() != OpenApiController.class && handler.getBeanType().getName().startsWith("dev.fleetbooking")) {
                contract.addOperation(info, handler);
            }
        });
        problems.forEach(contract::addProblem);
        return contract.lines;
    }

    /** The name of the schema, the example and the response. */
    static String name(ProblemType type) {
        return Stream.of(type.slug().split("-")).map(StringUtils::capitalize).collect(joining("", "", "Problem"));
    }

    /** The end of a line that says that an operation may answer with this problem. */
    static String answer(ProblemType type) {
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
                        var limits = LIMITS.getOrDefault(name + "." + property, LIMITS.getOrDefault(property, List.of()));
                        addAll("%s properties %s ".formatted(name, property), limits);
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
        } else if (SCALARS.containsKey(raw)) {
            addAll(path + " ", SCALARS.get(raw));
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

    private static String pattern(String pattern) {
        return "pattern: ^" + pattern + "$";
    }

    private static List<String> length(int max) {
        return List.of("minLength: 1", "maxLength: " + max);
    }

    private static List<String> with(List<String> keywords, String... more) {
        return Stream.concat(keywords.stream(), Stream.of(more)).toList();
    }
}
