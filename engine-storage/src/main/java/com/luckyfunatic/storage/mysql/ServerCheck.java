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
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for settings of the server, as our connections have them, under which the promises of the
 * storage do not hold.
 */
final class ServerCheck {
    private static final String BACKEND = "mysql";
    private static final long PACKET_MIN = 16L << 20;
    private static final int MYSQL_MIN = 800;
    private static final int MARIADB_MIN = 1006;

    /** The second, of MySQL 8.0.30 and newer, notices torn pages and cannot repair them. */
    private static final Set<String> NO_DOUBLEWRITE = Set.of("OFF", "DETECT_ONLY");

    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");
    private static final String UNKNOWN = "unknown";
    private static final String CLOCK = "SELECT CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED)";

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
        String version = value("version");
        findings.add(new Finding(BACKEND, Weight.NOTE, "it is version " + version));
        Matcher numbers = VERSION.matcher(version);
        if (numbers.lookingAt()) {
            boolean isMariaDb = version.contains("MARIADB");
            int number =
                    Integer.parseInt(numbers.group(1)) * 100 + Integer.parseInt(numbers.group(2));
            require(
                    number >= (isMariaDb ? MARIADB_MIN : MYSQL_MIN),
                    "version",
                    "MySQL 8.0 or MariaDB 10.6 at least",
                    "rows cannot be skipped that others have locked");
        }
    }

    private void durability() {
        requireValue("innodb_flush_log_at_trx_commit", "1", "what is committed could be lost");
        require(
                !NO_DOUBLEWRITE.contains(value("innodb_doublewrite")),
                "innodb_doublewrite",
                "ON",
                "a torn page could not be repaired");
        if (value("log_bin").equals("ON")) {
            requireValue("sync_binlog", "1", "the binary log could lack what is committed");
            require(
                    !value("binlog_format").equals("STATEMENT"),
                    "binlog_format",
                    "ROW",
                    "statements do not go with READ COMMITTED");
        }
        require(
                !value("wsrep_on").equals("ON"),
                "wsrep_on",
                "OFF",
                "Galera clusters lose updates and commits");
    }

    private void session() {
        String isolation =
                variables.containsKey("transaction_isolation")
                        ? "transaction_isolation"
                        : "tx_isolation";
        requireValue(isolation, "READ-COMMITTED", "rows would be locked that nobody touches");
        require(
                value("sql_mode").contains("STRICT_ALL_TABLES"),
                "sql_mode",
                "STRICT_ALL_TABLES among others",
                "values that do not fit would be cut instead of refused");
        requireValue("time_zone", "+00:00", "times would be read as others than were written");
        require(
                value("character_set_connection").startsWith("UTF8MB4"),
                "character_set_connection",
                "utf8mb4",
                "names would be damaged");
        requireValue(
                "character_set_database", "UTF8MB4", "tables that come later would damage names");
        String packet = "max_allowed_packet";
        require(
                value(packet).matches("\\d{1,18}") && Long.parseLong(value(packet)) >= PACKET_MIN,
                packet,
                PACKET_MIN + " at least",
                "batches of the archive would be refused");
        requireValue("read_only", "OFF", "nothing could be stored");
    }

    private void clock(Connection connection, InstantSource clock) throws SQLException {
        long before = clock.millis();
        long said = clockMillis(connection);
        ClockSkew.judge(BACKEND, "this machine's", said, before, clock.millis())
                .ifPresent(findings::add);
    }

    /** Returns the server's time, epoch milliseconds. */
    static long clockMillis(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CLOCK);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private String value(String variable) {
        return variables.getOrDefault(variable, UNKNOWN);
    }

    private void requireValue(String variable, String wanted, String otherwise) {
        require(value(variable).equals(wanted), variable, wanted, otherwise);
    }

    private void require(boolean isRight, String variable, String wanted, String otherwise) {
        if (!isRight) {
            findings.add(
                    new Finding(
                            BACKEND,
                            Weight.UNSAFE,
                            "%s is %s, must be %s: %s"
                                    .formatted(
                                            variable,
                                            value(variable).isEmpty() ? "empty" : value(variable),
                                            wanted,
                                            otherwise)));
        }
    }
}
