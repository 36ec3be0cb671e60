package dev.fleetbooking.rest.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Requests and responses are records: what is not an {@link Optional} is required, and requests take nothing else. */
@Component
final class RecordSchemas implements ModelConverter {

    @Override
    public Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        var schema = chain.next().resolve(type, context, chain);
        var record = Json31.mapper().constructType(type.getType()).getRawClass();
        if (schema != null && record.isRecord()) {
            complete(definition(schema, context), record);
        }
        return schema;
    }

    private static Schema<?> definition(Schema<?> schema, ModelConverterContext context) {
        var reference = schema.get$ref();
        return reference == null
                ? schema
                : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static void complete(Schema<?> schema, Class<?> record) {
        Stream.of(record.getRecordComponents())
                .filter(component -> component.getType() != Optional.class)
                .filter(component -> schema.getProperties().containsKey(component.getName()))
                .forEach(component -> schema.addRequiredItem(component.getName()));
        if (record.getSimpleName().endsWith("Request")) {
            schema.types(Set.of("object")).additionalProperties(false);
        }
    }
}
