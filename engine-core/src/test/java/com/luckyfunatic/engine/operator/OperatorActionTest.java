package com.luckyfunatic.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OperatorActionTest {
    private static OperatorAction action(
            long id, long at, String word, @Nullable String reference, String detail) {
        return new OperatorAction(
                id, new OperatorName("ada"), at, word, null, reference, ActionOutcome.DONE, detail);
    }

    @Test
    void what_is_out_of_range_is_refused() {
        assertThat(action(1, 0, "read", null, "").player()).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> action(0, 0, "read", null, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> action(1, -1, "read", null, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> action(1, 0, "Read", null, ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        action(
                                1,
                                0,
                                "read",
                                "r".repeat(OperatorAction.REFERENCE_LENGTH_MAX + 1),
                                ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        action(
                                1,
                                0,
                                "read",
                                null,
                                "d".repeat(OperatorAction.DETAIL_LENGTH_MAX + 1)));
    }
}
