package com.luckyfunatic.benchmarks.footprint;

import com.luckyfunatic.benchmarks.audit.DrainResult.CpuMicros;
import java.util.Map;

/**
 * The result of {@link FootprintSuite}: what the databases held at moments of a session of many
 * players, and what CPU time it took. Everything is as counted; what follows from it is computed
 * elsewhere.
 *
 * @param servers what it was measured on
 * @param model what each player did, for one session
 * @param players how many
 * @param seed of the order of their requests
 * @param requests requests of the session, with the logins
 * @param changes changes that the session has made
 * @param hardChanges changes among them that were answered only when they were safe
 * @param repeats what was asked for again because no answer came in time: not 0 when the machine
 *     was busy with something else
 * @param cpu CPU time
 * @param redis what Redis held
 * @param mySql what MySQL held
 * @param cassandra what the audit left on disk
 * @param embedded the same session on the embedded storage
 */
public record FootprintResult(
        String servers,
        SessionModel model,
        int players,
        long seed,
        long requests,
        long changes,
        long hardChanges,
        long repeats,
        Cpu cpu,
        Redis redis,
        MySql mySql,
        Cassandra cassandra,
        Embedded embedded) {

    /**
     * CPU time, without the first half of the session, in which the compilers are at work.
     *
     * @param requests requests that were measured
     * @param perRequest of each until it was answered
     * @param changes changes that were measured
     * @param perChange of each afterwards: archive, audit and the snapshots of the players
     * @param flushes how often a player's snapshot was written in the whole session
     */
    public record Cpu(
            long requests, CpuMicros perRequest, long changes, CpuMicros perChange, int flushes) {}

    /**
     * Keys of one kind.
     *
     * @param bytes what Redis says that they take, with their names
     */
    public record Keys(long count, long bytes) {}

    /**
     * What was in Redis, by kind of key.
     *
     * @param version the server's
     * @param joined when all had joined and everything was drained
     * @param waiting before the last drain
     * @param waitingChanges changes that waited then
     * @param drained after it
     * @param usedMemoryEmpty bytes of the whole server with nobody
     * @param usedMemoryDrained and in the end
     * @param appendedBytes by how much its log grew during the session, which was not rewritten
     */
    public record Redis(
            String version,
            Map<String, Keys> joined,
            Map<String, Keys> waiting,
            long waitingChanges,
            Map<String, Keys> drained,
            long usedMemoryEmpty,
            long usedMemoryDrained,
            long appendedBytes) {}

    /** A table of MySQL, in whole pages. */
    public record Rows(long rows, long dataBytes, long indexBytes) {
        /** All of it. */
        public long bytes() {
            return dataBytes + indexBytes;
        }
    }

    /**
     * What was in MySQL, by table.
     *
     * @param version the server's
     * @param joined when all had joined and everything was drained
     * @param played after the session
     * @param cleaned the same, when what is kept for a day is gone from the operations, and the
     *     table was built anew
     * @param binlogBytes by how much the binary log grew during the session
     */
    public record MySql(
            String version,
            Map<String, Rows> joined,
            Map<String, Rows> played,
            Map<String, Rows> cleaned,
            long binlogBytes) {}

    /**
     * What the audit left on disk when the server had stopped in order.
     *
     * @param bytesByTable compressed, one copy, without the log of commits
     * @param allChanges changes in it: those of the session and those before
     */
    public record Cassandra(Map<String, Long> bytesByTable, long allChanges) {}

    /**
     * The same session on the embedded storage, which was closed in between and afterwards.
     *
     * @param joinedBytes its file when all had joined
     * @param playedBytes its file after the session
     * @param changes changes in between
     * @param cpuMicrosPerRequest CPU time of each request with all that follows from it, without
     *     the first half of the session
     */
    public record Embedded(
            long joinedBytes, long playedBytes, long changes, double cpuMicrosPerRequest) {}
}
