package com.luckyfunatic.storage.codec;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;

/**
 * Turns one type of value into short JSON text and back: records become arrays of their components,
 * without names. For memory that is dear; what is kept for long has names ({@link GameCodec}).
 *
 * <p>Texts of an older build stay readable as long as components are only added at the end of a
 * record. Thread-safe.
 */
public final class CompactCodec<T> {
    private final Class<T> type;
    private final ObjectWriter writer;
    private final ObjectReader reader;

    /** Prepares the mapping of {@code type}, a record, and of every record inside it. */
    public CompactCodec(Class<T> type) {
        this.type = type;
        JsonMapper.Builder mapper = GameCodec.mapper();
        Set<Class<?>> records = new HashSet<>();
        collectRecords(type, records);
        for (Class<?> each : records) {
            if (!GameCodec.isText(each)) {
                mapper.withConfigOverride(
                        each,
                        override ->
                                override.setFormat(
                                        JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY)));
            }
        }
        JsonMapper json = mapper.build();
        writer = json.writerFor(type);
        reader = json.readerFor(type);
    }

    private static void collectRecords(Type type, Set<Class<?>> records) {
        switch (type) {
            case Class<?> each when each.isRecord() && records.add(each) -> {
                for (RecordComponent component : each.getRecordComponents()) {
                    collectRecords(component.getGenericType(), records);
                }
            }
            case ParameterizedType generic -> {
                for (Type argument : generic.getActualTypeArguments()) {
                    collectRecords(argument, records);
                }
            }
            default -> {}
        }
    }

    /** Returns a codec of players' states. */
    public static CompactCodec<PlayerState> ofStates() {
        return new CompactCodec<>(PlayerState.class);
    }

    /** Returns the short form of {@code value}. */
    public String write(T value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a " + type.getName(), e);
        }
    }

    /** Returns the value that {@code text} is the short form of. */
    public T read(String text) {
        try {
            return type.cast(reader.readValue(text));
        } catch (JsonProcessingException e) {
            throw new StorageCorruptException("cannot read what is stored", e);
        }
    }
}
