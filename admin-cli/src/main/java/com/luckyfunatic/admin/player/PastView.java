package com.luckyfunatic.admin.player;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.admin.TextBlock;
import com.luckyfunatic.engine.energy.EnergyState;
import com.luckyfunatic.operations.past.PastState;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a player had at some time, for people: the same whether it was read from the storage or told
 * by a server.
 *
 * @param data as {@link PastState#json} has it
 */
record PastView(JsonNode data) {
    private static final String STATE = "state";
    private static final String KEPT_FROM = "keptFrom";

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
