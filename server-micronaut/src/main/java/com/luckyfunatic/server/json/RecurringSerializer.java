package com.luckyfunatic.server.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.ser.ResolvableSerializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.util.NameTransformer;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@link Recurring} values as another serializer does, and those that recur only once: after
 * that their text is copied. An answer to a tap holds nine boosters that are hardly ever other than
 * in the last answer, and writing them property by property is half of the cost of its JSON.
 */
final class RecurringSerializer extends JsonSerializer<Recurring>
        implements ResolvableSerializer, ContextualSerializer {
    private static final int REMEMBERED_MAX = 2_000;

    private final JsonSerializer<Object> serializer;
    private final Cache<Recurring, SerializedString> texts =
            Caffeine.newBuilder().maximumSize(REMEMBERED_MAX).executor(Runnable::run).build();

    private RecurringSerializer(JsonSerializer<Object> serializer) {
        this.serializer = serializer;
    }

    /** Puts itself in front of the serializers of all {@link Recurring} types. */
    static BeanSerializerModifier modifier() {
        return new BeanSerializerModifier() {
            private static final long serialVersionUID = 1;

            @Override
            public JsonSerializer<?> modifySerializer(
                    SerializationConfig config,
                    BeanDescription bean,
                    JsonSerializer<?> serializer) {
                return inFrontOf(serializer, bean.getBeanClass());
            }

            @Override
            public JsonSerializer<?> modifyCollectionSerializer(
                    SerializationConfig config,
                    CollectionType type,
                    BeanDescription bean,
                    JsonSerializer<?> serializer) {
                return inFrontOf(serializer, type.getRawClass());
            }
        };
    }

    @SuppressWarnings("unchecked") // The serializer of a class is asked for its values only.
    private static JsonSerializer<?> inFrontOf(JsonSerializer<?> serializer, Class<?> type) {
        return Recurring.class.isAssignableFrom(type)
                ? new RecurringSerializer((JsonSerializer<Object>) serializer)
                : serializer;
    }

    @Override
    public void resolve(SerializerProvider provider) throws JsonMappingException {
        if (serializer instanceof ResolvableSerializer resolvable) {
            resolvable.resolve(provider);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // It stays a serializer of the same class.
    public JsonSerializer<?> createContextual(
            SerializerProvider provider, @Nullable BeanProperty property)
            throws JsonMappingException {
        JsonSerializer<?> contextual =
                provider.handleSecondaryContextualization(serializer, property);
        return new RecurringSerializer((JsonSerializer<Object>) contextual);
    }

    @Override
    @SuppressWarnings("unchecked") // It stays a serializer of the same class.
    public JsonSerializer<Recurring> unwrappingSerializer(NameTransformer names) {
        JsonSerializer<?> unwrapping = serializer.unwrappingSerializer(names);
        return (JsonSerializer<Recurring>) unwrapping;
    }

    @Override
    public void serialize(Recurring value, JsonGenerator json, SerializerProvider provider)
            throws IOException {
        if (!value.recurs()) {
            serializer.serialize(value, json, provider);
            return;
        }
        SerializedString text = texts.getIfPresent(value);
        if (text == null) {
            text = new SerializedString(text(value, json, provider));
            texts.put(value, text);
        }
        json.writeRawValue(text);
    }

    private String text(Recurring value, JsonGenerator json, SerializerProvider provider)
            throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator alone = json.getCodec().getFactory().createGenerator(text)) {
            serializer.serialize(value, alone, provider);
        }
        return text.toString();
    }
}
