package com.luckyfunatic.storage.mysql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;

/** Makes the pool of connections. */
final class ConnectionPool {
    /**
     * What every connection relies on, whatever the server's own settings are. The server ends a
     * transaction in which nothing is asked for five seconds: a process that stands still in the
     * middle of one would hold its locks, and everybody who needs them, for as long as it does.
     * Only MariaDB can do that, and MySQL reads it as a comment.
     */
    private static final String SESSION =
            "SET SESSION time_zone = '+00:00', SESSION innodb_lock_wait_timeout = 1,"
                    + " SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION'"
                    + " /*M! , SESSION idle_transaction_timeout = 5 */";

    /** Statements that a connection of the ledger has the server remember: a few in each size. */
    private static final int PREPARED_MAX = 100;

    private static final Duration VALIDATION = Duration.ofMillis(250);

    private ConnectionPool() {}

    /** Opens a pool; it connects when it is first used. */
    static HikariDataSource open(MySqlSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("funatic-mysql");
        config.setJdbcUrl(jdbcUrl(settings));
        if (!settings.user().isEmpty()) {
            config.setUsername(settings.user());
            config.setPassword(settings.password());
        }
        config.setMaximumPoolSize(settings.poolSize());
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionInitSql(SESSION);
        config.setConnectionTimeout(settings.connectionTimeout().toMillis());
        config.setValidationTimeout(VALIDATION.toMillis());
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("connectTimeout", settings.socketTimeout().toMillis());
        config.addDataSourceProperty("socketTimeout", settings.socketTimeout().toMillis());
        config.addDataSourceProperty("tcpKeepAlive", true);
        return new HikariDataSource(config);
    }

    /**
     * Connects once, so that the server prepares statements and gets only values afterwards. That
     * is for few connections: what all clients of a server have prepared is limited.
     */
    static Connection connectPrepared(MySqlSettings settings) throws SQLException {
        Properties properties = properties(settings, settings.connectionTimeout());
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("useServerPrepStmts", "true");
        properties.setProperty("prepStmtCacheSize", Integer.toString(PREPARED_MAX));
        Connection connection = DriverManager.getConnection(jdbcUrl(settings), properties);
        try (Statement session = connection.createStatement()) {
            session.execute(SESSION);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Connects once, which takes {@code limit} at most. */
    static Connection connectOnce(MySqlSettings settings, Duration limit) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(settings), properties(settings, limit));
    }

    private static Properties properties(MySqlSettings settings, Duration limit) {
        Properties properties = new Properties();
        if (!settings.user().isEmpty()) {
            properties.setProperty("user", settings.user());
            properties.setProperty("password", settings.password());
        }
        properties.setProperty("connectTimeout", Long.toString(limit.toMillis()));
        properties.setProperty("socketTimeout", Long.toString(limit.toMillis()));
        return properties;
    }

    /** Returns the address as the driver wants it: it serves MySQL too, but under its own name. */
    static String jdbcUrl(MySqlSettings settings) {
        return settings.url().replaceFirst("^jdbc:mysql:", "jdbc:mariadb:");
    }
}
