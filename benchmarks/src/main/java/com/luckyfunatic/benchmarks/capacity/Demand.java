package com.luckyfunatic.benchmarks.capacity;

import com.luckyfunatic.benchmarks.footprint.SessionModel;

/**
 * What so many players of a day ask of each part. Rates are those of the busiest hour; CPU times
 * are nanoseconds in each of its seconds.
 *
 * @param requestsPerSecond of all servers
 * @param changesPerSecond that are archived and audited
 * @param hardPerSecond changes that MySQL commits before the answer
 * @param serverNanosPerSecond CPU time of the servers
 * @param workerNanosPerSecond CPU time of the workers
 * @param redisNanosPerSecond CPU time of Redis
 * @param mySqlNanosPerSecond CPU time of MySQL
 * @param auditNanosPerSecond CPU time of the audit, all copies
 * @param redisBytes memory of all Redis masters
 * @param redisLogBytesPerDay what they append to their logs, before they are rewritten
 * @param mySqlGrowthBytesPerDay what stays in MySQL for good
 * @param mySqlBytes what MySQL holds of registered players and of the last days, without what has
 *     grown
 * @param mySqlWrittenBytesPerDay tables and binary log as they are written, before anything is
 *     removed
 * @param auditBytesPerDay all copies
 * @param auditBytes all copies, when the first are removed
 */
public record Demand(
        long requestsPerSecond,
        long changesPerSecond,
        long hardPerSecond,
        long serverNanosPerSecond,
        long workerNanosPerSecond,
        long redisNanosPerSecond,
        long mySqlNanosPerSecond,
        long auditNanosPerSecond,
        long redisBytes,
        long redisLogBytesPerDay,
        long mySqlGrowthBytesPerDay,
        long mySqlBytes,
        long mySqlWrittenBytesPerDay,
        long auditBytesPerDay,
        long auditBytes) {
    private static final long SECONDS_PER_DAY = 86_400;
    private static final int HOURS_PER_DAY = 24;

    /**
     * Computes it.
     *
     * @throws ArithmeticException when there are more than anybody can count
     */
    public static Demand of(
            long dailyPlayers, SessionModel model, UnitCosts costs, Assumptions assumed) {
        long requests = Math.multiplyExact(dailyPlayers, model.requestsPerDay());
        long changes = Math.multiplyExact(dailyPlayers, model.changesPerDay());
        long hard = Math.multiplyExact(dailyPlayers, model.hardPerDay());
        long requestsPeak = peak(requests, assumed);
        long changesPeak = peak(changes, assumed);
        long hotPlayers =
                Math.ceilDiv(Math.multiplyExact(dailyPlayers, assumed.hotHours()), HOURS_PER_DAY);
        long hardPeak = peak(hard, assumed);
        long answers = times(hardPeak, assumed.answerSeconds());
        long redis =
                sum(
                        times(hotPlayers, costs.redisBytesPerPlayer()),
                        times(answers, costs.redisBytesPerAnswer()),
                        times(
                                times(changesPeak, assumed.outageSeconds()),
                                costs.redisBytesPerWaitingChange()));
        long growth = times(hard, costs.mySqlBytesPerHardChangeForGood());
        long logged = times(requests, costs.mySqlLogBytesPerRequest());
        long archived = times(changes, costs.mySqlBytesPerArchivedChange());
        long operations = times(hard, costs.mySqlBytesPerHardChange());
        long mySql =
                sum(
                        times(
                                times(dailyPlayers, assumed.registeredPerDaily()),
                                costs.mySqlBytesPerPlayer()),
                        times(operations, assumed.operationDays()),
                        times(archived, assumed.archiveDays()),
                        times(logged, assumed.binlogDays()));
        long audit = times(times(changes, costs.auditBytesPerChange()), assumed.auditCopies());
        return new Demand(
                requestsPeak,
                changesPeak,
                hardPeak,
                times(requestsPeak, costs.serverNanosPerRequest()),
                times(changesPeak, costs.workerNanosPerChange()),
                times(requestsPeak, costs.redisNanosPerRequest()),
                times(requestsPeak, costs.mySqlNanosPerRequest()),
                times(times(changesPeak, costs.auditNanosPerChange()), assumed.auditCopies()),
                redis,
                times(requests, costs.redisLogBytesPerRequest()),
                growth,
                mySql,
                sum(operations, archived, logged),
                audit,
                times(audit, assumed.auditDays()));
    }

    private static long peak(long perDay, Assumptions assumed) {
        return Math.ceilDiv(times(perDay, assumed.peakFactor()), SECONDS_PER_DAY);
    }

    private static long times(long a, long b) {
        return Math.multiplyExact(a, b);
    }

    private static long sum(long... parts) {
        long sum = 0;
        for (long part : parts) {
            sum = Math.addExact(sum, part);
        }
        return sum;
    }
}
