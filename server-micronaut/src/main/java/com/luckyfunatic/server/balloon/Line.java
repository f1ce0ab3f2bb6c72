package com.luckyfunatic.server.balloon;

import io.micronaut.websocket.CloseReason;

/** A client's connection, as a game sees it. Thread-safe; no call blocks. */
interface Line {
    /** Sends a message, after those that were sent before. */
    void send(ServerMessage message);

    /** Closes it after everything that was sent; doing it again is no error. */
    void close(CloseReason reason);
}
