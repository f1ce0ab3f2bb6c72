package com.luckyfunatic.benchmarks.capacity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What can be too small: a resource of a part, with what one machine of that part has of it. Of
 * each only the share is used that is planned with.
 */
public enum Limit {
    /** CPU time of the servers. */
    SERVER_CPU("a server's CPU"),
    /** CPU time of the workers, on machines like the servers'. */
    WORKER_CPU("a worker's CPU"),
    /** Scripts on the one thread of Redis. */
    REDIS_SCRIPTS("Redis: scripts on its one thread"),
    /** CPU time of that thread, as it was used. */
    REDIS_CPU("Redis: CPU of that thread"),
    /** Memory of Redis. */
    REDIS_MEMORY("Redis: memory"),
    /** Commits of MySQL. */
    MYSQL_COMMITS("MySQL: hard changes committed"),
    /** CPU time of MySQL. */
    MYSQL_CPU("MySQL: CPU"),
    /** Disk of MySQL, with what a year adds. */
    MYSQL_DISK("MySQL: disk after a year"),
    /** CPU time of the audit. */
    AUDIT_CPU("ScyllaDB: CPU, all copies"),
    /** Disk of the audit. */
    AUDIT_DISK("ScyllaDB: disk, all copies");

    private static final long SECOND_NANOS = 1_000_000_000;
    private static final long YEAR_DAYS = 365;
    private static final int ALL = 100;
    private static final long MILLION = 1_000_000;

    private final String label;

    Limit(String label) {
        this.label = label;
    }

    /** What readers call it. */
    public String label() {
        return label;
    }

    /** How much of it is asked for. */
    public long asked(Demand demand) {
        return switch (this) {
            case SERVER_CPU -> demand.serverNanosPerSecond();
            case WORKER_CPU -> demand.workerNanosPerSecond();
            case REDIS_SCRIPTS -> demand.requestsPerSecond();
            case REDIS_CPU -> demand.redisNanosPerSecond();
            case REDIS_MEMORY -> demand.redisBytes();
            case MYSQL_COMMITS -> demand.hardPerSecond();
            case MYSQL_CPU -> demand.mySqlNanosPerSecond();
            case MYSQL_DISK ->
                    Math.addExact(
                            demand.mySqlBytes(),
                            Math.multiplyExact(demand.mySqlGrowthBytesPerDay(), YEAR_DAYS));
            case AUDIT_CPU -> demand.auditNanosPerSecond();
            case AUDIT_DISK -> demand.auditBytes();
        };
    }

    /** How much of it one machine gives, as far as is planned with. */
    public long ofOne(UnitCosts costs, Assumptions assumed) {
        long whole =
                switch (this) {
                    case SERVER_CPU, WORKER_CPU -> assumed.serverCores() * SECOND_NANOS;
                    case REDIS_SCRIPTS -> costs.redisScriptsPerSecond();
                    case REDIS_CPU -> SECOND_NANOS;
                    case REDIS_MEMORY -> assumed.redisBytes();
                    case MYSQL_COMMITS -> costs.mySqlCommitsPerSecond();
                    case MYSQL_CPU -> assumed.mySqlCores() * SECOND_NANOS;
                    case MYSQL_DISK -> assumed.mySqlBytes();
                    case AUDIT_CPU -> assumed.auditCores() * SECOND_NANOS;
                    case AUDIT_DISK -> assumed.auditBytes();
                };
        return Math.multiplyExact(whole, assumed.plannedPercent()) / ALL;
    }

    /** How many machines it takes, at least one. */
    public long machines(Demand demand, UnitCosts costs, Assumptions assumed) {
        return Math.max(1, Math.ceilDiv(asked(demand), ofOne(costs, assumed)));
    }

    /**
     * How many players of a day one machine carries.
     *
     * @param perMillion what a million of them asks for
     */
    public long playersOfOne(Demand perMillion, UnitCosts costs, Assumptions assumed) {
        return Math.multiplyExact(ofOne(costs, assumed), MILLION) / asked(perMillion);
    }

    /** Returns all, the one first that ends first when there is one machine of each. */
    public static List<Limit> firstToLast(Demand perMillion, UnitCosts costs, Assumptions assumed) {
        return Arrays.stream(values())
                .sorted(
                        Comparator.comparingLong(
                                each -> each.playersOfOne(perMillion, costs, assumed)))
                .toList();
    }
}
