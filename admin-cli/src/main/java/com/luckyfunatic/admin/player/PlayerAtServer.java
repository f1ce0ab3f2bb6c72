package com.luckyfunatic.admin.player;

import com.luckyfunatic.admin.server.Exchange;
import com.luckyfunatic.admin.server.PlanExchange;
import com.luckyfunatic.admin.server.SupportClient;
import java.io.IOException;

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
}
