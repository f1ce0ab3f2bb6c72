package com.luckyfunatic.benchmarks.capacity;

import com.luckyfunatic.benchmarks.audit.DrainResult.CpuMicros;
import com.luckyfunatic.benchmarks.footprint.FootprintResult;
import com.luckyfunatic.benchmarks.footprint.FootprintResult.Keys;
import com.luckyfunatic.benchmarks.footprint.FootprintResult.Rows;
import com.luckyfunatic.benchmarks.http.HttpResult;
import com.luckyfunatic.benchmarks.mysql.MySqlResult;
import com.luckyfunatic.benchmarks.redis.RedisResult;
import com.luckyfunatic.benchmarks.run.Medians;
import com.luckyfunatic.benchmarks.run.Round;
import java.util.Map;

/**
 * What one player, request or change takes of each part, as measured. Bytes and nanoseconds are
 * rounded up, rates down.
 *
 * @param serverNanosPerRequest CPU time of a server: HTTP as measured on the embedded storage, and
 *     the engine with its calls to the databases. The engine's own share is in both, so this is too
 *     much rather than too little
 * @param workerNanosPerChange CPU time of a worker: archive, audit and snapshots
 * @param redisNanosPerRequest CPU time of Redis, with what the workers ask of it
 * @param mySqlNanosPerRequest CPU time of MySQL, likewise
 * @param auditNanosPerChange CPU time of one copy of the audit
 * @param redisScriptsPerSecond scripts that one Redis runs in a second, which is one thread
 * @param mySqlCommitsPerSecond hard changes that one MySQL commits in a second
 * @param redisBytesPerPlayer memory of a player who is in Redis
 * @param redisBytesPerAnswer memory of an answer that is kept for repeats
 * @param redisBytesPerWaitingChange memory of a change that was not archived yet
 * @param redisLogBytesPerRequest what Redis appends to its log, before it is rewritten
 * @param mySqlBytesPerPlayer account and snapshot
 * @param mySqlBytesPerHardChange an operation as it is kept for a day
 * @param mySqlBytesPerHardChangeForGood the same as it is kept for good, with its share of the
 *     outbox
 * @param mySqlBytesPerArchivedChange a change in the archive
 * @param mySqlLogBytesPerRequest what MySQL writes to its binary log
 * @param auditBytesPerChange one copy on disk, all tables
 * @param embeddedBytesPerChange what the file of the embedded storage grows by
 * @param embeddedNanosPerRequest CPU time of the embedded storage and the engine, without HTTP
 */
public record UnitCosts(
        long serverNanosPerRequest,
        long workerNanosPerChange,
        long redisNanosPerRequest,
        long mySqlNanosPerRequest,
        long auditNanosPerChange,
        long redisScriptsPerSecond,
        long mySqlCommitsPerSecond,
        long redisBytesPerPlayer,
        long redisBytesPerAnswer,
        long redisBytesPerWaitingChange,
        long redisLogBytesPerRequest,
        long mySqlBytesPerPlayer,
        long mySqlBytesPerHardChange,
        long mySqlBytesPerHardChangeForGood,
        long mySqlBytesPerArchivedChange,
        long mySqlLogBytesPerRequest,
        long auditBytesPerChange,
        long embeddedBytesPerChange,
        long embeddedNanosPerRequest) {
    private static final Rows NO_ROWS = new Rows(0, 0, 0);
    private static final Keys NO_KEYS = new Keys(0, 0);
    private static final String OPERATION = "operation";

    /** Reads them out of results. */
    public static UnitCosts of(
            FootprintResult footprint, RedisResult redis, MySqlResult mySql, HttpResult http) {
        double changesPerRequest = (double) footprint.changes() / footprint.requests();
        CpuMicros request = footprint.cpu().perRequest();
        CpuMicros change = footprint.cpu().perChange();
        double httpMicros =
                Medians.of(http.loads("mixed", "closed"), load -> load.cpu().serverMicros());
        FootprintResult.Redis keys = footprint.redis();
        FootprintResult.MySql tables = footprint.mySql();
        Keys answers = keys.drained().getOrDefault("op", NO_KEYS);
        Rows fresh = grown(tables, OPERATION);
        Rows kept = tables.cleaned().getOrDefault(OPERATION, NO_ROWS);
        return new UnitCosts(
                nanos(httpMicros + request.own()),
                nanos(change.own()),
                nanos(request.redis() + change.redis() * changesPerRequest),
                nanos(request.mySql() + change.mySql() * changesPerRequest),
                nanos(change.cassandra()),
                (long) Math.floor(Medians.of(redis.scriptPerSecond())),
                (long) Math.floor(Medians.of(mySql.groupCommit(), Round::perSecond)),
                each(players(keys.drained()), footprint.players()),
                each(answers.bytes(), answers.count()),
                each(journal(keys.waiting()) - journal(keys.drained()), keys.waitingChanges()),
                each(keys.appendedBytes(), footprint.requests()),
                each(
                        bytes(tables.played(), "account")
                                + bytes(tables.played(), "player_snapshot"),
                        footprint.players()),
                each(fresh.bytes(), fresh.rows()),
                each(kept.bytes(), kept.rows()) + each(outbox(tables), footprint.hardChanges()),
                each(grown(tables, "change_archive").bytes(), footprint.changes()),
                each(tables.binlogBytes(), footprint.requests()),
                each(
                        footprint.cassandra().bytesByTable().values().stream()
                                .mapToLong(bytes -> bytes)
                                .sum(),
                        footprint.cassandra().allChanges()),
                each(
                        footprint.embedded().playedBytes() - footprint.embedded().joinedBytes(),
                        footprint.embedded().changes()),
                nanos(footprint.embedded().cpuMicrosPerRequest()));
    }

    /** A player's state and the places in which it is listed: all but answers and the journal. */
    private static long players(Map<String, Keys> keys) {
        return keys.entrySet().stream()
                .filter(each -> !each.getKey().equals("op") && !each.getKey().equals("journal"))
                .mapToLong(each -> each.getValue().bytes())
                .sum();
    }

    private static long outbox(FootprintResult.MySql tables) {
        return grown(tables, "transfer").bytes() + grown(tables, "follow_up").bytes();
    }

    private static Rows grown(FootprintResult.MySql tables, String table) {
        Rows before = tables.joined().getOrDefault(table, NO_ROWS);
        Rows after = tables.played().getOrDefault(table, NO_ROWS);
        return new Rows(
                after.rows() - before.rows(),
                after.dataBytes() - before.dataBytes(),
                after.indexBytes() - before.indexBytes());
    }

    private static long journal(Map<String, Keys> keys) {
        return keys.getOrDefault("journal", NO_KEYS).bytes();
    }

    private static long bytes(Map<String, Rows> tables, String table) {
        return tables.getOrDefault(table, NO_ROWS).bytes();
    }

    private static long each(long sum, long number) {
        return number == 0 ? 0 : Math.ceilDiv(sum, number);
    }

    private static long nanos(double micros) {
        return (long) Math.ceil(micros * 1_000);
    }
}
