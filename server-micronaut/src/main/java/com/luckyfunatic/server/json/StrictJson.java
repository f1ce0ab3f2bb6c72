package com.luckyfunatic.server.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.jackson.ObjectMapperFactory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/**
 * The mapper of all request and response bodies.
 *
 * <p>Unknown fields are ignored, so that clients may be newer than the server. Everything else that
 * Jackson would put up with is refused: numbers as texts, fractions where whole numbers belong,
 * null for a number, one value for a list, repeated fields, deep nesting.
 *
 * <p>Buffers are recycled in a pool for all threads: by default each thread would keep its own, and
 * a request's virtual thread, which ends with it, would make 10 KB of them for one answer.
 */
@Factory
public final class StrictJson {
    private static final int NESTING_MAX = 32;

    /**
     * More than a body of the usual limit holds: the parser's own refusal could not name the field.
     * Our fields are int and long, which notice a number that is too long by its length.
     */
    private static final int NUMBER_LENGTH_MAX = 100_000;

    private StrictJson() {}

    /** The mapper, for use without the framework too. */
    public static JsonMapper mapper() {
        StreamReadConstraints constraints =
                StreamReadConstraints.builder()
                        .maxNestingDepth(NESTING_MAX)
                        .maxNumberLength(NUMBER_LENGTH_MAX)
                        .build();
        JsonFactory factory =
                JsonFactory.builder()
                        .streamReadConstraints(constraints)
                        .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build();
        return JsonMapper.builder(factory)
                .addModule(new JavaTimeModule())
                .addModule(
                        new SimpleModule()
                                .addSerializer(new MillisecondInstants())
                                .setSerializerModifier(RecurringSerializer.modifier()))
                .disable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text ->
                                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                        .setCoercion(
                                                CoercionInputShape.Boolean, CoercionAction.Fail))
                .build();
    }

    @Singleton
    @Primary
    @Named("json")
    @Bean(typed = ObjectMapper.class)
    @Replaces(value = ObjectMapper.class, factory = ObjectMapperFactory.class)
    static ObjectMapper objectMapper() {
        return mapper();
    }
}
