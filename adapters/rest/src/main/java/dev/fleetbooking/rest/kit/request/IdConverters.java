package dev.fleetbooking.rest.kit.request;

import dev.fleetbooking.rest.kit.json.Shapes;
import java.util.UUID;
import org.springframework.beans.BeanUtils;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalConverter;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/** Reads ids, which are records of one UUID, from parameters. */
final class IdConverters implements ConverterFactory<String, Record>, ConditionalConverter {

    @Override
    public boolean matches(TypeDescriptor source, TypeDescriptor target) {
        var components = target.getType().getRecordComponents();
        return components.length == 1 && components[0].getType() == UUID.class;
    }

    @Override
    public <I extends Record> Converter<String, I> getConverter(Class<I> type) {
        var constructor = BeanUtils.getResolvableConstructor(type);
        return text -> BeanUtils.instantiateClass(constructor, Shapes.uuid(text));
    }
}
