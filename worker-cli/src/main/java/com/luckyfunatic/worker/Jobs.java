package com.luckyfunatic.worker;

import java.util.List;

/** Every job there is. */
final class Jobs {
    /** In the order they are listed. */
    static final List<Job> ALL =
            List.of(
                    new SettleFollowUps(),
                    new WriteSnapshots(),
                    new DrainJournals(),
                    new EvictIdlePlayers(),
                    new CleanOperations(),
                    new CleanArchive());

    private Jobs() {}

    /** Returns the names of all jobs. */
    static List<String> names() {
        return ALL.stream().map(Job::name).toList();
    }
}
