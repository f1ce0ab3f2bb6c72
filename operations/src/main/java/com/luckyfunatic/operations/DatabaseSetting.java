package com.luckyfunatic.operations;

import java.util.Locale;

/**
 * The settings of the distributed storage's databases, which the server and the command lines call
 * by the same names and read from the same places.
 */
public enum DatabaseSetting {
    PARTITIONS("128"),
    DATABASE_WAIT("1m"),
    MYSQL_URL(""),
    MYSQL_USER(""),
    MYSQL_PASSWORD(""),
    MYSQL_POOL_SIZE("16"),
    MYSQL_TIMEOUT("900ms"),
    REDIS_URL(""),
    REDIS_CLUSTER("false"),
    REDIS_TIMEOUT("800ms"),
    REDIS_KEY_PREFIX(""),
    REDIS_LOCKS("false"),
    REDIS_SETTINGS_UNCHECKED("false"),
    SCYLLA_CONTACT_POINTS(""),
    SCYLLA_DATACENTER("datacenter1"),
    SCYLLA_KEYSPACE("funatic"),
    SCYLLA_REPLICAS("0"),
    SCYLLA_CONSISTENCY("local_quorum"),
    SCYLLA_USER(""),
    SCYLLA_PASSWORD(""),
    SCYLLA_TLS("false");

    private final String usual;

    DatabaseSetting(String usual) {
        this.usual = usual;
    }

    /** Its name in files and as a flag. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its environment variable. */
    public String variable() {
        return "FUNATIC_" + name();
    }

    /** What counts when nothing is said. */
    public String usual() {
        return usual;
    }
}
