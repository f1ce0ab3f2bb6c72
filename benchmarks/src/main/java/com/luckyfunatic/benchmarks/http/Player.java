package com.luckyfunatic.benchmarks.http;

import com.luckyfunatic.benchmarks.server.LoadCatalog;

/**
 * A player as the load test sees it. In a run it belongs to one virtual user, hence one event loop:
 * not thread-safe.
 */
public final class Player {
    private final long telegramId;
    private final String authorization;
    private long sequence;
    private int quests;

    /**
     * @param telegramId the id that the development login knows the player by
     * @param authorization value of the {@code Authorization} header, empty when the scenario needs
     *     none
     */
    Player(long telegramId, String authorization) {
        this.telegramId = telegramId;
        this.authorization = authorization;
    }

    long telegramId() {
        return telegramId;
    }

    String authorization() {
        return authorization;
    }

    /** The id of the next quest to claim; at most {@link LoadCatalog#QUESTS} exist. */
    String nextQuest() {
        return LoadCatalog.quest(quests++);
    }

    /** The next tap sequence, starting at 1. */
    long nextSequence() {
        return ++sequence;
    }
}
