package com.luckyfunatic.admin.player;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.admin.server.Exchange;
import com.luckyfunatic.admin.server.PlanExchange;
import com.luckyfunatic.admin.server.SupportClient;
import com.luckyfunatic.admin.server.ThingText;
import java.io.IOException;
import java.util.OptionalInt;

/** A player as a server knows them. */
record PlayerAtServer(PlayerChoice choice) implements Exchange, PlanExchange.Subject {
    @Override
    public String path(SupportClient client) throws IOException {
        return "players/" + SupportClient.part(choice.at(client));
    }

    @Override
    public SupportClient.Reply ask(SupportClient client) throws IOException {
        return client.get(path(client));
    }

    /** Who they are; what they have is told by {@code support player}. */
    @Override
    public String forPeople(JsonNode data, OptionalInt columns) {
        return ThingText.of(
                data instanceof ObjectNode all ? all.deepCopy().without("state") : data, columns);
    }
}
