package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.campaign.CampaignFigures;
import com.luckyfunatic.engine.storage.Campaigns.Position;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements on many rows of {@code campaign_arrival}, within a transaction of the caller. */
final class CampaignRows {
    private static final String CHANGED =
            """
            SELECT a.player_id, s.sequence, s.state
            FROM campaign_arrival a JOIN player_snapshot s ON s.player_id = a.player_id
            WHERE a.arrival_day BETWEEN ? AND ? AND NOT a.activated
                AND s.sequence <> a.looked_at_sequence AND s.state IS NOT NULL
            ORDER BY a.player_id LIMIT ?
            """;
    private static final String LOOKED_AT =
            """
            UPDATE campaign_arrival SET activated = activated OR ?, looked_at_sequence = ?
            WHERE player_id = ?
            """;
    private static final String COUNTS =
            """
            SELECT arrival_day, campaign, COUNT(*), SUM(activated), SUM(day1), SUM(day7)
            FROM campaign_arrival WHERE arrival_day BETWEEN ? AND ?\
            """;
    private static final String BEHIND = " AND (arrival_day > ? OR campaign > ?)";
    private static final String GROUPED =
            " GROUP BY arrival_day, campaign ORDER BY arrival_day, campaign LIMIT ?";

    private CampaignRows() {}

    /** A snapshot of a player who was not active when last looked at. */
    record Changed(long player, long sequence, String state) {}

    /** Returns players who are not active and whose snapshot is another than was looked at. */
    static List<Changed> changed(Connection connection, long fromDay, long toDay, int rows)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CHANGED)) {
            select.setLong(1, fromDay);
            select.setLong(2, toDay);
            select.setInt(3, rows);
            List<Changed> changed = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    changed.add(new Changed(row.getLong(1), row.getLong(2), row.getString(3)));
                }
            }
            return changed;
        }
    }

    /** Keeps what was seen of a player at a sequence. */
    record Looked(long player, long sequence, boolean activated) {}

    static void keep(Connection connection, List<Looked> looked) throws SQLException {
        if (looked.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(LOOKED_AT)) {
            for (Looked each : looked) {
                update.setBoolean(1, each.activated());
                update.setLong(2, each.sequence());
                update.setLong(3, each.player());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    /** Returns figures, from the first or behind a position of which the day is the first. */
    static List<CampaignFigures> figures(
            Connection connection, long fromDay, long toDay, @Nullable Position after, int rows)
            throws SQLException {
        Position from = after != null && after.arrivalDay() >= fromDay ? after : null;
        String sql = COUNTS + (from == null ? "" : BEHIND) + GROUPED;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int index = 1;
            select.setLong(index++, from == null ? fromDay : from.arrivalDay());
            select.setLong(index++, toDay);
            if (from != null) {
                select.setLong(index++, from.arrivalDay());
                select.setString(index++, from.campaign());
            }
            select.setInt(index, rows);
            List<CampaignFigures> figures = new ArrayList<>(rows);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    figures.add(
                            new CampaignFigures(
                                    row.getLong(1),
                                    row.getString(2),
                                    row.getLong(3),
                                    row.getLong(4),
                                    row.getLong(5),
                                    row.getLong(6)));
                }
            }
            return figures;
        }
    }
}
