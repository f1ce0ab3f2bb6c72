package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.storage.check.ClockSkew;
import com.luckyfunatic.storage.check.Finding;
import com.luckyfunatic.storage.check.Finding.Weight;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for settings of the server under which the promises of the storage do not hold. */
final class ServerCheck {
    private static final long PACKET_MIN = 16L << 20;
    private static final String BACKEND = "mysql";
    private static final int MYSQL_MIN = 800;
    private static final int MARIADB_MIN = 1006;
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");
    private static final String CLOCK =
            "SELECT CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED), @@session.time_zone";

    private final Map<String, String> variables;
    private final List<Finding> findings = new ArrayList<>();

    private ServerCheck(Map<String, String> variables) {
        this.variables = variables;
    }

    /** Returns what there is to say. */
    static List<Finding> findings(Connection connection, InstantSource clock) throws SQLException {
        ServerCheck check = new ServerCheck(variables(connection));
        check.version();
        check.durability();
        check.session();
        check.clock(connection, clock);
        return List.copyOf(check.findings);
    }

    private static Map<String, String> variables(Connection connection) throws SQLException {
        Map<String, String> variables = new TreeMap<>();
        try (PreparedStatement show = connection.prepareStatement("SHOW VARIABLES");
                ResultSet row = show.executeQuery()) {
            while (row.next()) {
                variables.put(
                        row.getString(1).toLowerCase(Locale.ROOT),
                        row.getString(2).toUpperCase(Locale.ROOT));
            }
        }
        return variables;
    }

    private void version() {
        String version = variables.getOrDefault("version", "unknown");
        findings.add(new Finding(BACKEND, Weight.NOTE, "it is version " + version));
        Matcher numbers = VERSION.matcher(version);
        if (numbers.lookingAt()) {
            boolean isMariaDb = version.contains("MARIADB");
            int number =
                    Integer.parseInt(numbers.group(1)) * 100 + Integer.parseInt(numbers.group(2));
            require(
                    number >= (isMariaDb ? MARIADB_MIN : MYSQL_MIN),
                    "version "
                            + version
                            + " is too old: rows cannot be skipped that others have locked; use"
                            + " MySQL 8.0 or MariaDB 10.6 at least");
        }
    }

    private void durability() {
        require(
                is("innodb_flush_log_at_trx_commit", "1"),
                "innodb_flush_log_at_trx_commit must be 1: what is committed could be lost");
        require(
                !is("innodb_doublewrite", "OFF"),
                "innodb_doublewrite must not be off: a torn page could not be repaired");
        if (is("log_bin", "ON")) {
            require(
                    is("sync_binlog", "1"),
                    "sync_binlog must be 1: the binary log could lack what is committed");
            require(
                    !is("binlog_format", "STATEMENT"),
                    "binlog_format must not be STATEMENT: it does not go with READ COMMITTED");
        }
        require(
                !is("wsrep_on", "ON"),
                "Galera clusters are not supported: they lose updates and commits");
    }

    private void session() {
        String isolation =
                variables.getOrDefault(
                        "transaction_isolation", variables.getOrDefault("tx_isolation", "unknown"));
        require(
                isolation.equals("READ-COMMITTED"),
                "the isolation of transactions must be READ COMMITTED, is " + isolation);
        require(
                variables.getOrDefault("character_set_connection", "").startsWith("UTF8MB4"),
                "the character set of connections must be utf8mb4");
        require(
                is("character_set_database", "UTF8MB4"),
                "the database should be created with CHARACTER SET utf8mb4");
        require(
                Long.parseLong(variables.getOrDefault("max_allowed_packet", "0")) >= PACKET_MIN,
                "max_allowed_packet must be at least " + PACKET_MIN);
        require(!is("read_only", "ON"), "the server is read-only");
    }

    private void clock(Connection connection, InstantSource clock) throws SQLException {
        long before = clock.millis();
        try (PreparedStatement select = connection.prepareStatement(CLOCK);
                ResultSet row = select.executeQuery()) {
            row.next();
            ClockSkew.judge(BACKEND, row.getLong(1), before, clock.millis())
                    .ifPresent(findings::add);
            require(
                    row.getString(2).equals("+00:00"),
                    "the time zone of connections must be +00:00");
        }
    }

    private boolean is(String variable, String value) {
        return value.equals(variables.get(variable));
    }

    private void require(boolean isRight, String problem) {
        if (!isRight) {
            findings.add(new Finding(BACKEND, Weight.UNSAFE, problem));
        }
    }
}
