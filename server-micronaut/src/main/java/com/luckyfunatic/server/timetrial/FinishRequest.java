package com.luckyfunatic.server.timetrial;

import com.luckyfunatic.engine.timetrial.TimeTrialCommand.FinishTimeTrial;
import com.luckyfunatic.engine.timetrial.TimeTrialId;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.operation.Fields;
import com.luckyfunatic.server.text.Ascii;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which try is to be finished.
 *
 * @param runToken what the start has answered
 */
public record FinishRequest(
        @Schema(
                        nullable = false,
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        example = "4503599627370497")
                @Nullable String runToken) {
    /** As many as 2^53 has. */
    private static final int DIGITS_MAX = 16;

    /**
     * The command that it asks for.
     *
     * @throws ProblemException when the token is missing, or cannot be one
     */
    FinishTimeTrial command(TimeTrialId trial) {
        return new FinishTimeTrial(
                trial,
                Fields.id("runToken", runToken, FinishRequest::nonce, ProblemCode.UNKNOWN_RUN));
    }

    private static Long nonce(String text) {
        if (text.length() > DIGITS_MAX || !Ascii.isDigits(text)) {
            throw new IllegalArgumentException("no token of a try");
        }
        return Long.valueOf(text);
    }
}
