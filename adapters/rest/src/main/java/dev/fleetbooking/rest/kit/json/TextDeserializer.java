package dev.fleetbooking.rest.kit.json;

import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a value from the text of a token by one of {@link Shapes}; Jackson adds the path to its exception. */
final class TextDeserializer<T> extends StdDeserializer<T> {

    private final transient Function<String, T> shape;
    private final Set<JsonToken> tokens;

    TextDeserializer(Class<T> type, Function<String, T> shape, JsonToken... tokens) {
        super(type);
        this.shape = shape;
        this.tokens = Set.of(tokens);
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        if (!tokens.contains(parser.currentToken())) {
            context.handleUnexpectedToken(getValueType(context), parser);
        }
        return shape.apply(parser.getString());
    }
}
