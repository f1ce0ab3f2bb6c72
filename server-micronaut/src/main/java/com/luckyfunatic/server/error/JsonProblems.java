package com.luckyfunatic.server.error;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a JSON body: the JSON itself, or a field of it, by name. */
final class JsonProblems {
    private JsonProblems() {}

    static ProblemException of(JsonProcessingException failure) {
        if (!(failure instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return failure instanceof MismatchedInputException mismatch
                    ? wholeBody(mismatch)
                    : malformed(failure);
        }
        // Errors found while reading a field's own JSON text, such as a broken escape, come wrapped
        // in its path.
        if (mapping.getCause() instanceof ProblemException problem) {
            return problem;
        }
        List<Reference> references = mapping.getPath();
        return ProblemException.invalidField(
                path(references), "must be " + expectation(wanted(mapping), references.getLast()));
    }

    /** The type that was expected, where the failure says it. */
    private static @Nullable Class<?> wanted(JsonMappingException mapping) {
        return switch (mapping) {
            case MismatchedInputException mismatch -> mismatch.getTargetType();
            // A number beyond its type is noticed one level below, by the parser.
            case JsonMappingException _
                    when mapping.getCause() instanceof InputCoercionException overflow ->
                    overflow.getTargetType();
            default -> null;
        };
    }

    private static ProblemException malformed(JsonProcessingException failure) {
        return new ProblemException(
                ProblemCode.MALFORMED_JSON, "the body is not valid JSON" + where(failure));
    }

    private static ProblemException wholeBody(MismatchedInputException mismatch) {
        String message = String.valueOf(mismatch.getOriginalMessage());
        if (message.startsWith("Trailing token")) {
            return malformed(mismatch);
        }
        boolean empty = message.startsWith("No content");
        return empty
                ? new ProblemException(ProblemCode.BODY_MISSING, "send a JSON object")
                : new ProblemException(
                        ProblemCode.VALIDATION_FAILED, "the body must be a JSON object");
    }

    private static String where(JacksonException failure) {
        return failure.getLocation() == null
                ? ""
                : " (line "
                        + failure.getLocation().getLineNr()
                        + ", column "
                        + failure.getLocation().getColumnNr()
                        + ")";
    }

    private static String path(List<Reference> references) {
        StringBuilder path = new StringBuilder();
        for (Reference reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }

    private static String expectation(@Nullable Class<?> wanted, Reference field) {
        if (wanted == int.class || wanted == Integer.class) {
            return wholeNumber(field, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        if (wanted == long.class || wanted == Long.class) {
            return wholeNumber(field, Long.MIN_VALUE, Long.MAX_VALUE);
        }
        if (wanted == boolean.class || wanted == Boolean.class) {
            return "true or false";
        }
        if (wanted == String.class) {
            return "a text";
        }
        return wanted != null && Iterable.class.isAssignableFrom(wanted)
                ? "a list"
                : "of the documented type";
    }

    /** Names the range that the field is documented with, or else that of its type. */
    private static String wholeNumber(Reference field, long min, long max) {
        FieldDescription description = FieldDescription.of(field);
        return "a whole number from "
                + description.minimumOr(Long.toString(min))
                + " to "
                + description.maximumOr(Long.toString(max));
    }
}
