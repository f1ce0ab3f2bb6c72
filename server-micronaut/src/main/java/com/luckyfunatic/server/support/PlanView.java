package com.luckyfunatic.server.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.PlannedChange;
import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.operations.past.StoredTree;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A plan, and what it would come to now.
 *
 * @param planId its name
 * @param planHash what tells it from any other; carrying it out asks for it
 * @param author who made it, and alone may carry it out
 * @param playerId on whom; null for nobody in particular
 * @param command what, as it is stored
 * @param reasonCode why
 * @param sequence which change of the player it is good after; 0 of one about something else
 * @param needsApproval whether another person has to approve it first
 * @param approvedBy who has approved it; null for nobody
 * @param approvalVoid whether that is needed and worth nothing now, because they may not approve
 *     any more
 * @param createdAt when it was made
 * @param expiresAt from when on it is good no longer
 * @param outdated whether what it is about has changed since, so that it cannot be carried out
 * @param before what there is now; null when it is outdated
 * @param after what there would be, passive income until now included; null when it is outdated
 */
@Schema(example = PlanView.EXAMPLE)
record PlanView(
        String planId,
        String planHash,
        String author,
        @Nullable String playerId,
        @Schema(implementation = Object.class) JsonNode command,
        String reasonCode,
        long sequence,
        boolean needsApproval,
        @Nullable String approvedBy,
        boolean approvalVoid,
        Instant createdAt,
        Instant expiresAt,
        boolean outdated,
        @Nullable HoldingsView before,
        @Nullable HoldingsView after) {
    static final String EXAMPLE =
            "{\"planId\": \"n3Vd0Xq7m2k\", \"planHash\":"
                + " \"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\","
                + " \"author\": \"ada\", \"playerId\": \"184467440737095516\", \"command\":"
                + " {\"currency\": \"JOKERS\", \"delta\": 25, \"reason\": \"lost_reward: ticket"
                + " 81\"}, \"reasonCode\": \"lost_reward\", \"sequence\": 1024, \"needsApproval\":"
                + " false, \"approvedBy\": null, \"approvalVoid\": false, \"createdAt\":"
                + " \"2026-11-22T15:00:00.123Z\", \"expiresAt\": \"2026-11-22T16:00:00.123Z\","
                + " \"outdated\": false, \"before\": {\"funz\": 4505, \"jokers\": 15, \"items\":"
                + " null, \"ban\": null, \"loginsEndedAt\": null, \"stage\": null,"
                + " \"disqualified\": null, \"game\": null, \"transfer\": null, \"followUp\": null,"
                + " \"payment\": null, \"content\": null}, \"after\": {\"funz\": 4505, \"jokers\":"
                + " 40, \"items\": null, \"ban\": null, \"loginsEndedAt\": null, \"stage\": null,"
                + " \"disqualified\": null, \"game\": null, \"transfer\": null, \"followUp\": null,"
                + " \"payment\": null, \"content\": null}}";

    static PlanView of(
            SupportPlan plan, boolean approvalVoid, PlanWork.@Nullable Prospect prospect) {
        OperatorName approver = plan.approvedBy();
        PlayerId player = plan.player();
        return new PlanView(
                plan.id(),
                PlanHash.of(plan),
                plan.author().value(),
                player == null ? null : player.toString(),
                StoredTree.of(
                        plan.change() instanceof PlannedChange.OfState(Command command)
                                ? command
                                : plan.change()),
                plan.reason(),
                plan.sequence(),
                plan.needsApproval(),
                approver == null ? null : approver.value(),
                approvalVoid,
                Instant.ofEpochMilli(plan.createdAtMillis()),
                Instant.ofEpochMilli(plan.expiresAtMillis()),
                prospect == null,
                prospect == null ? null : prospect.before(),
                prospect == null ? null : prospect.after());
    }
}
