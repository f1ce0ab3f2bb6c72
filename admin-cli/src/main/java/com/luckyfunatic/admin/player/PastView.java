package com.luckyfunatic.admin.player;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.admin.TextBlock;
import com.luckyfunatic.engine.energy.EnergyState;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.storage.codec.GameCodec;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a player had, for people and for scripts.
 *
 * @param last the change that led to it
 * @param state everything; null when only the balances are known
 */
record PastView(StateChange last, @Nullable PlayerState state) {
    static PastView balances(StateChange last) {
        return new PastView(last, null);
    }

    static PastView whole(PlayerState state, StateChange last) {
        return new PastView(last, state);
    }

    /**
     * Returns a line for each thing that people ask for, for a terminal with so many columns; empty
     * for no terminal.
     */
    String table(long atMillis, OptionalInt columns) {
        TextBlock table = new TextBlock();
        line(table, "player", last.player());
        line(table, "at", time(atMillis));
        line(
                table,
                "last change",
                last.sequence() + ", " + last.command() + " at " + time(last.atMillis()));
        line(table, "content", last.catalogVersion());
        line(table, "funz", last.walletAfter().funz());
        line(table, "jokers", last.walletAfter().jokers());
        line(table, "funz earned", last.walletAfter().funzEarned());
        PlayerState whole = state;
        if (whole != null) {
            EnergyState energy = whole.energy();
            line(
                    table,
                    "energy",
                    energy.micros() / EnergyState.MICROS_PER_UNIT
                            + " at "
                            + time(energy.atMillis()));
            line(table, "rank", whole.rank().rank());
            line(
                    table,
                    "items",
                    list(whole.items().stacks(), each -> each.item() + " x" + each.count()));
            line(
                    table,
                    "cards",
                    list(whole.cards().owned(), each -> each.card() + " level " + each.level()));
            line(
                    table,
                    "special cards",
                    list(whole.forge().cards(), each -> each.card() + " x" + each.count()));
            line(
                    table,
                    "boosters",
                    list(
                            whole.boosters().levels(),
                            each -> each.type() + " level " + each.level()));
        }
        return table.fit(columns);
    }

    private static void line(TextBlock table, String name, Object value) {
        table.line(name, value.toString());
    }

    private static <T> String list(List<T> all, Function<T, String> text) {
        return all.isEmpty() ? "none" : all.stream().map(text).collect(Collectors.joining(", "));
    }

    /** Returns one object; {@code state} is as it is stored, null when it is not known. */
    String json(long atMillis) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        node.put("player", last.player().toString());
        node.put("at", time(atMillis));
        ObjectNode change = node.putObject("lastChange");
        change.put("id", Long.toString(last.id()));
        change.put("sequence", last.sequence());
        change.put("at", time(last.atMillis()));
        change.put("command", last.command());
        change.put("catalogVersion", last.catalogVersion());
        ObjectNode wallet = node.putObject("wallet");
        wallet.put("funz", last.walletAfter().funz());
        wallet.put("jokers", last.walletAfter().jokers());
        wallet.put("funzEarned", last.walletAfter().funzEarned());
        node.set("state", state == null ? null : new GameCodec().tree(state));
        return node.toString();
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
