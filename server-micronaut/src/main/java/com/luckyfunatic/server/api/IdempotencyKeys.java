package com.luckyfunatic.server.api;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.request.RequestContext;
import org.jspecify.annotations.Nullable;

/** Reads the {@code Idempotency-Key} header. */
public final class IdempotencyKeys {
    /** The header that callers send. */
    public static final String HEADER = RequestContext.OPERATION_HEADER;

    /** The header that marks a stored answer. */
    public static final String HIT_HEADER = "Idempotency-Hit";

    private IdempotencyKeys() {}

    /**
     * The caller's name for the operation, or nothing when it sent none.
     *
     * @throws ProblemException when the header is not 1 to 64 printable ASCII characters, or begins
     *     as the engine's own ids do
     */
    public static @Nullable OperationId parse(@Nullable String header) {
        if (header == null) {
            return null;
        }
        if (!OperationId.isValid(header) || header.startsWith(OperationId.OWN_PREFIX)) {
            throw new ProblemException(
                    ProblemCode.INVALID_IDEMPOTENCY_KEY,
                    ProblemCode.INVALID_IDEMPOTENCY_KEY.description());
        }
        return new OperationId(header);
    }
}
