package com.luckyfunatic.storage.scylla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.storage.scylla.ListedRows.Listed;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListedRowsTest {
    private static Listed listed(long number, boolean isSealed) {
        return new Listed(
                -number,
                number,
                (int) number,
                isSealed,
                new Manifest.Line(
                        AuditTable.BOOSTER_SNAPSHOT,
                        new PlayerId(number),
                        LocalDate.EPOCH.plusDays(number),
                        number,
                        number * number));
    }

    private static List<Listed> read(ListedRows rows, int slice) {
        List<Listed> read = new ArrayList<>();
        rows.read(slice, read::add);
        return read;
    }

    @Test
    void each_slice_has_what_was_added_to_it_in_order_and_again() {
        try (ListedRows rows = ListedRows.open(3)) {
            List<Listed> odd = new ArrayList<>();
            for (int i = 1; i <= 1_001; i++) {
                rows.add(i % 2, listed(i, i % 3 == 0));
                if (i % 2 == 1) {
                    odd.add(listed(i, i % 3 == 0));
                }
            }
            rows.finish();

            assertThat(rows.count(0)).isEqualTo(500);
            assertThat(rows.count(2)).isZero();
            assertThat(read(rows, 1)).isEqualTo(odd);
            assertThat(read(rows, 1)).isEqualTo(odd);
            assertThat(read(rows, 2)).isEmpty();
        }
    }

    @Test
    void what_cannot_be_kept_is_told() {
        ListedRows rows = ListedRows.open(1);
        rows.add(0, listed(1, true));
        rows.finish();
        rows.close();
        rows.close();

        ListedRows closed = ListedRows.open(1);
        closed.closeFiles();
        closed.add(0, listed(1, true));
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(closed::finish)
                .withMessageContaining("temporary files");
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> closed.count(0));
    }
}
