package com.luckyfunatic.admin.support;

import com.luckyfunatic.admin.server.SupportClient;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** A command that shows a list of a server. */
abstract class ListCommand extends ServerCommand {
    @Mixin private Paging paging;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    ListCommand() {}

    /** Where the list is. */
    abstract String path();

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
