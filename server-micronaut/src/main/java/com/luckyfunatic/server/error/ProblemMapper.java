package com.luckyfunatic.server.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.luckyfunatic.engine.connection.MembershipUnknownException;
import com.luckyfunatic.engine.storage.StorageConflictException;
import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.server.telegram.InitDataException;
import com.luckyfunatic.server.telegram.bot.BotApiException;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpStatus;
import io.micronaut.web.router.exceptions.UnsatisfiedBodyRouteException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import io.netty.handler.codec.compression.DecompressionException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one place that decides which error answer an exception gets. */
final class ProblemMapper {
    private static final int STORAGE_RETRY_SECONDS = 1;
    private static final int CAUSES_MAX = 8;

    private ProblemMapper() {}

    /**
     * The answer to an exception.
     *
     * @param failure what was thrown; nothing when the framework refused the request by itself
     * @param status what the framework would answer
     */
    static ProblemException map(@Nullable Throwable failure, HttpStatus status) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            ProblemException known = known(cause);
            if (known != null) {
                return known;
            }
            cause = cause.getCause();
        }
        return ofStatus(status);
    }

    private static @Nullable ProblemException known(Throwable cause) {
        return switch (cause) {
            case ProblemException problem -> problem;
            case InitDataException refusal -> initData(refusal);
            case BotApiException away -> telegramAway(away);
            case MembershipUnknownException unknown -> telegramAway(unknown);
            case StorageUnavailableException away -> storageAway(away);
            case StorageConflictException conflict -> storageAway(conflict);
            case StorageException failure -> internal(failure);
            case JsonProcessingException json -> JsonProblems.of(json);
            // No JsonProcessingException: the reader could not make characters of the bytes.
            case CharConversionException _ ->
                    new ProblemException(ProblemCode.MALFORMED_JSON, "the body is not valid UTF-8");
            case ConstraintViolationException violations -> violations(violations);
            case DecompressionException _ ->
                    new ProblemException(
                            ProblemCode.BAD_REQUEST,
                            "the body is not packed as Content-Encoding says");
            case UnsatisfiedBodyRouteException _ ->
                    new ProblemException(ProblemCode.BODY_MISSING, "send a JSON object");
            case UnsatisfiedRouteException missing ->
                    ProblemException.invalidField(missing.getArgument().getName(), "is missing");
            case ConversionErrorException conversion
                    when !(conversion.getCause() instanceof IOException) ->
                    ProblemException.invalidField(
                            conversion.getArgument().getName(),
                            "must be a " + conversion.getArgument().getTypeString(false));
            default -> null;
        };
    }

    private static ProblemException initData(InitDataException refusal) {
        ProblemCode code =
                switch (refusal.reason()) {
                    case MALFORMED -> ProblemCode.INIT_DATA_MALFORMED;
                    case SIGNATURE_INVALID -> ProblemCode.INIT_DATA_SIGNATURE_INVALID;
                    case EXPIRED -> ProblemCode.INIT_DATA_EXPIRED;
                    case FROM_FUTURE -> ProblemCode.INIT_DATA_FROM_FUTURE;
                };
        return new ProblemException(code, String.valueOf(refusal.getMessage()));
    }

    private static ProblemException telegramAway(BotApiException failure) {
        return ProblemException.retryAfter(
                        ProblemCode.TELEGRAM_UNAVAILABLE,
                        "Telegram does not do its part now",
                        Math.max(1, failure.retryAfter().toSeconds()))
                .causedBy(failure);
    }

    private static ProblemException telegramAway(MembershipUnknownException unknown) {
        return ProblemException.retryAfter(
                        ProblemCode.TELEGRAM_UNAVAILABLE,
                        "it cannot be found out now who is a member of a channel",
                        Math.max(1, unknown.retryAfter().toSeconds()))
                .causedBy(unknown);
    }

    private static ProblemException storageAway(StorageException failure) {
        return ProblemException.retryAfter(
                        ProblemCode.STORAGE_UNAVAILABLE,
                        "a store is away or too busy",
                        STORAGE_RETRY_SECONDS)
                .causedBy(failure);
    }

    private static ProblemException internal(Throwable failure) {
        return new ProblemException(ProblemCode.INTERNAL_ERROR, "a fault of the server")
                .causedBy(failure);
    }

    private static ProblemException violations(ConstraintViolationException failure) {
        List<FieldError> errors =
                failure.getConstraintViolations().stream()
                        .map(violation -> new FieldError(field(violation), violation.getMessage()))
                        .sorted(
                                Comparator.comparing(FieldError::field)
                                        .thenComparing(FieldError::message))
                        .toList();
        return ProblemException.invalidFields(errors);
    }

    /**
     * The path inside the body or the parameter's name; the method and its body parameter are our
     * own affair.
     */
    private static String field(ConstraintViolation<?> violation) {
        StringBuilder path = new StringBuilder();
        int depth = 0;
        for (Path.Node node : violation.getPropertyPath()) {
            boolean inside = depth > 1 || (depth == 1 && isLast(violation, node));
            if (inside && node.getName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(node.getName());
            }
            depth++;
        }
        return path.isEmpty() ? violation.getPropertyPath().toString() : path.toString();
    }

    private static boolean isLast(ConstraintViolation<?> violation, Path.Node node) {
        Path.Node last = null;
        for (Path.Node next : violation.getPropertyPath()) {
            last = next;
        }
        return node.equals(last);
    }

    private static ProblemException ofStatus(HttpStatus status) {
        ProblemCode code =
                switch (status) {
                    case NOT_FOUND -> ProblemCode.NOT_FOUND;
                    case METHOD_NOT_ALLOWED -> ProblemCode.METHOD_NOT_ALLOWED;
                    case NOT_ACCEPTABLE -> ProblemCode.NOT_ACCEPTABLE;
                    case REQUEST_ENTITY_TOO_LARGE,
                            REQUEST_URI_TOO_LONG,
                            REQUEST_HEADER_FIELDS_TOO_LARGE ->
                            ProblemCode.REQUEST_TOO_LARGE;
                    case UNSUPPORTED_MEDIA_TYPE -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
                    case UNAUTHORIZED -> ProblemCode.TOKEN_INVALID;
                    case FORBIDDEN -> ProblemCode.FORBIDDEN;
                    case TOO_MANY_REQUESTS -> ProblemCode.RATE_LIMITED;
                    case SERVICE_UNAVAILABLE -> ProblemCode.NOT_READY;
                    default ->
                            status.getCode() >= 500
                                    ? ProblemCode.INTERNAL_ERROR
                                    : ProblemCode.BAD_REQUEST;
                };
        return new ProblemException(code, code.description());
    }
}
