package com.luckyfunatic.storage.codec;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Commands of follow-ups as they are stored, changed behind the storage's back. */
public final class StoredCommands {
    private static final String SELECT = "SELECT command FROM follow_up WHERE id = ?";
    private static final String UPDATE = "UPDATE follow_up SET command = ? WHERE id = ?";

    private StoredCommands() {}

    /** Stores another text for the follow-up with the number {@code id}; returns the one before. */
    public static String exchange(String jdbcUrl, long id, String stored) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                PreparedStatement select = connection.prepareStatement(SELECT);
                PreparedStatement update = connection.prepareStatement(UPDATE)) {
            select.setLong(1, id);
            String before;
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalArgumentException("no follow-up " + id + " waits");
                }
                before = row.getString(1);
            }
            update.setString(1, stored);
            update.setLong(2, id);
            update.executeUpdate();
            return before;
        } catch (SQLException e) {
            throw new IllegalStateException("the stored command cannot be exchanged", e);
        }
    }
}
