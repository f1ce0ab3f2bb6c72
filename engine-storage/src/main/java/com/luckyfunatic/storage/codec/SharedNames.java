package com.luckyfunatic.storage.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Reads names that content gives, each as one object however often it is stored: states of many
 * players are kept in memory, and name the same quests and cards. Thread-safe.
 */
final class SharedNames<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;

    /** Content has fewer; what is beyond is read all the same, and not kept. */
    private static final int KEPT_MAX = 10_000;

    private final transient Function<String, T> naming;
    private final transient ConcurrentMap<String, T> kept = new ConcurrentHashMap<>();

    /**
     * For names of a type.
     *
     * @param naming makes one of its text, or throws an {@link IllegalArgumentException}
     */
    SharedNames(Class<T> type, Function<String, T> naming) {
        super(type);
        this.naming = naming;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return cast(context.handleUnexpectedToken(handledType(), parser));
        }
        String text = parser.getText();
        T known = kept.get(text);
        return known == null ? read(text, context) : known;
    }

    private T read(String text, DeserializationContext context) throws IOException {
        T read;
        try {
            read = naming.apply(text);
        } catch (IllegalArgumentException e) {
            return cast(context.handleInstantiationProblem(handledType(), text, e));
        }
        if (kept.size() >= KEPT_MAX) {
            return read;
        }
        T first = kept.putIfAbsent(text, read);
        return first == null ? read : first;
    }

    @SuppressWarnings("unchecked") // what handles a problem throws, or gives one of the type
    private T cast(Object handled) {
        return (T) handled;
    }
}
