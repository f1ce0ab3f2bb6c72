package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.server.error.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /support/adjustments/apply}.
 *
 * @param manifest the parts of the whole file, in their order
 * @param part which of them the rows are, the first being 1
 * @param rows the part's text: CSV with the header and at most 200 rows
 * @param reason why; 1 to 500 characters, none of them a control character
 * @param approvedBy the operator who has approved the file; null for nobody
 */
@Schema(
        example =
                "{\"manifest\": [{\"sha256\":"
                        + " \"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\","
                        + " \"moves\": {\"jokers\": 25, \"players\": 1}}], \"part\": 1, \"rows\":"
                        + " \"operation_id,player_id,currency_or_item,amount,reason_code,reason\\n"
                        + "t81-1,184467440737095516,jokers,25,lost_reward,ticket 81\\n\","
                        + " \"reason\": \"ticket 81\", \"approvedBy\": null}")
public record ApplyAdjustmentsRequest(
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable List<@Nullable AdjustmentPartBody> manifest,
        @Schema(minimum = "1", nullable = false, requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable Integer part,
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable String rows,
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable String reason,
        @Nullable String approvedBy) {
    AdjustmentRequestPart checked() {
        return AdjustmentRequestPart.of(manifest, part, rows);
    }

    String checkedReason() {
        return ApproveAdjustmentsRequest.checked(reason);
    }

    @Nullable OperatorName checkedApprover() {
        if (approvedBy == null) {
            return null;
        }
        if (!OperatorName.isName(approvedBy)) {
            throw ProblemException.invalidField("approvedBy", "must be an operator's name");
        }
        return new OperatorName(approvedBy);
    }
}
