package dev.fleetbooking.rest.openapi;

import static java.util.stream.Collectors.joining;

import dev.fleetbooking.rest.problem.ProblemType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;

/** What operations say about problems: for each type one schema, one example, and one response. */
final class ProblemComponents {

    private static final String PROBLEM_JSON = org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    private ProblemComponents() {
    }

    /** Adds what {@link #response} refers to. */
    static void addTo(Components components, Map<String, Map<String, Object>> memberExamples) {
        for (var type : ProblemType.values()) {
            var members = ModelConverters.getInstance(true)
                    .readAllAsResolvedSchema(new AnnotatedType(type.members()).resolveAsRef(false));
            members.referencedSchemas.forEach(components.getSchemas()::putIfAbsent);
            components.getSchemas().remove(type.members().getSimpleName());
            var example = example(type, memberExamples.getOrDefault(type.slug(), Map.of()));
            components.addSchemas(name(type), schema(type, members.schema).example(example));
            components.addExamples(name(type), new Example().summary(type.title()).value(example));
            components.addResponses(name(type), describe(List.of(type)));
        }
    }

    /** The response for a status with these types. */
    static ApiResponse response(List<ProblemType> types) {
        return types.size() == 1 ? new ApiResponse().$ref(name(types.getFirst())) : describe(types);
    }

    private static ApiResponse describe(List<ProblemType> types) {
        var schema = new Schema<>();
        var content = new MediaType().schema(types.size() == 1 ? schema.$ref(name(types.getFirst())) : schema);
        types.forEach(type -> {
            content.addExamples(type.slug(), new Example().$ref(name(type)));
            if (types.size() > 1) {
                schema.addOneOfItem(new Schema<>().$ref(name(type)));
            }
        });
        var response = new ApiResponse()
                .description(types.stream().map(type -> type.title() + ".").collect(joining(" Or: ")))
                .content(new Content().addMediaType(PROBLEM_JSON, content));
        if (types.contains(ProblemType.TEMPORARILY_UNAVAILABLE)) {
            response.addHeaderObject(HttpHeaders.RETRY_AFTER, new Header()
                    .description("Seconds to wait before the same request is sent again")
                    .required(true)
                    .schema(new IntegerSchema()));
        }
        return response;
    }

    private static Schema<?> schema(ProblemType type, Schema<?> members) {
        var schema = new ObjectSchema();
        schema.description(type.meaning() + " " + type.remedy())
                .addProperty("type", new StringSchema()._const(type.uri()).description("The problem; leads to its page"))
                .addProperty("title", new StringSchema().description("The problem in a few words"))
                .addProperty("status", new IntegerSchema()._const(type.status().value()).description("The HTTP status"))
                .addProperty("detail", new StringSchema().description("What is wrong this time"))
                .addProperty("instance", new StringSchema().description("The path of the request"))
                .addProperty("requestId", new StringSchema().description("Names the request in the log; see X-Request-Id"));
        schema.getProperties().keySet().forEach(schema::addRequiredItem);
        if (members.getProperties() != null) {
            members.getProperties().forEach(schema::addProperty);
            members.getRequired().forEach(schema::addRequiredItem);
        }
        return schema;
    }

    private static Map<String, Object> example(ProblemType type, Map<String, Object> members) {
        var value = new LinkedHashMap<String, Object>();
        value.put("type", type.uri());
        value.put("title", type.title());
        value.put("status", type.status().value());
        value.put("detail", type.meaning());
        value.put("instance", "/api/v1/bookings");
        value.put("requestId", "5b0c7d1e-2a");
        value.putAll(members);
        return value;
    }

    /** The name of the schema, the example and the response. */
    static String name(ProblemType type) {
        return Stream.of(type.slug().split("-")).map(StringUtils::capitalize).collect(joining("", "", "Problem"));
    }
}
