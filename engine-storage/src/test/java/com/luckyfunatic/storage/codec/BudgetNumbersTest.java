package com.luckyfunatic.storage.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.operator.Budget;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import org.junit.jupiter.api.Test;

class BudgetNumbersTest {
    @Test
    void every_budget_has_a_number_of_its_own() {
        for (Budget budget : Budget.values()) {
            assertThat(BudgetNumbers.budget(BudgetNumbers.number(budget))).isEqualTo(budget);
        }
        assertThatThrownBy(() -> BudgetNumbers.budget(6))
                .isInstanceOf(StorageCorruptException.class);
    }
}
