package com.luckyfunatic.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class AuditComparisonTest {
    @Test
    void parts_add_up() {
        assertThat(new AuditComparison(1, 2, 3).plus(new AuditComparison(10, 20, 30)))
                .isEqualTo(new AuditComparison(11, 22, 33));
        assertThat(AuditComparison.NOTHING.plus(AuditComparison.NOTHING))
                .isEqualTo(AuditComparison.NOTHING);
    }

    @Test
    void no_sum_wraps() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() ->
                        new AuditComparison(Long.MAX_VALUE, 0, 0)
                                .plus(new AuditComparison(1, 0, 0)));
    }
}
