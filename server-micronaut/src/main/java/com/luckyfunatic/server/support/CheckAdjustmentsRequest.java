package com.luckyfunatic.server.support;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /support/adjustments/check}.
 *
 * @param manifest the parts of the whole file, in their order
 * @param part which of them the rows are, the first being 1
 * @param rows the part's text: CSV with the header and at most 200 rows
 */
@Schema(
        example =
                "{\"manifest\": [{\"sha256\":"
                        + " \"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\","
                        + " \"moves\": {\"jokers\": 25, \"players\": 1}}], \"part\": 1, \"rows\":"
                        + " \"operation_id,player_id,currency_or_item,amount,reason_code,reason\\n"
                        + "t81-1,184467440737095516,jokers,25,lost_reward,ticket 81\\n\"}")
public record CheckAdjustmentsRequest(
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable List<@Nullable AdjustmentPartBody> manifest,
        @Schema(minimum = "1", nullable = false, requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable Integer part,
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable String rows) {
    AdjustmentRequestPart checked() {
        return AdjustmentRequestPart.of(manifest, part, rows);
    }
}
