package dev.fleetbooking.rest.kit.request;

import dev.fleetbooking.rest.kit.json.Shapes;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.BeanUtils;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;

/** Reads ids, which are records of one UUID, from parameters. */
final class IdConverter implements ConditionalGenericConverter {

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(new ConvertiblePair(String.class, Record.class));
    }

    @Override
    public boolean matches(TypeDescriptor source, TypeDescriptor target) {
        var components = target.getType().getRecordComponents();
        return components.length == 1 && components[0].getType() == UUID.class;
    }

    @Override
    public Object convert(Object text, TypeDescriptor source, TypeDescriptor target) {
        return BeanUtils.instantiateClass(
                BeanUtils.getResolvableConstructor(target.getType()), Shapes.uuid((String) text));
    }
}
