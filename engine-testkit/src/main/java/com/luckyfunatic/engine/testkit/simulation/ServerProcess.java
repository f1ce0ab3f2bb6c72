package com.luckyfunatic.engine.testkit.simulation;

/** One life of a server, from a start to a crash. */
final class ServerProcess {
    private final int server;
    private boolean dead;

    ServerProcess(int server) {
        this.server = server;
    }

    int server() {
        return server;
    }

    boolean isAlive() {
        return !dead;
    }

    /** It is dead from now on; whatever it is in the middle of ends where it stands. */
    void die() {
        dead = true;
    }
}
