package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.operator.PlannedChange;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.operation.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /support/tournaments/{tournamentId}/plans}.
 *
 * @param action {@code disqualify}, {@code cancel_tournament} or {@code replay_prize_run}
 * @param playerId who is taken out; of {@code disqualify} only
 * @param reasonCode {@code lost_reward}, {@code compensation}, {@code goodwill}, {@code
 *     correction}, {@code abuse}, {@code security} or {@code other}
 * @param reason why, for those who look later; 1 to 150 characters, none of them a control
 *     character. Names no person
 */
@Schema(
        example =
                "{\"action\": \"cancel_tournament\", \"reasonCode\": \"correction\", \"reason\":"
                        + " \"wrong prizes\"}")
public record TournamentPlanRequest(
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable String action,
        @Nullable String playerId,
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable String reasonCode,
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable String reason) {
    private static final String DISQUALIFY = "disqualify";

    /**
     * The change that it asks for.
     *
     * @throws ProblemException when a field is missing or out of its range
     */
    PlannedChange change(Tournament seen) {
        String why = PlanReason.words(reasonCode, reason);
        return switch (action) {
            case DISQUALIFY -> new PlannedChange.Disqualify(seen.id(), why);
            case "cancel_tournament" ->
                    new PlannedChange.CancelTournament(seen.id(), seen.version(), why);
            case "replay_prize_run" -> new PlannedChange.ReplayPrizeRun(seen.id(), why);
            case null, default ->
                    throw ProblemException.invalidField(
                            "action",
                            "must be 'disqualify', 'cancel_tournament' or 'replay_prize_run'");
        };
    }

    /**
     * Returns whom it is about; null for nobody in particular.
     *
     * @throws ProblemException when somebody is missing, or cannot be there
     */
    @Nullable PlayerId player() {
        return DISQUALIFY.equals(action)
                ? Fields.id("playerId", playerId, PlayerId::parse, ProblemCode.UNKNOWN_PLAYER)
                : null;
    }

    /** The word for why. */
    String checkedReasonCode() {
        return PlanReason.code(reasonCode);
    }
}
