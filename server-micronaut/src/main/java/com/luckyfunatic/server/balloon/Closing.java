package com.luckyfunatic.server.balloon;

import io.micronaut.websocket.CloseReason;

/** Why the server closes a connection; {@code docs/reference/balloons.md} lists the codes. */
final class Closing {
    /** The game is over. */
    static final CloseReason OVER = new CloseReason(1000, "game over");

    /** The server stops; the result is kept. */
    static final CloseReason STOPPING = new CloseReason(1001, "server stops");

    /** Another connection of the player has taken its place. */
    static final CloseReason REPLACED = new CloseReason(4001, "another connection");

    /** Nothing was heard for too long. */
    static final CloseReason IDLE = new CloseReason(4002, "no ping");

    private static final int POLICY = 1008;

    private Closing() {}

    /** Something was sent that nobody may send. */
    static CloseReason violation(String what) {
        return new CloseReason(POLICY, what);
    }
}
