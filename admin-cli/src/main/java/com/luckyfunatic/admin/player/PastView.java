package com.luckyfunatic.admin.player;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.admin.TextBlock;
import com.luckyfunatic.engine.energy.EnergyState;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.storage.codec.GameCodec;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a player had at some time, for people and for scripts: the same whether it was read from the
 * storage or told by a server.
 *
 * @param data one object; its {@code state} is as it is stored, null when only the balances are
 *     known
 */
record PastView(JsonNode data) {
    private static final String STATE = "state";
    private static final String KEPT_FROM = "keptFrom";

    /** Only balances: changes before {@code keptFromMillis} are no longer kept. */
    static PastView balances(StateChange last, long atMillis, long keptFromMillis) {
        ObjectNode data = data(last, atMillis);
        data.put(KEPT_FROM, time(keptFromMillis));
        data.putNull(STATE);
        return new PastView(data);
    }

    /** Everything. */
    static PastView whole(PlayerState state, StateChange last, long atMillis) {
        ObjectNode data = data(last, atMillis);
        data.putNull(KEPT_FROM);
        data.set(STATE, new GameCodec().tree(state));
        return new PastView(data);
    }

    private static ObjectNode data(StateChange last, long atMillis) {
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
        return node;
    }

    /**
     * Returns a line for each thing that people ask for, for a terminal with so many columns; empty
     * for no terminal.
     */
    String table(OptionalInt columns) {
        TextBlock table = new TextBlock();
        table.line("player", text("/player"));
        table.line("at", text("/at"));
        table.line(
                "last change",
                text("/lastChange/sequence")
                        + ", "
                        + text("/lastChange/command")
                        + " at "
                        + text("/lastChange/at"));
        table.line("content", text("/lastChange/catalogVersion"));
        table.line("funz", text("/wallet/funz"));
        table.line("jokers", text("/wallet/jokers"));
        table.line("funz earned", text("/wallet/funzEarned"));
        if (data.path(STATE).isObject()) {
            JsonNode energy = data.path(STATE).path("energy");
            table.line(
                    "energy",
                    energy.path("micros").asLong() / EnergyState.MICROS_PER_UNIT
                            + " at "
                            + time(energy.path("atMillis").asLong()));
            table.line("rank", text("/state/rank/rank"));
            table.line("items", list("/state/items/stacks", counted("item")));
            table.line("cards", list("/state/cards/owned", withLevel("card")));
            table.line("special cards", list("/state/forge/cards", counted("card")));
            table.line("boosters", list("/state/boosters/levels", withLevel("type")));
        }
        return table.fit(columns);
    }

    /** Returns why there is not more; null where everything is known. */
    @Nullable String note() {
        JsonNode keptFrom = data.path(KEPT_FROM);
        return keptFrom.isTextual()
                ? "Changes before "
                        + keptFrom.asText()
                        + " are no longer kept, so only the balances are known."
                : null;
    }

    private String text(String pointer) {
        return data.at(pointer).asText();
    }

    private static Function<JsonNode, String> counted(String name) {
        return each -> each.path(name).asText() + " x" + each.path("count").asText();
    }

    private static Function<JsonNode, String> withLevel(String name) {
        return each -> each.path(name).asText() + " level " + each.path("level").asText();
    }

    private String list(String pointer, Function<JsonNode, String> text) {
        JsonNode all = data.at(pointer);
        return all.isEmpty()
                ? "none"
                : all.valueStream().map(text).collect(Collectors.joining(", "));
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
