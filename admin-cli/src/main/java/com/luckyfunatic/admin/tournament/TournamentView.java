package com.luckyfunatic.admin.tournament;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import java.time.Instant;
import java.util.Locale;

/** What is told of a tournament. */
final class TournamentView {
    private TournamentView() {}

    static void put(Tournament tournament, ObjectNode node) {
        TournamentDefinition definition = tournament.definition();
        node.put("tournament", tournament.id().value());
        node.put("name", definition.name());
        node.put("minigame", definition.minigame().value());
        node.put("stage", word(tournament.stage()));
        node.put("version", tournament.version());
        node.put("opensAt", time(definition.opensAtMillis()));
        node.put("closesAt", time(definition.closesAtMillis()));
        node.put("currency", word(definition.currency()));
        node.put("entryFee", definition.entryFee());
        node.put("held", tournament.held());
        node.put("entered", tournament.entered());
        node.put("refunded", tournament.refunded());
        node.put("collected", tournament.collected());
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    /** Returns how far a tournament is, as JSON or for people. */
    static String shown(Tournament tournament, boolean isJson) {
        if (!isJson) {
            return tournament.id() + ": " + word(tournament.stage());
        }
        ObjectNode node = new ObjectMapper().createObjectNode();
        put(tournament, node);
        return node.toString();
    }
}
