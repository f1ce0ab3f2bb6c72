package com.luckyfunatic.storage.scylla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.storage.scylla.ScyllaSettings.Retention;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManifestTest {
    private static final Manifest MANIFEST =
            new Manifest(
                    new Retention(1, 2, 3, 6_000),
                    List.of(
                            line(AuditTable.STATE_CHANGE, 1, -1),
                            line(AuditTable.ITEM_TRANSACTION, Long.MAX_VALUE, Long.MIN_VALUE),
                            line(AuditTable.SESSION_HISTORY, 7, 0),
                            line(AuditTable.BOOSTER_SNAPSHOT, 7, Long.MAX_VALUE)));

    private static Manifest.Line line(AuditTable table, long number, long mark) {
        return new Manifest.Line(
                table, new PlayerId(number), LocalDate.of(2026, 11, 30), number, mark);
    }

    @Test
    void it_is_read_as_it_was_written() {
        assertThat(Manifest.of(MANIFEST.toBytes())).isEqualTo(MANIFEST);
        assertThat(Manifest.of(new Manifest(Retention.USUAL, List.of()).toBytes()).lines())
                .isEmpty();
    }

    /** Manifests that were sealed have to be understood for years. */
    @Test
    void its_form_never_changes() {
        Manifest small =
                new Manifest(Retention.USUAL, List.of(line(AuditTable.ITEM_TRANSACTION, 5, -2)));

        assertThat(HexFormat.of().formatHex(small.toBytes().array()))
                .isEqualTo(
                        "01"
                                + "000000b4"
                                + "0000016d"
                                + "0000005a"
                                + "0000005a"
                                + "02"
                                + "0000000000000005"
                                + "00005133"
                                + "0000000000000005"
                                + "fffffffffffffffe");
    }

    @Test
    void what_is_no_manifest_is_told() {
        byte[] whole = MANIFEST.toBytes().array();
        byte[] unknownFormat = whole.clone();
        unknownFormat[0] = 2;
        byte[] unknownTable = whole.clone();
        unknownTable[17] = 9;
        byte[] noPlayer = whole.clone();
        Arrays.fill(noPlayer, 18, 26, (byte) 0);
        for (byte[] wrong :
                List.of(
                        new byte[0],
                        Arrays.copyOf(whole, 16),
                        Arrays.copyOf(whole, whole.length - 1),
                        unknownFormat,
                        unknownTable,
                        noPlayer)) {
            assertThatExceptionOfType(StorageCorruptException.class)
                    .isThrownBy(() -> Manifest.of(ByteBuffer.wrap(wrong)));
        }
    }
}
