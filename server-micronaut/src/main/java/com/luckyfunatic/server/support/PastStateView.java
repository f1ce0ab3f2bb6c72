package com.luckyfunatic.server.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.wallet.Wallet;
import com.luckyfunatic.operations.past.PastState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a player had at some time, as {@link PastState#json} has it: here it is only described.
 *
 * @param player the player's id
 * @param at the time
 * @param lastChange the last change that was made by then
 * @param wallet the balances after it
 * @param keptFrom the oldest change that is still kept, where that is why only the balances are
 *     known; else null
 * @param state everything, as it is stored; null where only the balances are known
 */
@Schema(example = PastStateView.EXAMPLE)
record PastStateView(
        String player,
        Instant at,
        LastChange lastChange,
        Balances wallet,
        @Nullable Instant keptFrom,
        @Schema(implementation = Object.class) @Nullable JsonNode state) {
    static final String EXAMPLE =
            """
            {"player": "184467440737095516", "at": "2026-11-22T12:00:00Z", "lastChange":
            {"id": "264905529753600001", "sequence": 1024, "at": "2026-11-22T11:59:58.123Z",
            "command": "Tap", "catalogVersion": "1"}, "wallet": {"funz": 4505, "jokers": 15,
            "funzEarned": 25505}, "keptFrom": null, "state": {"sequence": 1024}}
            """;

    /** A change, in a few words. */
    record LastChange(
            String id, long sequence, Instant at, String command, String catalogVersion) {}

    /** What a player had to spend, and had earned of it. */
    record Balances(long funz, long jokers, long funzEarned) {}

    static PastStateView of(PastState past) {
        StateChange last = past.last();
        Wallet wallet = last.walletAfter();
        return new PastStateView(
                last.player().toString(),
                past.at(),
                new LastChange(
                        Long.toString(last.id()),
                        last.sequence(),
                        Instant.ofEpochMilli(last.atMillis()),
                        last.command(),
                        last.catalogVersion()),
                new Balances(wallet.funz(), wallet.jokers(), wallet.funzEarned()),
                past.keptFrom(),
                past.state());
    }
}
