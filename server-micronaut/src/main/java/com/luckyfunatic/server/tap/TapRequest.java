package com.luckyfunatic.server.tap;

import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.tap.TapSequence;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.operation.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Taps that the player has made.
 *
 * @param taps how many
 * @param sequence the client's number for them, greater than that of the taps before in this login
 *     session, so that a lost answer can be asked for again safely
 */
public record TapRequest(
        @Schema(minimum = "1", maximum = "50", example = "5") int taps,
        @Schema(minimum = "0", maximum = "9007199254740991", example = "17")
                @Nullable Long sequence) {
    /**
     * The command that it asks for.
     *
     * @param session the caller's login session
     * @throws ProblemException when a field is out of range
     */
    Tap command(long session) {
        if (taps < 1 || taps > Tap.COUNT_MAX) {
            throw ProblemException.invalidField(
                    "taps", "must be a whole number from 1 to " + Tap.COUNT_MAX);
        }
        Long number = Fields.amountOrNull("sequence", sequence);
        return new Tap(taps, number == null ? null : new TapSequence(session, number));
    }
}
