package com.luckyfunatic.server.config;

import static com.luckyfunatic.server.config.Setting.Group.STORAGE;
import static com.luckyfunatic.server.config.SettingType.bool;
import static com.luckyfunatic.server.config.SettingType.duration;
import static com.luckyfunatic.server.config.SettingType.integer;
import static com.luckyfunatic.server.config.SettingType.listOf;
import static com.luckyfunatic.server.config.SettingType.oneOf;
import static com.luckyfunatic.server.config.SettingType.text;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The part of the table of settings that is about the databases of the distributed storage. */
public final class DatabaseSettings {
    /** How many copies of a row of the audit must answer. */
    public enum Consistency {
        /** One in this data centre: for a single node. */
        LOCAL_ONE,
        /** Most of those in this data centre. */
        LOCAL_QUORUM,
        /** Most of those in every data centre. */
        EACH_QUORUM
    }

    private static final int CQL_PORT = 9042;
    private static final int PORT_MAX = 65_535;

    /** What a key prefix may be: a brace would decide about the slot of a key. */
    private static final String PREFIX = "[A-Za-z0-9:._-]{0,64}";

    public static final Setting<Integer> PARTITIONS =
            Setting.of(
                    STORAGE,
                    "partitions",
                    integer(1, 1_000),
                    "128",
                    "Into how many partitions players are divided. The first server that opens the"
                            + " databases decides for ever.");

    public static final Setting<String> MYSQL_URL =
            Setting.of(
                    STORAGE,
                    "mysql-url",
                    text("a JDBC address")
                            .map(
                                    "an address such as jdbc:mysql://host:3306/funatic, without a"
                                            + " password",
                                    DatabaseSettings::jdbcUrl),
                    "",
                    "MySQL 8 or MariaDB 10.6 and newer, for `distributed`. The password has a"
                            + " setting of its own, because addresses are shown.");

    public static final Setting<String> MYSQL_USER =
            Setting.of(
                    STORAGE,
                    "mysql-user",
                    text("a name"),
                    "",
                    "User of MySQL, who may change its tables.");

    public static final Setting<String> MYSQL_PASSWORD =
            Setting.of(STORAGE, "mysql-password", text("a password"), "", "Password of MySQL.")
                    .keptSecret();

    public static final Setting<Integer> MYSQL_POOL_SIZE =
            Setting.of(
                    STORAGE,
                    "mysql-pool-size",
                    integer(2, 1_000),
                    "16",
                    "Connections to MySQL at most, of each server.");

    public static final Setting<Duration> MYSQL_TIMEOUT =
            Setting.of(
                    STORAGE,
                    "mysql-timeout",
                    duration(Duration.ofMillis(250), Duration.ofMinutes(1)),
                    "900ms",
                    "How long MySQL may take for a request in all, retries included; then the"
                            + " answer is 503.");

    public static final Setting<List<String>> REDIS_URL =
            Setting.of(
                            STORAGE,
                            "redis-url",
                            listOf(
                                    text("a Redis address")
                                            .map(
                                                    "an address such as"
                                                            + " redis://user:password@host:6379 or"
                                                            + " rediss://host",
                                                    DatabaseSettings::redisUrl)),
                            "",
                            "Redis, for `distributed`: the address of one, or of some nodes of a"
                                    + " cluster. Special characters of a password are"
                                    + " percent-encoded.")
                    .keptSecret();

    public static final Setting<Boolean> REDIS_CLUSTER =
            Setting.of(
                    STORAGE,
                    "redis-cluster",
                    bool(),
                    "false",
                    "Whether a single address is that of a cluster; several always are.");

    public static final Setting<Duration> REDIS_TIMEOUT =
            Setting.of(
                    STORAGE,
                    "redis-timeout",
                    duration(Duration.ofMillis(50), Duration.ofMinutes(1)),
                    "800ms",
                    "How long Redis may take for a command; then its outcome is unknown and the"
                            + " answer is 503.");

    public static final Setting<String> REDIS_KEY_PREFIX =
            Setting.of(
                    STORAGE,
                    "redis-key-prefix",
                    text("a prefix")
                            .map(
                                    "up to 64 letters, digits and : . _ -",
                                    text -> require(text, text.matches(PREFIX))),
                    "",
                    "Stands in front of every key, so that several games can share a Redis.");

    public static final Setting<Boolean> REDIS_LOCKS =
            Setting.of(
                    STORAGE,
                    "redis-locks",
                    bool(),
                    "false",
                    "Whether servers ask each other, through locks in Redis, who loads a player or"
                            + " writes snapshots first. It spares double work, and costs two round"
                            + " trips for each load; nothing depends on it.");

    public static final Setting<Boolean> REDIS_SETTINGS_UNCHECKED =
            Setting.of(
                    STORAGE,
                    "redis-settings-unchecked",
                    bool(),
                    "false",
                    "Starts in prod mode although Redis does not let its settings be read (`CONFIG`"
                            + " denied), because you have made sure of them.");

    public static final Setting<List<InetSocketAddress>> SCYLLA_CONTACT_POINTS =
            Setting.of(
                    STORAGE,
                    "scylla-contact-points",
                    listOf(text("a node").map("host or host:port", DatabaseSettings::node)),
                    "",
                    "ScyllaDB or Cassandra nodes to begin with, for `distributed`; the port is 9042"
                            + " unless told otherwise.");

    public static final Setting<String> SCYLLA_DATACENTER =
            Setting.of(
                    STORAGE,
                    "scylla-datacenter",
                    text("a name"),
                    "datacenter1",
                    "The data centre that this process asks, as ScyllaDB names it.");

    public static final Setting<String> SCYLLA_KEYSPACE =
            Setting.of(
                    STORAGE,
                    "scylla-keyspace",
                    text("a name")
                            .map(
                                    "up to 48 lower-case letters, digits and underscores, a letter"
                                            + " first",
                                    text -> require(text, text.matches("[a-z][a-z0-9_]{0,47}"))),
                    "funatic",
                    "Keyspace of the game in ScyllaDB.");

    public static final Setting<Integer> SCYLLA_REPLICAS =
            Setting.of(
                    STORAGE,
                    "scylla-replicas",
                    integer(0, 9),
                    "0",
                    "How many copies the keyspace gets when it has to be made; with 0 it must"
                            + " exist.");

    public static final Setting<Consistency> SCYLLA_CONSISTENCY =
            Setting.of(
                    STORAGE,
                    "scylla-consistency",
                    oneOf(Consistency.class),
                    "local_quorum",
                    "How many copies of a row of the audit must have answered.");

    public static final Setting<String> SCYLLA_USER =
            Setting.of(
                    STORAGE,
                    "scylla-user",
                    text("a name"),
                    "",
                    "User of ScyllaDB; empty where none is asked for.");

    public static final Setting<String> SCYLLA_PASSWORD =
            Setting.of(STORAGE, "scylla-password", text("a password"), "", "Password of ScyllaDB.")
                    .keptSecret();

    public static final Setting<Boolean> SCYLLA_TLS =
            Setting.of(
                    STORAGE,
                    "scylla-tls",
                    bool(),
                    "false",
                    "Whether connections to ScyllaDB are encrypted; certificates are checked as"
                            + " Java is told to. Redis (`rediss://`) and MySQL (`sslMode`) are told"
                            + " in their addresses.");

    /** In the order in which help and documentation list them. */
    public static final List<Setting<?>> ALL =
            List.of(
                    PARTITIONS,
                    MYSQL_URL,
                    MYSQL_USER,
                    MYSQL_PASSWORD,
                    MYSQL_POOL_SIZE,
                    MYSQL_TIMEOUT,
                    REDIS_URL,
                    REDIS_CLUSTER,
                    REDIS_TIMEOUT,
                    REDIS_KEY_PREFIX,
                    REDIS_LOCKS,
                    REDIS_SETTINGS_UNCHECKED,
                    SCYLLA_CONTACT_POINTS,
                    SCYLLA_DATACENTER,
                    SCYLLA_KEYSPACE,
                    SCYLLA_REPLICAS,
                    SCYLLA_CONSISTENCY,
                    SCYLLA_USER,
                    SCYLLA_PASSWORD,
                    SCYLLA_TLS);

    private DatabaseSettings() {}

    private static String jdbcUrl(String text) {
        boolean isAddress = text.matches("jdbc:(mysql|mariadb):(\\w+:)?//[^/?]+/[^/?]+(\\?.*)?");
        boolean hasPassword = text.matches("(?i).*[?&]password[0-9]*=.*") || text.contains("@");
        return require(text, text.isEmpty() || (isAddress && !hasPassword));
    }

    private static String redisUrl(String text) {
        URI uri = URI.create(text);
        boolean isRedis = "redis".equals(uri.getScheme()) || "rediss".equals(uri.getScheme());
        return require(text, isRedis && uri.getHost() != null);
    }

    private static InetSocketAddress node(String text) {
        int separator = text.lastIndexOf(':');
        String host = separator < 0 ? text : text.substring(0, separator);
        int port =
                separator < 0 ? CQL_PORT : Integer.parseInt(text, separator + 1, text.length(), 10);
        require(text, !host.isEmpty() && port > 0 && port <= PORT_MAX);
        return new InetSocketAddress(host, port);
    }

    private static String require(String text, boolean isGood) {
        if (!isGood) {
            throw new IllegalArgumentException();
        }
        return text;
    }
}
