package com.luckyfunatic.benchmarks.adjust;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of {@link AdjustSuite}: rounds on each storage, a file each that was killed, and files
 * that went by way of a server.
 */
public record AdjustResult(List<Storage> storages, List<Killed> killed, List<Sent> sent) {
    /** Raw files of older runs know nothing of kills, or of servers. */
    public AdjustResult(
            List<Storage> storages, @Nullable List<Killed> killed, @Nullable List<Sent> sent) {
        this.storages = List.copyOf(storages);
        this.killed = killed == null ? List.of() : List.copyOf(killed);
        this.sent = sent == null ? List.of() : List.copyOf(sent);
    }

    /** One storage; each round is another file about the same players. */
    public record Storage(String name, int rows, List<Round> rounds) {}

    /**
     * One file, carried out.
     *
     * @param checkSeconds until every row was read and looked at
     * @param applySeconds from then until every row was carried out and had its result
     * @param rowsPerSecond rows by both together
     */
    public record Round(double checkSeconds, double applySeconds, double rowsPerSecond) {}

    /**
     * One file that {@code admin adjust} sent to a server on the embedded storage.
     *
     * @param seconds from the start of the process to its end
     */
    public record Sent(int rows, double seconds) {
        /** Returns rows per second. */
        @JsonIgnore
        public double rowsPerSecond() {
            return rows / seconds;
        }
    }

    /**
     * One file of which every row was applied once, though the process was killed again and again.
     *
     * @param storage where
     * @param seed of the moments
     * @param written how many results were written when it was killed, each time
     * @param unseen how many rows a process had carried out that did not live to write it down
     */
    public record Killed(String storage, int rows, long seed, List<Integer> written, int unseen) {}
}
