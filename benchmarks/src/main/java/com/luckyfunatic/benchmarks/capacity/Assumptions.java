package com.luckyfunatic.benchmarks.capacity;

import com.luckyfunatic.storage.distributed.DistributedSettings;
import com.luckyfunatic.storage.mysql.ChangeArchive;
import com.luckyfunatic.storage.redis.Partitions;
import com.luckyfunatic.storage.redis.RedisPlayers;
import com.luckyfunatic.storage.retention.RetentionClock;
import com.luckyfunatic.storage.scylla.ScyllaSettings.Retention;

/**
 * What is not measured: how players come, how full machines may be, and how large they are.
 *
 * @param peakFactor how many times the mean of the day its busiest hour has
 * @param plannedPercent how much of what was measured is planned with
 * @param registeredPerDaily how many accounts there are for each player of a day
 * @param hotHours how long players stay in Redis
 * @param answerSeconds how long answers that MySQL has stay there
 * @param outageSeconds how long changes may wait in Redis for a database that is away
 * @param partitions of the players, the most masters that Redis can have
 * @param archiveDays how long MySQL keeps changes
 * @param operationDays how long MySQL keeps all of an operation
 * @param binlogDays how long MySQL keeps its binary log
 * @param auditCopies copies of the audit
 * @param auditDays how long it keeps changes
 * @param serverCores of one server
 * @param redisBytes memory of one Redis
 * @param mySqlCores of one MySQL
 * @param mySqlBytes disk of one MySQL
 * @param auditCores of one node of the audit
 * @param auditBytes disk of one node of the audit
 */
public record Assumptions(
        int peakFactor,
        int plannedPercent,
        int registeredPerDaily,
        int hotHours,
        int answerSeconds,
        int outageSeconds,
        int partitions,
        int archiveDays,
        int operationDays,
        int binlogDays,
        int auditCopies,
        int auditDays,
        int serverCores,
        long redisBytes,
        int mySqlCores,
        long mySqlBytes,
        int auditCores,
        long auditBytes) {
    private static final long GIGA = 1_000_000_000;

    /** What the settings say where there is one, and machines of a usual size. */
    public static final Assumptions USUAL =
            new Assumptions(
                    3,
                    50,
                    5,
                    Math.toIntExact(DistributedSettings.EVICT_AFTER.toHours()),
                    Math.toIntExact(RedisPlayers.ARCHIVED_ANSWER_KEPT.toSeconds()),
                    600,
                    Partitions.STANDARD.count(),
                    Math.toIntExact(ChangeArchive.KEPT.toDays()),
                    Math.toIntExact(RetentionClock.OPERATIONS_KEPT.toDays()),
                    3,
                    3,
                    Retention.USUAL.changes(),
                    4,
                    16 * GIGA,
                    16,
                    4_000 * GIGA,
                    8,
                    4_000 * GIGA);

    /** Checks the ranges. */
    public Assumptions {
        if (peakFactor < 1 || plannedPercent < 1 || plannedPercent > 100) {
            throw new IllegalArgumentException(
                    "a peak of %d times the mean at %d %% is not to be planned with"
                            .formatted(peakFactor, plannedPercent));
        }
    }
}
