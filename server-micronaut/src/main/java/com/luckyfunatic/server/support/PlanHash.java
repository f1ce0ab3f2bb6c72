package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.server.crypto.Sha256;
import com.luckyfunatic.storage.codec.GameCodec;
import java.util.HexFormat;

/** What tells a plan from any other: of all that it will do, to whom, and when it is good. */
final class PlanHash {
    private static final GameCodec CODEC = new GameCodec();

    private PlanHash() {}

    /** Returns 64 hexadecimal digits; who has approved the plan does not change them. */
    static String of(SupportPlan plan) {
        String text =
                String.join(
                        "\n",
                        plan.id(),
                        plan.author().value(),
                        String.valueOf(plan.player()),
                        Long.toString(plan.sequence()),
                        CODEC.write(plan.change()),
                        plan.reason(),
                        plan.budget().name(),
                        Long.toString(plan.amount()),
                        Boolean.toString(plan.needsApproval()),
                        Long.toString(plan.createdAtMillis()),
                        Long.toString(plan.expiresAtMillis()));
        return HexFormat.of().formatHex(Sha256.of(text));
    }
}
