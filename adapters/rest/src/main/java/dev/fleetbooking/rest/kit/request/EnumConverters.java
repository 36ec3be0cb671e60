package dev.fleetbooking.rest.kit.request;

import dev.fleetbooking.domain.kit.InvalidValueException;
import dev.fleetbooking.rest.kit.json.Shapes;
import java.util.stream.Stream;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/** Reads constants of enums from parameters. Spring's own converter treats an empty text as absent, and trims. */
final class EnumConverters implements ConverterFactory<String, Enum<?>> {

    @Override
    public <E extends Enum<?>> Converter<String, E> getConverter(Class<E> type) {
        return text -> Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(Shapes.oneOf(type)));
    }
}
