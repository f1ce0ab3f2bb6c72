package com.luckyfunatic.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.server.engine.QuarantinedEntries.Entry;
import com.luckyfunatic.storage.mysql.Quarantine;
import com.luckyfunatic.storage.mysql.QuarantinedEntry;
import com.luckyfunatic.storage.mysql.QuarantinedEntry.Sink;
import org.junit.jupiter.api.Test;

class QuarantinedEntriesTest {
    @Test
    void whose_change_it_is_is_told_as_far_as_it_is_known() {
        assertThat(entry("1-0", Sink.ARCHIVE, "7 1 1 901 5\nwhen {}"))
                .isEqualTo(new Entry(3, 4, "1-0", "archive", new PlayerId(7), 901L, 9, "why"));
        assertThat(entry("77/12/5", Sink.AUDIT, "{}"))
                .isEqualTo(new Entry(3, 4, "77/12/5", "audit", new PlayerId(77), 12L, 9, "why"));
        assertThat(entry("1-0", Sink.ARCHIVE, "{x=no field that we know}"))
                .isEqualTo(new Entry(3, 4, "1-0", "archive", null, null, 9, "why"));
        assertThat(entry("77/x/5", Sink.AUDIT, "{}").sequence()).isNull();
        assertThat(entry("77/5", Sink.AUDIT, "{}").player()).isNull();
    }

    private static Entry entry(String name, Sink sink, String document) {
        return Entry.of(
                new Quarantine.Listed(3, new QuarantinedEntry(4, name, sink, "why", document, 9)));
    }
}
