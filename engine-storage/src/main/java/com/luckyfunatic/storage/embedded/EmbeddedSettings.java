package com.luckyfunatic.storage.embedded;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the embedded store works.
 *
 * @param directory where it keeps its files; made when it does not exist
 * @param forcing when soft changes are forced to disk
 * @param playersInMemory how many players stay in memory when nothing of them waits to be written
 * @param snapshotEvery journal entries after which snapshots catch up; opening after a crash
 *     replays about so many
 * @param journalKept how long changes stay in the journal, and with it in histories; zero for ever,
 *     25 hours at least. States and accepted hard operations stay in any case
 * @param observer learns what the writer does
 */
public record EmbeddedSettings(
        Path directory,
        Forcing forcing,
        int playersInMemory,
        int snapshotEvery,
        Duration journalKept,
        WriterObserver observer) {
    /** How long changes stay in the journal unless chosen otherwise. */
    public static final Duration JOURNAL_KEPT_DEFAULT = Duration.ofDays(90);

    /** When soft changes are forced to disk. Hard ones always are before the answer. */
    public enum Forcing {
        /**
         * Within a second: they are handed to the operating system before the answer, so only a
         * power cut or a crash of the machine can cost the last second of them.
         */
        EVERY_SECOND,
        /** Before each answer. */
        ALWAYS
    }

    /** Checks the ranges. */
    public EmbeddedSettings {
        if (playersInMemory < 1 || snapshotEvery < 1) {
            throw new IllegalArgumentException(
                    "playersInMemory and snapshotEvery must be positive, were "
                            + playersInMemory
                            + " and "
                            + snapshotEvery);
        }
        if (journalKept.isNegative()) {
            throw new IllegalArgumentException(
                    "journalKept must not be negative, was " + journalKept);
        }
    }

    /** Returns the usual settings for {@code directory}. */
    public static EmbeddedSettings in(Path directory) {
        return new EmbeddedSettings(
                directory,
                Forcing.EVERY_SECOND,
                20_000,
                100_000,
                JOURNAL_KEPT_DEFAULT,
                WriterObserver.NONE);
    }

    /** Returns these with another way of forcing. */
    public EmbeddedSettings with(Forcing newForcing) {
        return new EmbeddedSettings(
                directory, newForcing, playersInMemory, snapshotEvery, journalKept, observer);
    }

    /** Returns these with other sizes. */
    public EmbeddedSettings with(int newPlayersInMemory, int newSnapshotEvery) {
        return new EmbeddedSettings(
                directory, forcing, newPlayersInMemory, newSnapshotEvery, journalKept, observer);
    }

    /** Returns these with another observer of the writer. */
    public EmbeddedSettings with(WriterObserver newObserver) {
        return new EmbeddedSettings(
                directory, forcing, playersInMemory, snapshotEvery, journalKept, newObserver);
    }

    /** Returns these with changes kept for another time, zero for ever. */
    public EmbeddedSettings withJournalKept(Duration newJournalKept) {
        return new EmbeddedSettings(
                directory, forcing, playersInMemory, snapshotEvery, newJournalKept, observer);
    }
}
