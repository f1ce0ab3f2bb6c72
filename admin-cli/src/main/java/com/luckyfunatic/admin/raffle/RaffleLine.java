package com.luckyfunatic.admin.raffle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.admin.TextTable;
import com.luckyfunatic.admin.TextTable.Column;
import com.luckyfunatic.engine.raffle.Raffle;
import com.luckyfunatic.engine.raffle.RaffleTerms;
import java.time.Instant;
import java.util.Locale;

/** What is told of a raffle; none of its secrets. */
final class RaffleLine {
    private RaffleLine() {}

    static TextTable table() {
        return new TextTable(
                Column.exact("RAFFLE"),
                Column.exact("STEP"),
                Column.exact("OPENS"),
                Column.exact("CLOSES"),
                Column.amount("SOLD"),
                Column.amount("RESERVED"),
                Column.amount("PLAYERS"));
    }

    static void add(Raffle raffle, TextTable table) {
        RaffleTerms terms = raffle.definition().terms();
        table.row(
                raffle.id().value(),
                word(raffle),
                time(terms.opensAtMillis()),
                time(terms.closesAtMillis()),
                String.valueOf(raffle.sold()),
                String.valueOf(raffle.reserved()),
                String.valueOf(raffle.players()));
    }

    static void put(Raffle raffle, ObjectNode node) {
        RaffleTerms terms = raffle.definition().terms();
        node.put("raffle", raffle.id().value());
        node.put("name", raffle.definition().name());
        node.put("step", word(raffle));
        node.put("opensAt", time(terms.opensAtMillis()));
        node.put("closesAt", time(terms.closesAtMillis()));
        node.put("sold", raffle.sold());
        node.put("reserved", raffle.reserved());
        node.put("players", raffle.players());
    }

    static String word(Raffle raffle) {
        return raffle.step().name().toLowerCase(Locale.ROOT);
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
