package com.luckyfunatic.admin.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.admin.server.SupportClient;
import com.luckyfunatic.engine.storage.Page;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How much is shown of a list that a server gives page by page. */
final class Paging {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--all",
            description =
                    "Show the whole list and not its beginning only: page after page, each as an"
                            + " answer of its own.")
    private boolean isAll;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    Paging() {}

    /** Whether the whole list is wanted. */
    boolean isAll() {
        return isAll;
    }

    /** Asks for the first page of the list at {@code path}. */
    SupportClient.Reply first(SupportClient client, String path) throws IOException {
        return client.get(isAll ? page(path) : path);
    }

    /** Asks for the page that follows one; returns null where that was all that is wanted. */
    SupportClient.@Nullable Reply next(
            SupportClient client, String path, SupportClient.Reply before) throws IOException {
        JsonNode cursor = before.body().path("nextCursor");
        if (cursor.isTextual() && isAll) {
            return client.getPatiently(
                    page(path) + "&cursor=" + SupportClient.part(cursor.asText()));
        }
        if (cursor.isTextual()) {
            tell("There is more: --all shows everything.");
        } else if (before.body().path("endsEarly").asBoolean()) {
            tell("There were older ones, which are no longer kept.");
        }
        return null;
    }

    private static String page(String path) {
        return path + (path.contains("?") ? "&" : "?") + "limit=" + Page.LIMIT_MAX;
    }

    /** Beside the answer, which may be read by a program. */
    private void tell(String text) {
        spec.commandLine().getErr().println(text);
    }
}
