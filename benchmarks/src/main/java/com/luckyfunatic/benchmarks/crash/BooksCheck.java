package com.luckyfunatic.benchmarks.crash;

import com.luckyfunatic.storage.distributed.DistributedStorage;
import com.luckyfunatic.storage.verify.ConservationCheck;
import com.luckyfunatic.storage.verify.ConservationReport;
import java.time.InstantSource;

/**
 * The game's own check of its books as a program: prints what does not add up, and in the end how
 * many players were checked.
 */
public final class BooksCheck {
    /** How a line begins that tells something wrong. */
    static final String MISMATCH = "mismatch: ";

    /** How the line begins that tells the number of players. */
    static final String PLAYERS = "players: ";

    private BooksCheck() {}

    /** Arguments: as {@link StorageWorker}'s. */
    public static void main(String[] args) {
        try (DistributedStorage storage =
                DistributedStorage.open(StorageWorker.settings(args), InstantSource.system())) {
            ConservationReport report =
                    ConservationCheck.of(storage.books())
                            .run((_, _) -> {}, found -> System.out.println(MISMATCH + found));
            System.out.println(PLAYERS + report.players());
        }
    }
}
