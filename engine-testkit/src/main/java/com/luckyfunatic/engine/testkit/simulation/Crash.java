package com.luckyfunatic.engine.testkit.simulation;

/** A server has died: nobody catches it but who started what it was doing. */
final class Crash extends Error {
    private static final long serialVersionUID = 1;

    Crash() {
        super("the server died", null, false, false);
    }
}
