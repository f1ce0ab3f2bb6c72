package com.luckyfunatic.server.error;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of an error answer, RFC 9457.
 *
 * @param type where the code is explained
 * @param title the code in words
 * @param status the HTTP status again
 * @param detail what happened this time
 * @param code the stable word that callers branch on
 * @param retriable whether sending the same request again can help
 * @param traceId what to quote when asking for support
 * @param errors the fields at fault, where there are any
 * @param extra further members that the code defines
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        @JsonInclude(JsonInclude.Include.ALWAYS) int status,
        @Nullable String detail,
        String code,
        @JsonInclude(JsonInclude.Include.ALWAYS) boolean retriable,
        String traceId,
        List<FieldError> errors,
        @JsonAnyGetter Map<String, Object> extra) {}
