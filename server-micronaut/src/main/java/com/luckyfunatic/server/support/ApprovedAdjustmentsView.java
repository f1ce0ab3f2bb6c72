package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.operations.adjust.AdjustmentManifest;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A file of adjustments that was approved.
 *
 * @param manifestHash what it is approved under
 * @param parts how many parts it has
 * @param approvedBy by whom
 */
@Schema(
        example =
                """
                {"manifestHash":
                "5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9",
                "parts": 3, "approvedBy": "bob"}
                """)
record ApprovedAdjustmentsView(String manifestHash, int parts, String approvedBy) {
    static ApprovedAdjustmentsView of(AdjustmentManifest manifest, OperatorName approver) {
        return new ApprovedAdjustmentsView(
                manifest.hash(), manifest.parts().size(), approver.value());
    }
}
