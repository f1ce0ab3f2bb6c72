package com.luckyfunatic.server.error;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/**
 * What the API's description says of a field, so that an error answer says the same.
 *
 * @param schema its annotation
 */
record FieldDescription(@Nullable Schema schema) {
    private static final FieldDescription NONE = new FieldDescription(null);

    /** Of the field that a failure to read JSON points to. */
    static FieldDescription of(Reference field) {
        if (field.getFrom() instanceof Class<?> type && type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                if (component.getName().equals(field.getFieldName())) {
                    return new FieldDescription(
                            component.getAccessor().getAnnotation(Schema.class));
                }
            }
        }
        return NONE;
    }

    /** The least value, or {@code otherwise} where the description names none. */
    String minimumOr(String otherwise) {
        return schema == null || schema.minimum().isEmpty() ? otherwise : schema.minimum();
    }

    /** The greatest value, or {@code otherwise} where the description names none. */
    String maximumOr(String otherwise) {
        return schema == null || schema.maximum().isEmpty() ? otherwise : schema.maximum();
    }
}
