package dev.fleetbooking.rest.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Completes the document as a whole: problems, texts, examples, and an order that does not change from run to run. */
@Component
final class DocumentCustomizer implements OpenApiCustomizer {

    private static final String PAGE = "PageResponse";

    private final Documentation documentation;

    DocumentCustomizer(Documentation documentation) {
        this.documentation = documentation;
    }

    @Override
    public void customise(OpenAPI openApi) {
        openApi.info(documentation.info());
        documentation.tags().forEach((name, text) -> openApi.addTagsItem(new Tag().name(name).description(text)));

        var components = openApi.getComponents();
        ProblemComponents.addTo(components, documentation.problems());
        acceptNumbersAsAmounts(components.getSchemas().get("MoneyRequest"));
        components.setSchemas(new TreeMap<>(components.getSchemas()));
        components.getSchemas().forEach((name, schema) -> {
            describe(name, schema);
            addExample(components, name);
        });

        var paths = new Paths();
        new TreeMap<>(openApi.getPaths()).forEach(paths::addPathItem);
        openApi.setPaths(paths);
        operations(openApi).forEach(DocumentCustomizer::showExamples);
    }

    private static void acceptNumbersAsAmounts(Schema<?> money) {
        money.addProperty("amount", new Schema<>().oneOf(List.of(
                new StringSchema().pattern("^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$"), new NumberSchema())));
    }

    private void describe(String name, Schema<?> schema) {
        if (schema.getDescription() == null) {
            schema.description(text(name).description()).example(text(name).example());
        }
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((property, value) -> {
                if (value.getDescription() == null) {
                    value.setDescription(Documentation.find(documentation.properties(), name, property));
                }
            });
        }
    }

    private void addExample(Components components, String schema) {
        if (schema.startsWith(PAGE)) {
            var item = text(schema.substring(PAGE.length())).example();
            components.addExamples(schema, new Example().value(Map.of("items", List.of(item))));
        } else if (!schema.endsWith("Problem")) {
            components.addExamples(schema, new Example().value(text(schema).example()));
        }
    }

    private Documentation.Described text(String schema) {
        return Documentation.find(documentation.schemas(), schema, schema.startsWith(PAGE) ? PAGE : schema);
    }

    private static Stream<Operation> operations(OpenAPI openApi) {
        return openApi.getPaths().values().stream().flatMap(path -> path.readOperations().stream());
    }

    /** Requests and answers that are described by one schema show the example of that schema. */
    private static void showExamples(Operation operation) {
        var request = Stream.ofNullable(operation.getRequestBody()).map(RequestBody::getContent);
        var answers = operation.getResponses().values().stream().map(ApiResponse::getContent).filter(Objects::nonNull);
        Stream.concat(request, answers).flatMap(content -> content.values().stream()).forEach(type -> {
            var reference = type.getSchema().get$ref();
            if (reference != null) {
                var name = reference.substring(reference.lastIndexOf('/') + 1);
                type.addExamples("example", new Example().$ref(name));
            }
        });
    }
}
