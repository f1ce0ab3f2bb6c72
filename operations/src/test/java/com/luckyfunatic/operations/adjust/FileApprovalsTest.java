package com.luckyfunatic.operations.adjust;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.operator.ActionOutcome;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.operations.operator.SupportLimit;
import com.luckyfunatic.storage.memory.MemoryStorage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FileApprovalsTest {
    private static final OperatorName BOB = new OperatorName("bob");
    private static final OperatorName EVE = new OperatorName("eve");
    private static final AdjustmentManifest FILE =
            new AdjustmentManifest(
                    List.of(
                            new AdjustmentManifest.Part(
                                    "a".repeat(64),
                                    new AdjustmentTotals(Map.of(SupportLimit.FUNZ, 5L)))));

    private final MemoryStorage storage = new MemoryStorage();
    private final FileApprovals approvals = new FileApprovals(storage.operatorActions());
    private long actions;

    @AfterEach
    void close() {
        storage.close();
    }

    private void add(OperatorName who, String action, String reference, ActionOutcome outcome) {
        storage.operatorActions()
                .append(
                        new OperatorAction(
                                ++actions, who, 0, action, null, reference, outcome, ""));
    }

    @Test
    void an_approval_is_found_behind_whatever_its_author_did_since() {
        add(BOB, FileApprovals.APPROVE, FILE.hash(), ActionOutcome.DONE);
        for (int i = 0; i < 250; i++) {
            add(BOB, "read_player", "x", ActionOutcome.DONE);
        }

        assertThat(approvals.isApproved(FILE, BOB)).isTrue();
        assertThat(approvals.isApproved(FILE, EVE)).isFalse();
    }

    @Test
    void what_was_refused_or_is_of_another_file_or_another_action_is_no_approval() {
        add(BOB, FileApprovals.APPROVE, FILE.hash(), ActionOutcome.REFUSED);
        add(BOB, FileApprovals.APPROVE, FILE.hash().substring(0, 12), ActionOutcome.DONE);
        add(BOB, FileApprovals.APPROVE, "a".repeat(64), ActionOutcome.DONE);
        add(BOB, "adjust_file", FILE.hash(), ActionOutcome.DONE);

        assertThat(approvals.isApproved(FILE, BOB)).isFalse();
    }
}
