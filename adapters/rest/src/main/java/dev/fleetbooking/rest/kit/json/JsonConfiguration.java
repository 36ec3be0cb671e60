package dev.fleetbooking.rest.kit.json;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT;
import static tools.jackson.core.JsonToken.VALUE_NUMBER_FLOAT;
import static tools.jackson.core.JsonToken.VALUE_NUMBER_INT;
import static tools.jackson.core.JsonToken.VALUE_STRING;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.module.SimpleModule;

/** JSON is read strictly: unknown and duplicate fields and values of a wrong type are refused. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return json -> json
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .withCoercionConfigDefaults(coercions -> Stream.of(CoercionInputShape.values())
                        .forEach(shape -> coercions.setCoercion(shape, CoercionAction.Fail)))
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(NON_ABSENT))
                .addModule(new SimpleModule()
                        .addDeserializer(UUID.class, new TextDeserializer<>(UUID.class, Shapes::uuid, VALUE_STRING))
                        .addDeserializer(Instant.class, new TextDeserializer<>(Instant.class, Shapes::instant, VALUE_STRING))
                        .addDeserializer(BigDecimal.class, new TextDeserializer<>(
                                BigDecimal.class, Shapes::decimal, VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT)));
    }

    /** Only UTF-8 is JSON (RFC 8259, section 8.1); Jackson would also guess UTF-16 and UTF-32. */
    @Bean
    JsonFactoryBuilderCustomizer utf8Only() {
        return factory -> factory.disable(TokenStreamFactory.Feature.CHARSET_DETECTION);
    }
}
