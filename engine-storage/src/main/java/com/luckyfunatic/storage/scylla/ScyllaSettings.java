package com.luckyfunatic.storage.scylla;

import com.luckyfunatic.engine.storage.StorageNotOpenableException;
import java.net.InetSocketAddress;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the database and what to keep in it.
 *
 * @param contactPoints nodes to begin with; the others are found through them
 * @param localDatacenter the data centre whose nodes are used
 * @param keyspace lower-case letters, digits and underscores
 * @param replicas how many copies a keyspace that has to be made gets; 0 if it must exist
 * @param consistency how many copies must have answered
 * @param requestTimeout how long one request may take, retries included
 * @param inFlight how many writes may be on their way at once
 * @param retention how long rows live
 * @param credentials null where none are asked for
 * @param tls null for none; the nodes' certificates must name their hosts
 */
public record ScyllaSettings(
        List<InetSocketAddress> contactPoints,
        String localDatacenter,
        String keyspace,
        int replicas,
        Consistency consistency,
        Duration requestTimeout,
        int inFlight,
        Retention retention,
        @Nullable Credentials credentials,
        @Nullable SSLContext tls) {
    private static final int CQL_PORT = 9042;
    private static final Pattern KEYSPACE = Pattern.compile("[a-z][a-z0-9_]{0,47}");

    /** How many copies of a row must have been written or read. */
    public enum Consistency {
        /** One in the local data centre: for a single node. */
        LOCAL_ONE,
        /** Most of those in the local data centre. */
        LOCAL_QUORUM,
        /**
         * Most of those in every data centre, when writing; reading asks most of the local ones.
         */
        EACH_QUORUM
    }

    /**
     * How long rows live after they were written, in days.
     *
     * @param changes every change
     * @param items item transactions
     * @param sessions session history
     * @param boosters booster snapshots
     */
    public record Retention(int changes, int items, int sessions, int boosters) {
        /** Half a year of changes, a year of items, a quarter of sessions and boosters. */
        public static final Retention USUAL = new Retention(180, 365, 90, 90);

        /** What the database still accepts, less the extra time of {@link PlayerDays}. */
        private static final int DAYS_MAX = 19 * 365;

        /** Checks the ranges. */
        public Retention {
            for (int days : new int[] {changes, items, sessions, boosters}) {
                if (days < 1 || days > DAYS_MAX) {
                    throw new IllegalArgumentException(
                            "rows live 1 to " + DAYS_MAX + " days, not " + days);
                }
            }
        }

        int days(AuditTable table) {
            return switch (table) {
                case STATE_CHANGE -> changes;
                case ITEM_TRANSACTION -> items;
                case SESSION_HISTORY -> sessions;
                case BOOSTER_SNAPSHOT -> boosters;
            };
        }
    }

    /** A user of the database. */
    public record Credentials(String user, String password) {
        @Override
        public String toString() {
            return "Credentials[user=" + user + "]";
        }
    }

    /** Copies the list and checks the ranges. */
    public ScyllaSettings {
        contactPoints = List.copyOf(contactPoints);
        if (contactPoints.isEmpty()) {
            throw new IllegalArgumentException("there must be a contact point");
        }
        if (!KEYSPACE.matcher(keyspace).matches()) {
            throw new IllegalArgumentException("'" + keyspace + "' cannot be a keyspace");
        }
        if (replicas < 0 || inFlight < 1 || !requestTimeout.isPositive()) {
            throw new IllegalArgumentException(
                    "replicas, inFlight or requestTimeout is out of range: %d, %d, %s"
                            .formatted(replicas, inFlight, requestTimeout));
        }
    }

    /**
     * Returns the address of a node.
     *
     * @param text {@code host}, or {@code host:port} if the port is not 9042
     * @throws IllegalArgumentException when it is neither; the message may be shown
     */
    public static InetSocketAddress contactPoint(String text) {
        int separator = text.lastIndexOf(':');
        String host = separator < 0 ? text : text.substring(0, separator);
        try {
            int port =
                    separator < 0
                            ? CQL_PORT
                            : Integer.parseInt(text, separator + 1, text.length(), 10);
            if (!host.isBlank() && port > 0) {
                return new InetSocketAddress(host, port);
            }
        } catch (IllegalArgumentException e) {
            throw noNode(text, e);
        }
        throw noNode(text, null);
    }

    private static IllegalArgumentException noNode(String text, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "'" + text + "' is no ScyllaDB node; give host or host:port", cause);
    }

    /** Returns the usual settings for a keyspace that exists. */
    public static ScyllaSettings at(
            List<InetSocketAddress> contactPoints, String localDatacenter, String keyspace) {
        return new ScyllaSettings(
                contactPoints,
                localDatacenter,
                keyspace,
                0,
                Consistency.LOCAL_QUORUM,
                Duration.ofSeconds(2),
                256,
                Retention.USUAL,
                null,
                null);
    }

    /** Returns these, making the keyspace with so many copies when it does not exist. */
    public ScyllaSettings creatingKeyspace(int newReplicas) {
        return new ScyllaSettings(
                contactPoints,
                localDatacenter,
                keyspace,
                newReplicas,
                consistency,
                requestTimeout,
                inFlight,
                retention,
                credentials,
                tls);
    }

    /** Returns these with another time for requests and number of them. */
    public ScyllaSettings with(Duration newRequestTimeout, int newInFlight) {
        return new ScyllaSettings(
                contactPoints,
                localDatacenter,
                keyspace,
                replicas,
                consistency,
                newRequestTimeout,
                newInFlight,
                retention,
                credentials,
                tls);
    }

    /** Returns these with another retention. */
    public ScyllaSettings with(Retention newRetention) {
        return new ScyllaSettings(
                contactPoints,
                localDatacenter,
                keyspace,
                replicas,
                consistency,
                requestTimeout,
                inFlight,
                newRetention,
                credentials,
                tls);
    }

    /** Returns these with another consistency. */
    public ScyllaSettings with(Consistency newConsistency) {
        return new ScyllaSettings(
                contactPoints,
                localDatacenter,
                keyspace,
                replicas,
                newConsistency,
                requestTimeout,
                inFlight,
                retention,
                credentials,
                tls);
    }

    /** Returns these, logging in as {@code user}; as nobody if that is empty. */
    public ScyllaSettings as(String user, String password) {
        return new ScyllaSettings(
                contactPoints,
                localDatacenter,
                keyspace,
                replicas,
                consistency,
                requestTimeout,
                inFlight,
                retention,
                user.isEmpty() ? null : new Credentials(user, password),
                tls);
    }

    /**
     * Returns these, speaking TLS and checking certificates as Java is told to.
     *
     * @throws StorageNotOpenableException when Java was told to in a way that it cannot follow
     */
    public ScyllaSettings withUsualTls() {
        try {
            return with(SSLContext.getDefault());
        } catch (NoSuchAlgorithmException e) {
            throw new StorageNotOpenableException(
                    "connections cannot be encrypted: " + e.getMessage(), e);
        }
    }

    /** Returns these, speaking TLS. */
    public ScyllaSettings with(SSLContext newTls) {
        return new ScyllaSettings(
                contactPoints,
                localDatacenter,
                keyspace,
                replicas,
                consistency,
                requestTimeout,
                inFlight,
                retention,
                credentials,
                newTls);
    }
}
