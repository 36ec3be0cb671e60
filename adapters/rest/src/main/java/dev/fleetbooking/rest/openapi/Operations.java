package dev.fleetbooking.rest.openapi;

import static dev.fleetbooking.rest.problem.ProblemType.CAR_HAS_OCCUPANCIES;
import static dev.fleetbooking.rest.problem.ProblemType.CAR_NOT_RETURNED;
import static dev.fleetbooking.rest.problem.ProblemType.CAR_RETIRED;
import static dev.fleetbooking.rest.problem.ProblemType.CAR_UNAVAILABLE;
import static dev.fleetbooking.rest.problem.ProblemType.CONTENT_TOO_LARGE;
import static dev.fleetbooking.rest.problem.ProblemType.DUPLICATE_REGISTRATION_PLATE;
import static dev.fleetbooking.rest.problem.ProblemType.IDEMPOTENCY_KEY_REUSED;
import static dev.fleetbooking.rest.problem.ProblemType.INTERNAL_ERROR;
import static dev.fleetbooking.rest.problem.ProblemType.INVALID_CURSOR;
import static dev.fleetbooking.rest.problem.ProblemType.INVALID_TRANSITION;
import static dev.fleetbooking.rest.problem.ProblemType.MAINTENANCE_CONFLICT;
import static dev.fleetbooking.rest.problem.ProblemType.MALFORMED_REQUEST;
import static dev.fleetbooking.rest.problem.ProblemType.NOT_ACCEPTABLE;
import static dev.fleetbooking.rest.problem.ProblemType.NOT_FOUND;
import static dev.fleetbooking.rest.problem.ProblemType.PRECONDITION_FAILED;
import static dev.fleetbooking.rest.problem.ProblemType.PRECONDITION_REQUIRED;
import static dev.fleetbooking.rest.problem.ProblemType.PRICE_CHANGED;
import static dev.fleetbooking.rest.problem.ProblemType.REQUEST_IN_PROGRESS;
import static dev.fleetbooking.rest.problem.ProblemType.TEMPORARILY_UNAVAILABLE;
import static dev.fleetbooking.rest.problem.ProblemType.TOO_EARLY;
import static dev.fleetbooking.rest.problem.ProblemType.TOO_LATE;
import static dev.fleetbooking.rest.problem.ProblemType.UNSUPPORTED_MEDIA_TYPE;
import static dev.fleetbooking.rest.problem.ProblemType.VALIDATION_FAILED;
import static java.util.stream.Collectors.groupingBy;

import dev.fleetbooking.application.Precondition;
import dev.fleetbooking.rest.edge.FeedPosition;
import dev.fleetbooking.rest.edge.Paging;
import dev.fleetbooking.rest.edge.Revisioned;
import dev.fleetbooking.rest.idempotency.IdempotencyKeys;
import dev.fleetbooking.rest.problem.ProblemType;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/** Adds to each operation what follows from the signature of its handler, the problems it can meet, and the texts. */
@Component
final class Operations implements OperationCustomizer {

    /** The problems that do not follow from the signature. */
    private static final Map<String, List<ProblemType>> REFUSALS = Map.ofEntries(
            Map.entry("registerDealer", List.of(VALIDATION_FAILED)),
            Map.entry("changeDealer", List.of(VALIDATION_FAILED)),
            Map.entry("addCar", List.of(VALIDATION_FAILED, DUPLICATE_REGISTRATION_PLATE)),
            Map.entry("changeCar", List.of(VALIDATION_FAILED, CAR_HAS_OCCUPANCIES, CAR_RETIRED)),
            Map.entry("findAvailableCars", List.of(VALIDATION_FAILED)),
            Map.entry("explainAvailability", List.of(VALIDATION_FAILED)),
            Map.entry("bookCar", List.of(VALIDATION_FAILED, CAR_UNAVAILABLE, PRICE_CHANGED)),
            Map.entry("listBookings", List.of(VALIDATION_FAILED)),
            Map.entry("changeBooking", List.of(VALIDATION_FAILED, INVALID_TRANSITION, CAR_UNAVAILABLE)),
            Map.entry("confirmBooking", List.of(INVALID_TRANSITION)),
            Map.entry("cancelBooking", List.of(VALIDATION_FAILED, INVALID_TRANSITION)),
            Map.entry("handOverCar", List.of(
                    INVALID_TRANSITION, TOO_EARLY, TOO_LATE, CAR_NOT_RETURNED, CAR_UNAVAILABLE)),
            Map.entry("returnCar", List.of(INVALID_TRANSITION)),
            Map.entry("recordNoShow", List.of(INVALID_TRANSITION, TOO_EARLY)),
            Map.entry("planMaintenance", List.of(VALIDATION_FAILED, MAINTENANCE_CONFLICT, CAR_RETIRED)),
            Map.entry("listMaintenanceWindows", List.of(VALIDATION_FAILED)),
            Map.entry("changeMaintenance", List.of(
                    VALIDATION_FAILED, INVALID_TRANSITION, MAINTENANCE_CONFLICT, CAR_RETIRED)),
            Map.entry("startMaintenance", List.of(INVALID_TRANSITION, CAR_NOT_RETURNED, CAR_UNAVAILABLE, CAR_RETIRED)),
            Map.entry("completeMaintenance", List.of(INVALID_TRANSITION)),
            Map.entry("cancelMaintenance", List.of(INVALID_TRANSITION)));

    /** The operation that can be asked what it would do. */
    private static final String DRY_RUN = "planMaintenance";

    private final Documentation documentation;

    Operations(Documentation documentation) {
        this.documentation = documentation;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        operation.tags(List.of(handler.getBeanType().getSimpleName().replace("Controller", "")));
        addParameters(operation, handler);
        describeSuccess(operation, handler);
        addProblems(operation, handler);
        describe(operation, handler.getMethod().getName());
        return operation;
    }

    private void describe(Operation operation, String id) {
        var text = Documentation.find(documentation.operations(), "operations", id);
        operation.summary(text.summary()).description(text.description());
        Stream.ofNullable(operation.getParameters()).flatMap(List::stream).forEach(parameter -> {
            var described = Documentation.find(documentation.parameters(), id, parameter.getName());
            parameter.description(described.description()).example(described.example());
        });
    }

    private static void addParameters(Operation operation, HandlerMethod handler) {
        if (takes(handler, Paging.class)) {
            operation.addParametersItem(limit());
            operation.addParametersItem(query(Paging.CURSOR, new StringSchema()));
        }
        if (takes(handler, FeedPosition.class)) {
            operation.addParametersItem(query(FeedPosition.AFTER, new IntegerSchema()
                    .format("int64")
                    ._default(0)
                    .minimum(BigDecimal.ZERO)));
            operation.addParametersItem(limit());
        }
        if (takes(handler, Precondition.class)) {
            operation.addParametersItem(header(HttpHeaders.IF_MATCH).required(isPatch(handler)));
        }
        if (isPost(handler)) {
            var key = header(IdempotencyKeys.HEADER).required(false);
            key.getSchema().pattern("^" + IdempotencyKeys.PATTERN + "$");
            operation.addParametersItem(key);
        }
        if (isRead(handler) && isRevisioned(handler)) {
            operation.addParametersItem(header(HttpHeaders.IF_NONE_MATCH).required(false));
        }
    }

    private static void describeSuccess(Operation operation, HandlerMethod handler) {
        var responses = operation.getResponses();
        var success = responses.remove("200").description("Success");
        if (isRevisioned(handler)) {
            success.addHeaderObject(HttpHeaders.ETAG, textHeader("Names this state, for If-Match and If-None-Match")
                    .required(!isRead(handler) || !answersWithEntity(handler)));
        }
        if (creates(handler)) {
            success.addHeaderObject(HttpHeaders.LOCATION, textHeader("The path of what was created"));
        }
        if (isPost(handler)) {
            success.addHeaderObject(IdempotencyKeys.REPLAYED_HEADER, textHeader(
                    "true where this is the answer to an earlier request with the same key").required(false));
        }
        if (handler.getMethod().getName().equals(DRY_RUN)) {
            responses.addApiResponse("200", new ApiResponse().description("Nothing has changed").content(success.getContent()));
        }
        responses.addApiResponse(creates(handler) ? "201" : "200", success);
        if (isRead(handler) && isRevisioned(handler)) {
            responses.addApiResponse("304", new ApiResponse().description("Still the state in If-None-Match"));
        }
    }

    private static void addProblems(Operation operation, HandlerMethod handler) {
        var byStatus = problems(handler).stream().collect(groupingBy(type -> type.status().value()));
        new TreeMap<>(byStatus).forEach((status, types) ->
                operation.getResponses().addApiResponse(status.toString(), ProblemComponents.response(types)));
    }

    private static List<ProblemType> problems(HandlerMethod handler) {
        var problems = new ArrayList<>(
                List.of(MALFORMED_REQUEST, NOT_ACCEPTABLE, INTERNAL_ERROR, TEMPORARILY_UNAVAILABLE));
        if (takes(handler, Paging.class)) {
            problems.add(INVALID_CURSOR);
        }
        if (has(handler, PathVariable.class)) {
            problems.add(NOT_FOUND);
        }
        if (has(handler, RequestBody.class)) {
            problems.addAll(List.of(UNSUPPORTED_MEDIA_TYPE, CONTENT_TOO_LARGE));
        }
        if (takes(handler, Precondition.class)) {
            problems.add(PRECONDITION_FAILED);
        }
        if (isPost(handler)) {
            problems.addAll(List.of(IDEMPOTENCY_KEY_REUSED, REQUEST_IN_PROGRESS));
        }
        if (isPatch(handler)) {
            problems.add(PRECONDITION_REQUIRED);
        }
        problems.addAll(REFUSALS.getOrDefault(handler.getMethod().getName(), List.of()));
        return problems;
    }

    private static Parameter limit() {
        return query(Paging.LIMIT, new IntegerSchema()
                ._default(Paging.DEFAULT_LIMIT)
                .minimum(BigDecimal.ONE)
                .maximum(BigDecimal.valueOf(Paging.MAX_LIMIT)));
    }

    private static Parameter query(String name, Schema<?> schema) {
        return new Parameter().in("query").name(name).schema(schema).required(false);
    }

    private static Parameter header(String name) {
        return new Parameter().in("header").name(name).schema(new StringSchema());
    }

    private static Header textHeader(String description) {
        return new Header().description(description).required(true).schema(new StringSchema());
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return parameters(handler).anyMatch(parameter -> parameter.getParameterType() == type);
    }

    private static boolean has(HandlerMethod handler, Class<? extends Annotation> annotation) {
        return parameters(handler).anyMatch(parameter -> parameter.hasParameterAnnotation(annotation));
    }

    private static Stream<MethodParameter> parameters(HandlerMethod handler) {
        return Stream.of(handler.getMethodParameters());
    }

    private static boolean isPost(HandlerMethod handler) {
        return handler.hasMethodAnnotation(PostMapping.class);
    }

    private static boolean isPatch(HandlerMethod handler) {
        return handler.hasMethodAnnotation(PatchMapping.class);
    }

    private static boolean isRead(HandlerMethod handler) {
        return handler.hasMethodAnnotation(GetMapping.class);
    }

    private static boolean creates(HandlerMethod handler) {
        return isPost(handler) && answersWithEntity(handler);
    }

    /** Handlers answer with a {@link ResponseEntity} for the Location, or where nobody may store the answer. */
    private static boolean answersWithEntity(HandlerMethod handler) {
        return handler.getReturnType().getParameterType() == ResponseEntity.class;
    }

    private static boolean isRevisioned(HandlerMethod handler) {
        var type = ResolvableType.forMethodReturnType(handler.getMethod());
        var body = type.resolve() == ResponseEntity.class ? type.getGeneric() : type;
        return Revisioned.class.isAssignableFrom(body.resolve(Object.class));
    }
}
