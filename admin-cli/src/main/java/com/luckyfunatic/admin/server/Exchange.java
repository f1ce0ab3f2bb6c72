package com.luckyfunatic.admin.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.admin.ExitCodes;
import java.io.IOException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What is asked of a server: a question, and perhaps others that follow its answer. */
public interface Exchange extends Talk {
    /** Asks the server; returns its answer. */
    SupportClient.Reply ask(SupportClient client) throws IOException;

    /** Asks for what follows an answer; returns null where that was all. */
    default SupportClient.@Nullable Reply askOn(SupportClient client, SupportClient.Reply before)
            throws IOException {
        return null;
    }

    /**
     * Returns an answer as people read it; may be more than one line.
     *
     * @param columns how many their terminal has; empty for no terminal, where nothing is cut
     */
    default String forPeople(JsonNode data, OptionalInt columns) {
        return ThingText.of(data, columns);
    }

    /** Whether answers are printed as they are, because they are meant for a file. */
    default boolean isFile() {
        return false;
    }

    /** The exit code when everything that was asked for was answered. */
    default int codeOfAnswered() {
        return ExitCodes.OK;
    }

    @Override
    default int hold(SupportClient client, ServerDialog dialog) throws IOException {
        SupportClient.Reply reply = ask(client);
        while (reply.isOk()) {
            dialog.show(this, reply.body().path("data"));
            SupportClient.Reply next = askOn(client, reply);
            if (next == null) {
                return codeOfAnswered();
            }
            reply = next;
        }
        throw new RefusedException(reply);
    }
}
