package com.luckyfunatic.admin.server;

import java.io.IOException;

/** What a command asks of a server, in as many requests as that takes. */
public interface Talk {
    /**
     * Holds it; returns the exit code.
     *
     * @param dialog shows what was answered
     * @throws RefusedException when the server refuses something
     * @throws NotFoundException when the server does not know what it is about
     * @throws IOException when the server cannot be reached
     */
    int hold(SupportClient client, ServerDialog dialog) throws IOException;

    /** What can be told to somebody who does not know whether it was done. */
    default String whenAway() {
        return "Ask again.";
    }
}
