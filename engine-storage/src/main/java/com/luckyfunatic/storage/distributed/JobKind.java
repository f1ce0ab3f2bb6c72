package com.luckyfunatic.storage.distributed;

/** The kinds of background work that the distributed storage has. */
public enum JobKind {
    /** From the journals into the archive and the audit. */
    DRAIN_JOURNALS(
            "drain-journals", "Takes changes from the journals into the archive and the audit."),

    /** From Redis into MySQL. */
    WRITE_SNAPSHOTS(
            "write-snapshots",
            "Brings stored snapshots and the friends' ranking up to date with the players."),

    /** Out of Redis. */
    EVICT_IDLE_PLAYERS(
            "evict-idle-players",
            "Removes players from Redis who have not played for long and are safely stored."),

    /** From Redis into ScyllaDB. */
    FLUSH_SESSIONS(
            "flush-sessions",
            "Brings players' sessions into their history, and removes from Redis those that are"
                    + " over."),

    /** What is held of stock for nobody any more. */
    SETTLE_STOCK("settle-stock", "Settles purchases from stock that were interrupted."),

    /** Out of the operations in MySQL. */
    CLEAN_OPERATIONS("clean-operations", "Removes answers that need not be repeated any more."),

    /** Out of the archive in MySQL. */
    CLEAN_ARCHIVE("clean-archive", "Removes archived changes that need not be replayed any more.");

    private final String word;
    private final String description;

    JobKind(String word, String description) {
        this.word = word;
        this.description = description;
    }

    /** What it is called on command lines and in leases: a verb first, joined by hyphens. */
    public String word() {
        return word;
    }

    /** What it does, in one sentence. */
    public String description() {
        return description;
    }
}
