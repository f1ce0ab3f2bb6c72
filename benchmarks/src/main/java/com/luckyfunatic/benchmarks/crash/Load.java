package com.luckyfunatic.benchmarks.crash;

/** What all clients of a round share. Thread-safe. */
final class Load {
    private final Mix mix;
    private final IntentSource intents;
    private final Pace pace;
    private volatile boolean over;

    /** Begins now. */
    Load(Mix mix, IntentSource intents, double perSecond) {
        this.mix = mix;
        this.intents = intents;
        pace = Pace.of(perSecond);
    }

    /** Waits for the next operation's turn; false when there is none any more. */
    boolean goesOn() {
        if (!over) {
            pace.await();
        }
        return !over;
    }

    /** Lets every client end after its present operation. */
    void end() {
        over = true;
    }

    Mix mix() {
        return mix;
    }

    IntentSource intents() {
        return intents;
    }
}
