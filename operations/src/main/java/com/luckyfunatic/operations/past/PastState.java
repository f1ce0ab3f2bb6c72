package com.luckyfunatic.operations.past;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.wallet.Wallet;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What a player had at some time.
 *
 * @param at the time
 * @param last the last change that was made by then
 * @param keptFrom the oldest change that is still kept, where that is why only the balances are
 *     known; else null
 * @param state everything, as it is stored; null where only the balances are known
 */
public record PastState(
        Instant at, StateChange last, @Nullable Instant keptFrom, @Nullable JsonNode state) {
    /** With milliseconds always, as servers write times. */
    private static final DateTimeFormatter TIMES =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    /** Everything. */
    static PastState whole(PlayerState state, StateChange last, long atMillis) {
        return new PastState(Instant.ofEpochMilli(atMillis), last, null, StoredTree.of(state));
    }

    /** Only balances: changes before {@code keptFromMillis} are no longer kept. */
    static PastState balances(StateChange last, long atMillis, long keptFromMillis) {
        return new PastState(
                Instant.ofEpochMilli(atMillis), last, Instant.ofEpochMilli(keptFromMillis), null);
    }

    /** Returns it as one object, the same on every way. */
    public ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("player", last.player().toString());
        node.put("at", TIMES.format(at));
        ObjectNode change = node.putObject("lastChange");
        change.put("id", Long.toString(last.id()));
        change.put("sequence", last.sequence());
        change.put("at", TIMES.format(Instant.ofEpochMilli(last.atMillis())));
        change.put("command", last.command());
        change.put("catalogVersion", last.catalogVersion());
        Wallet wallet = last.walletAfter();
        node.putObject("wallet")
                .put("funz", wallet.funz())
                .put("jokers", wallet.jokers())
                .put("funzEarned", wallet.funzEarned());
        node.put("keptFrom", keptFrom == null ? null : TIMES.format(keptFrom));
        node.set("state", state == null ? JsonNodeFactory.instance.nullNode() : state);
        return node;
    }
}
