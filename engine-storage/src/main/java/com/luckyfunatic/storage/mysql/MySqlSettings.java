package com.luckyfunatic.storage.mysql;

import java.time.Duration;

/**
 * Where the database is and how patiently it is used.
 *
 * @param url a JDBC address, {@code jdbc:mariadb://host:port/database} or {@code jdbc:mysql://…}
 * @param user whom to log in as, who may create tables; empty when the address says so
 * @param password their password, never printed
 * @param partitions into how many partitions players are divided; 1 to 16 384, fixed for ever by
 *     the first server that opens the database
 * @param poolSize connections at most, 2 to 1 000; those of the {@link HardLedger} are beside them
 * @param connectionTimeout how long a caller waits for a connection, 250 ms to 1 s
 * @param socketTimeout how long a statement may take, at least 100 ms
 * @param answerTimeout how long a call may take in all, retries included, at least 250 ms
 */
public record MySqlSettings(
        String url,
        String user,
        String password,
        int partitions,
        int poolSize,
        Duration connectionTimeout,
        Duration socketTimeout,
        Duration answerTimeout) {
    /** The usual number of partitions. */
    public static final int PARTITIONS = 128;

    /** Checks the ranges. */
    public MySqlSettings {
        require(url.startsWith("jdbc:mariadb:") || url.startsWith("jdbc:mysql:"), "url");
        require(partitions >= 1 && partitions <= 16_384, "partitions");
        require(poolSize >= 2 && poolSize <= 1_000, "poolSize");
        require(isBetween(connectionTimeout, 250, 1_000), "connectionTimeout");
        require(isBetween(socketTimeout, 100, 60_000), "socketTimeout");
        require(isBetween(answerTimeout, 250, 60_000), "answerTimeout");
    }

    private static boolean isBetween(Duration duration, long minMillis, long maxMillis) {
        return duration.toMillis() >= minMillis && duration.toMillis() <= maxMillis;
    }

    private static void require(boolean isRight, String name) {
        if (!isRight) {
            throw new IllegalArgumentException("MySQL setting out of range: " + name);
        }
    }

    /** Returns the usual settings for a database. */
    public static MySqlSettings of(String url, String user, String password) {
        return new MySqlSettings(
                url,
                user,
                password,
                PARTITIONS,
                16,
                Duration.ofMillis(400),
                Duration.ofMillis(800),
                Duration.ofMillis(900));
    }

    /** Returns the same with another number of partitions. */
    public MySqlSettings withPartitions(int number) {
        return new MySqlSettings(
                url,
                user,
                password,
                number,
                poolSize,
                connectionTimeout,
                socketTimeout,
                answerTimeout);
    }

    /** Returns the same with another number of connections at most. */
    public MySqlSettings withPoolSize(int size) {
        return new MySqlSettings(
                url,
                user,
                password,
                partitions,
                size,
                connectionTimeout,
                socketTimeout,
                answerTimeout);
    }

    /** Returns the same with another time for a call in all; its parts follow from it. */
    public MySqlSettings within(Duration answer) {
        long millis = answer.toMillis();
        return new MySqlSettings(
                url,
                user,
                password,
                partitions,
                poolSize,
                Duration.ofMillis(Math.clamp(millis * 4 / 9, 250, 1_000)),
                Duration.ofMillis(Math.max(100, millis * 8 / 9)),
                answer);
    }

    /** Returns where the database is, without what may be secret. */
    String place() {
        return url.replaceFirst("\\?.*", "");
    }

    /** Nothing that may be secret. */
    @Override
    public String toString() {
        return "MySqlSettings[" + place() + ", user " + user + ", pool " + poolSize + "]";
    }
}
