package com.luckyfunatic.admin.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.admin.server.ListText;
import com.luckyfunatic.admin.server.SupportClient;
import java.io.IOException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** A command that shows a list of a server. */
abstract class ListCommand extends ServerCommand {
    @Mixin private Paging paging;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    ListCommand() {}

    /** Where the list is. */
    abstract String path();

    /** How it is shown to people. */
    abstract ListText text();

    @Override
    public final String forPeople(JsonNode data, OptionalInt columns) {
        return text().of(data, columns);
    }

    @Override
    public final SupportClient.Reply ask(SupportClient client) throws IOException {
        return paging.first(client, path());
    }

    @Override
    public final SupportClient.@Nullable Reply askOn(
            SupportClient client, SupportClient.Reply before) throws IOException {
        return paging.next(client, path(), before);
    }
}
