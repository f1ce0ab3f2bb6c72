package com.luckyfunatic.server.error;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error answer on its way to the caller: thrown by controllers and filters, turned into
 * problem+json in one place.
 *
 * <p>Carries no stack trace, since it is an expected answer and may be frequent.
 */
public final class ProblemException extends RuntimeException {
    private final ProblemCode code;
    private final String detail;
    private final List<FieldError> errors;
    private final Map<String, Object> extra;
    private final Map<String, String> headers;

    /** An error answer that says no more than its code and one sentence. */
    public ProblemException(ProblemCode code, String detail) {
        this(code, detail, List.of(), Map.of(), Map.of(), null);
    }

    private ProblemException(
            ProblemCode code,
            String detail,
            List<FieldError> errors,
            Map<String, Object> extra,
            Map<String, String> headers,
            @Nullable Throwable cause) {
        super(code.word() + ": " + detail, cause, false, false);
        this.code = code;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.extra = Map.copyOf(extra);
        this.headers = Map.copyOf(headers);
    }

    /** One field is not what it must be. */
    public static ProblemException invalidField(String field, String message) {
        return invalidFields(List.of(new FieldError(field, message)));
    }

    /** Several fields are not what they must be. */
    public static ProblemException invalidFields(List<FieldError> errors) {
        String detail =
                errors.size() == 1
                        ? "'" + errors.getFirst().field() + "' " + errors.getFirst().message()
                        : errors.size() + " fields are not valid";
        return new ProblemException(
                ProblemCode.VALIDATION_FAILED, detail, errors, Map.of(), Map.of(), null);
    }

    /** The caller may try again after this many seconds. */
    public static ProblemException retryAfter(ProblemCode code, String detail, long seconds) {
        return new ProblemException(
                code,
                detail,
                List.of(),
                Map.of(),
                Map.of("Retry-After", Long.toString(seconds)),
                null);
    }

    /**
     * The same answer with further members that its code defines, such as the price that holds now.
     */
    public ProblemException with(Map<String, Object> members) {
        return new ProblemException(code, detail, errors, members, headers, getCause());
    }

    /** The same answer with further headers. */
    public ProblemException withHeaders(Map<String, String> further) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(further);
        return new ProblemException(code, detail, errors, extra, all, getCause());
    }

    /** The same answer with another sentence behind its own. */
    ProblemException adding(String sentence) {
        return new ProblemException(
                code, detail + "; " + sentence, errors, extra, headers, getCause());
    }

    /** The same answer, remembering what led to it for the log. */
    ProblemException causedBy(Throwable cause) {
        return new ProblemException(code, detail, errors, extra, headers, cause);
    }

    public ProblemCode code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    /** The body of the answer. */
    Problem toProblem(String traceId) {
        return new Problem(
                code.type(),
                code.title(),
                code.status().getCode(),
                detail,
                code.word(),
                code.retriable(),
                traceId,
                errors,
                extra);
    }

    Map<String, String> headers() {
        return headers;
    }
}
