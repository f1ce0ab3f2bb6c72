package com.luckyfunatic.admin.player;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.admin.server.Exchange;
import com.luckyfunatic.admin.server.SupportClient;
import com.luckyfunatic.engine.player.PlayerId;
import java.io.IOException;
import java.time.Instant;
import java.util.OptionalInt;

/** What a player had at some time, as a server tells it. */
record PastAtServer(PlayerId player, long atMillis) implements Exchange {
    @Override
    public SupportClient.Reply ask(SupportClient client) throws IOException {
        return client.get("players/" + player + "/past?at=" + Instant.ofEpochMilli(atMillis));
    }

    @Override
    public String forPeople(JsonNode data, OptionalInt columns) {
        PastView past = new PastView(data);
        String note = past.note();
        return past.table(columns) + (note == null ? "" : System.lineSeparator() + note);
    }
}
