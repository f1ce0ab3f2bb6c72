package com.luckyfunatic.server.config;

import static com.luckyfunatic.server.config.Setting.Group.STORAGE;
import static com.luckyfunatic.server.config.SettingType.bool;
import static com.luckyfunatic.server.config.SettingType.duration;
import static com.luckyfunatic.server.config.SettingType.integer;
import static com.luckyfunatic.server.config.SettingType.listOf;
import static com.luckyfunatic.server.config.SettingType.oneOf;
import static com.luckyfunatic.server.config.SettingType.text;

import com.luckyfunatic.operations.DatabaseSetting;
import com.luckyfunatic.operations.DatabaseTexts;
import java.net.InetSocketAddress;
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

    public static final Setting<Integer> PARTITIONS =
            setting(
                    DatabaseSetting.PARTITIONS,
                    integer(1, 1_000),
                    "Into how many partitions players are divided. The first server that opens the"
                            + " databases decides for ever.");

    public static final Setting<Duration> DATABASE_WAIT =
            setting(
                    DatabaseSetting.DATABASE_WAIT,
                    duration(Duration.ZERO, Duration.ofDays(1)),
                    "How long a server that starts waits for databases that cannot be reached yet;"
                            + " with `0s` it ends at once.");

    public static final Setting<String> MYSQL_URL =
            setting(
                    DatabaseSetting.MYSQL_URL,
                    text("a JDBC address")
                            .map(DatabaseTexts.MYSQL_ADDRESS, DatabaseTexts::mySqlUrl),
                    "MySQL 8 or MariaDB 10.6 and newer, for `distributed`. The password has a"
                            + " setting of its own, because addresses are shown.");

    public static final Setting<String> MYSQL_USER =
            setting(
                    DatabaseSetting.MYSQL_USER,
                    text("a name"),
                    "User of MySQL, who may change its tables.");

    public static final Setting<String> MYSQL_PASSWORD =
            setting(DatabaseSetting.MYSQL_PASSWORD, text("a password"), "Password of MySQL.")
                    .keptSecret();

    public static final Setting<Integer> MYSQL_POOL_SIZE =
            setting(
                    DatabaseSetting.MYSQL_POOL_SIZE,
                    integer(2, 1_000),
                    "Connections to MySQL at most, of each server; two more commit hard changes.");

    public static final Setting<Duration> MYSQL_TIMEOUT =
            setting(
                    DatabaseSetting.MYSQL_TIMEOUT,
                    duration(Duration.ofMillis(250), Duration.ofMinutes(1)),
                    "How long MySQL may take for a request in all, retries included; then the"
                            + " answer is 503.");

    public static final Setting<List<String>> REDIS_URL =
            setting(
                            DatabaseSetting.REDIS_URL,
                            listOf(
                                    text("a Redis address")
                                            .map(
                                                    DatabaseTexts.REDIS_ADDRESS,
                                                    DatabaseTexts::redisUrl)),
                            "Redis, for `distributed`: the address of one, or of some nodes of a"
                                    + " cluster. Special characters of a password are"
                                    + " percent-encoded.")
                    .keptSecret();

    public static final Setting<Boolean> REDIS_CLUSTER =
            setting(
                    DatabaseSetting.REDIS_CLUSTER,
                    bool(),
                    "Whether a single address is that of a cluster; several always are.");

    public static final Setting<Duration> REDIS_TIMEOUT =
            setting(
                    DatabaseSetting.REDIS_TIMEOUT,
                    duration(Duration.ofMillis(50), Duration.ofMinutes(1)),
                    "How long Redis may take for a command; then its outcome is unknown and the"
                            + " answer is 503.");

    public static final Setting<String> REDIS_KEY_PREFIX =
            setting(
                    DatabaseSetting.REDIS_KEY_PREFIX,
                    text("a prefix").map(DatabaseTexts.KEY_PREFIX, DatabaseTexts::keyPrefix),
                    "Stands in front of every key, so that several games can share a Redis.");

    public static final Setting<Boolean> REDIS_LOCKS =
            setting(
                    DatabaseSetting.REDIS_LOCKS,
                    bool(),
                    "Whether servers ask each other, through locks in Redis, who loads a player or"
                            + " writes snapshots first. It spares double work, and costs two round"
                            + " trips for each load; nothing depends on it.");

    public static final Setting<Boolean> REDIS_SETTINGS_UNCHECKED =
            setting(
                    DatabaseSetting.REDIS_SETTINGS_UNCHECKED,
                    bool(),
                    "Starts in prod mode although Redis does not let its settings be read (`CONFIG`"
                            + " denied), because you have made sure of them.");

    public static final Setting<List<InetSocketAddress>> SCYLLA_CONTACT_POINTS =
            setting(
                    DatabaseSetting.SCYLLA_CONTACT_POINTS,
                    listOf(text("a node").map("host or host:port", DatabaseTexts::node)),
                    "ScyllaDB or Cassandra nodes to begin with, for `distributed`; the port is 9042"
                            + " unless told otherwise.");

    public static final Setting<String> SCYLLA_DATACENTER =
            setting(
                    DatabaseSetting.SCYLLA_DATACENTER,
                    text("a name"),
                    "The data centre that this process asks, as ScyllaDB names it.");

    public static final Setting<String> SCYLLA_KEYSPACE =
            setting(
                    DatabaseSetting.SCYLLA_KEYSPACE,
                    text("a name").map(DatabaseTexts.KEYSPACE, DatabaseTexts::keyspace),
                    "Keyspace of the game in ScyllaDB.");

    public static final Setting<Integer> SCYLLA_REPLICAS =
            setting(
                    DatabaseSetting.SCYLLA_REPLICAS,
                    integer(0, 9),
                    "How many copies the keyspace gets when it has to be made; with 0 it must"
                            + " exist.");

    public static final Setting<Consistency> SCYLLA_CONSISTENCY =
            setting(
                    DatabaseSetting.SCYLLA_CONSISTENCY,
                    oneOf(Consistency.class),
                    "How many copies of a row of the audit must have answered.");

    public static final Setting<String> SCYLLA_USER =
            setting(
                    DatabaseSetting.SCYLLA_USER,
                    text("a name"),
                    "User of ScyllaDB; empty where none is asked for.");

    public static final Setting<String> SCYLLA_PASSWORD =
            setting(DatabaseSetting.SCYLLA_PASSWORD, text("a password"), "Password of ScyllaDB.")
                    .keptSecret();

    public static final Setting<Boolean> SCYLLA_TLS =
            setting(
                    DatabaseSetting.SCYLLA_TLS,
                    bool(),
                    "Whether connections to ScyllaDB are encrypted; certificates are checked as"
                            + " Java is told to. Redis (`rediss://`) and MySQL (`sslMode`) are told"
                            + " in their addresses.");

    /** In the order in which help and documentation list them. */
    public static final List<Setting<?>> ALL =
            List.of(
                    PARTITIONS,
                    DATABASE_WAIT,
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

    private static <T> Setting<T> setting(
            DatabaseSetting which, SettingType<T> type, String description) {
        return Setting.of(STORAGE, which.key(), type, which.usual(), description);
    }
}
