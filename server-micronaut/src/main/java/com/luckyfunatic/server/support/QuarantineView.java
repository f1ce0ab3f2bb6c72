package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.server.engine.QuarantinedEntries;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a journal that could not be understood.
 *
 * @param number its place in the list
 * @param partition whose journal
 * @param entry its name there
 * @param sink who did not understand it: {@code archive} or {@code audit}
 * @param playerId whose change it is; null where even that is not known
 * @param sequence which change of the player; null where that is not known
 * @param since when it was put aside
 * @param reason why
 */
@Schema(
        example =
                """
                {"number": "3", "partition": 17, "entry": "1790000000000-0", "sink": "archive",
                "playerId": "184467440737095516", "sequence": 1024, "since":
                "2026-11-22T15:00:00.123Z", "reason": "an entry of the journal has no time"}
                """)
record QuarantineView(
        String number,
        int partition,
        String entry,
        String sink,
        @Nullable String playerId,
        @Nullable Long sequence,
        Instant since,
        String reason) {
    static QuarantineView of(QuarantinedEntries.Entry entry) {
        PlayerId player = entry.player();
        return new QuarantineView(
                Long.toString(entry.number()),
                entry.partition(),
                entry.name(),
                entry.sink(),
                player == null ? null : player.toString(),
                entry.sequence(),
                Instant.ofEpochMilli(entry.atMillis()),
                entry.reason());
    }
}
