package com.luckyfunatic.server.tournament;

import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.operation.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * For what the player enters.
 *
 * @param expectedFee the fee that the player saw; another one is refused
 */
public record EnterRequest(
        @Schema(
                        nullable = false,
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        minimum = "0",
                        maximum = "9007199254740991",
                        example = "500")
                @Nullable Long expectedFee) {
    /**
     * Returns the fee.
     *
     * @throws ProblemException when it is missing or no amount
     */
    long fee() {
        return Fields.amount("expectedFee", expectedFee);
    }
}
