package com.luckyfunatic.benchmarks.audit;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.item.ItemEvent.ItemAdjusted;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.tap.TapEvent.Tapped;
import com.luckyfunatic.engine.tap.TapSequence;
import com.luckyfunatic.engine.wallet.Wallet;
import com.luckyfunatic.storage.codec.ChangeDocument;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.scylla.AuditEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * What players have done, as the journal would hand it over: taps of many players in turn, and
 * every fiftieth time an item that was found. Thread-safe.
 */
final class Changes {
    static final ItemId ITEM = new ItemId("clover");
    static final String REASON = "found";

    private static final int PLAYERS = 10_000;
    private static final int ITEM_EVERY = 50;

    /** Made before, so that only storing is measured. */
    private static final int TEXTS = 1_000;

    private final long startMillis;
    private final AtomicLong next = new AtomicLong();
    private final List<String> texts;

    Changes(long startMillis) {
        this.startMillis = startMillis;
        GameCodec codec = new GameCodec();
        texts = IntStream.range(0, TEXTS).mapToObj(i -> codec.write(document(i))).toList();
    }

    private ChangeDocument document(int number) {
        GameEvent event =
                hasItem(number)
                        ? new ItemAdjusted(ITEM, 1, REASON)
                        : new Tapped(
                                5,
                                30 + number,
                                0,
                                1_234_567_890L - number,
                                45_000,
                                17,
                                new TapSequence(7_421_337_042_817_024L, number),
                                startMillis + number);
        return new ChangeDocument(
                hasItem(number) ? "AdjustItem" : "Tap",
                null,
                Actor.Player.SELF,
                "standard-1",
                Durability.SOFT,
                List.of(event),
                new Wallet(1_000_000L + number, 12, 5_000_000L + number));
    }

    /** Whether a change tells of an item. */
    static boolean hasItem(long number) {
        return number % ITEM_EVERY == 0;
    }

    /** Returns the next {@code size} changes; each player's are one millisecond apart at least. */
    List<AuditEntry> next(int size) {
        long first = next.getAndAdd(size);
        List<AuditEntry> entries = new ArrayList<>(size);
        for (long number = first; number < first + size; number++) {
            entries.add(
                    new AuditEntry(
                            new PlayerId(1 + number % PLAYERS),
                            1,
                            1 + number / PLAYERS,
                            1 + number,
                            startMillis + number / PLAYERS,
                            texts.get((int) (number % TEXTS))));
        }
        return entries;
    }
}
