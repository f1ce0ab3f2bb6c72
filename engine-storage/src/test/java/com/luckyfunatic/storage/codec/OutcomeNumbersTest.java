package com.luckyfunatic.storage.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.operator.ActionOutcome;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import org.junit.jupiter.api.Test;

class OutcomeNumbersTest {
    @Test
    void every_outcome_has_a_number_of_its_own() {
        for (ActionOutcome outcome : ActionOutcome.values()) {
            assertThat(OutcomeNumbers.outcome(OutcomeNumbers.number(outcome))).isEqualTo(outcome);
        }
        assertThatThrownBy(() -> OutcomeNumbers.outcome(4))
                .isInstanceOf(StorageCorruptException.class);
    }
}
