package com.luckyfunatic.storage.mysql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/** Makes the pool of connections. */
final class ConnectionPool {
    /** What every connection relies on, whatever the server's own settings are. */
    private static final String SESSION =
            "SET SESSION time_zone = '+00:00', SESSION innodb_lock_wait_timeout = 1,"
                    + " SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION'";

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

    /** Connects once, which takes {@code limit} at most. */
    static Connection connectOnce(MySqlSettings settings, Duration limit) throws SQLException {
        Properties properties = new Properties();
        if (!settings.user().isEmpty()) {
            properties.setProperty("user", settings.user());
            properties.setProperty("password", settings.password());
        }
        properties.setProperty("connectTimeout", Long.toString(limit.toMillis()));
        properties.setProperty("socketTimeout", Long.toString(limit.toMillis()));
        return DriverManager.getConnection(jdbcUrl(settings), properties);
    }

    /** Returns the address as the driver wants it: it serves MySQL too, but under its own name. */
    static String jdbcUrl(MySqlSettings settings) {
        return settings.url().replaceFirst("^jdbc:mysql:", "jdbc:mariadb:");
    }
}
