package com.luckyfunatic.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditSealTest {
    private static final String HASH = "0123456789abcdef".repeat(4);

    private static AuditSeal seal(
            String log,
            long number,
            long from,
            long to,
            String rowsHash,
            String head,
            List<Long> marks) {
        return new AuditSeal(log, number, 20_000, from, to, 5, rowsHash, marks, false, head, 9);
    }

    private static void assertRefused(
            String what,
            String log,
            long number,
            long from,
            long to,
            String rowsHash,
            String head,
            List<Long> marks) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> seal(log, number, from, to, rowsHash, head, marks))
                .withMessageContaining(what);
    }

    @Test
    void a_seal_counts_its_rows() {
        assertThat(seal("changes", 1, 7, 7, HASH, HASH, List.of(1L)).rows()).isOne();
        assertThat(
                        seal(
                                        "operator-actions",
                                        2,
                                        8,
                                        9_000,
                                        HASH,
                                        HASH,
                                        Collections.nCopies(AuditSeal.ROWS_MAX, 1L))
                                .rows())
                .isEqualTo(AuditSeal.ROWS_MAX);
    }

    @Test
    void what_is_out_of_range_is_no_seal() {
        List<Long> one = List.of(1L);
        assertRefused("log", "", 1, 7, 8, HASH, HASH, one);
        assertRefused("log", "Changes", 1, 7, 8, HASH, HASH, one);
        assertRefused("log", "x".repeat(33), 1, 7, 8, HASH, HASH, one);
        assertRefused("number", "changes", 0, 7, 8, HASH, HASH, one);
        assertRefused("range", "changes", 1, 0, 8, HASH, HASH, one);
        assertRefused("range", "changes", 1, 8, 7, HASH, HASH, one);
        assertRefused("hash", "changes", 1, 7, 8, "0", HASH, one);
        assertRefused("hash", "changes", 1, 7, 8, HASH, HASH + "0", one);
        assertRefused("rows", "changes", 1, 7, 8, HASH, HASH, List.of());
        assertRefused(
                "rows",
                "changes",
                1,
                7,
                8,
                HASH,
                HASH,
                Collections.nCopies(AuditSeal.ROWS_MAX + 1, 1L));
    }
}
