package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.campaign.CampaignFigures;
import com.luckyfunatic.engine.campaign.CampaignRules;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.storage.Campaigns;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.storage.codec.GameCodec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code campaign_arrival}: a row for each player whom a campaign brought. Who has come
 * to play is looked up in the snapshots when figures are asked for, and then kept. Thread-safe.
 */
final class EmbeddedCampaigns implements Campaigns {
    private static final int LOOKED_AT_ONCE = 500;

    private static final String ARRIVED =
            "INSERT INTO campaign_arrival (arrival_day, campaign, player_id) VALUES (?, ?, ?)";
    private static final String ARRIVAL_DAY =
            "SELECT arrival_day FROM campaign_arrival WHERE player_id = ?";
    private static final String DAY_1 = "UPDATE campaign_arrival SET day1 = 1 WHERE player_id = ?";
    private static final String DAY_7 = "UPDATE campaign_arrival SET day7 = 1 WHERE player_id = ?";
    private static final String CHANGED =
            """
            SELECT a.player_id, s.sequence, s.state
            FROM campaign_arrival a JOIN player_state s ON s.player_id = a.player_id
            WHERE a.arrival_day BETWEEN ? AND ? AND a.activated = 0
                AND s.sequence <> a.looked_at_sequence
            LIMIT ?
            """;
    private static final String LOOKED_AT =
            """
            UPDATE campaign_arrival SET activated = max(activated, ?), looked_at_sequence = ?
            WHERE player_id = ?
            """;
    private static final String FIGURES =
            """
            SELECT arrival_day, campaign, count(*), sum(activated), sum(day1), sum(day7)
            FROM campaign_arrival
            WHERE arrival_day BETWEEN ? AND ? AND (arrival_day, campaign) > (?, ?)
            GROUP BY arrival_day, campaign ORDER BY arrival_day, campaign LIMIT ?
            """;
    private static final String FIRST_FIGURES =
            FIGURES.replace(" AND (arrival_day, campaign) > (?, ?)", "");

    private final Database database;
    private final GroupCommit writer;
    private final GameCodec codec;

    EmbeddedCampaigns(Database database, GroupCommit writer, GameCodec codec) {
        this.database = database;
        this.writer = writer;
        this.codec = codec;
    }

    /** Notes a new account that a campaign has brought, within the transaction of the writer. */
    static void arrived(Profile newcomer, WriterStatements statements) throws SQLException {
        if (newcomer.campaign() == null) {
            return;
        }
        PreparedStatement insert = statements.prepare(ARRIVED);
        insert.setLong(1, Days.epochDay(newcomer.joinedAtMillis()));
        insert.setString(2, newcomer.campaign());
        insert.setLong(3, newcomer.id().value());
        insert.executeUpdate();
    }

    @Override
    public void seen(PlayerId player, long epochDay) {
        long arrivalDay = arrivalDay(player);
        if (CampaignRules.isDay1(arrivalDay, epochDay)) {
            write(true, statements -> mark(statements.prepare(DAY_1), player));
        } else if (CampaignRules.isDay7(arrivalDay, epochDay)) {
            write(true, statements -> mark(statements.prepare(DAY_7), player));
        }
    }

    private long arrivalDay(PlayerId player) {
        return database.read(reader -> {
            PreparedStatement select = reader.prepare(ARRIVAL_DAY);
            select.setLong(1, player.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : Long.MIN_VALUE;
            }
        });
    }

    private static void mark(PreparedStatement update, PlayerId player) throws SQLException {
        update.setLong(1, player.value());
        update.executeUpdate();
    }

    @Override
    public Page<CampaignFigures> figures(
            long fromDay, long toDay, @Nullable Position after, int limit) {
        Page.requireLimit(limit);
        List<Looked> changed;
        do {
            changed = changed(fromDay, toDay);
            keep(changed);
        } while (changed.size() == LOOKED_AT_ONCE);
        return Page.ofOneMore(read(fromDay, toDay, after, limit + 1), limit);
    }

    /** What was seen of a player at a sequence. */
    private record Looked(long player, long sequence, boolean activated) {}

    /** Looks at players who were not active yet and have changed since they were looked at. */
    private List<Looked> changed(long fromDay, long toDay) {
        return database.read(reader -> {
            PreparedStatement select = reader.prepare(CHANGED);
            select.setLong(1, fromDay);
            select.setLong(2, toDay);
            select.setInt(3, LOOKED_AT_ONCE);
            List<Looked> looked = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    looked.add(
                            new Looked(
                                    row.getLong(1),
                                    row.getLong(2),
                                    CampaignRules.isActivated(codec.readState(row.getString(3)))));
                }
            }
            return looked;
        });
    }

    private void keep(List<Looked> looked) {
        if (!looked.isEmpty()) {
            write(
                    false,
                    statements -> {
                        PreparedStatement update = statements.prepare(LOOKED_AT);
                        for (Looked each : looked) {
                            update.setBoolean(1, each.activated());
                            update.setLong(2, each.sequence());
                            update.setLong(3, each.player());
                            update.executeUpdate();
                        }
                    });
        }
    }

    private List<CampaignFigures> read(
            long fromDay, long toDay, @Nullable Position after, int rows) {
        return database.read(reader -> {
            PreparedStatement select = reader.prepare(after == null ? FIRST_FIGURES : FIGURES);
            int index = 1;
            select.setLong(index++, fromDay);
            select.setLong(index++, toDay);
            if (after != null) {
                select.setLong(index++, after.arrivalDay());
                select.setString(index++, after.campaign());
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
        });
    }

    private void write(boolean forced, Statements work) {
        Write write =
                new Write() {
                    @Override
                    boolean isForced() {
                        return forced;
                    }

                    @Override
                    void apply(WriterStatements statements) throws SQLException {
                        work.run(statements);
                    }
                };
        writer.submit(write);
        write.await();
    }

    /** What a write does. */
    @FunctionalInterface
    private interface Statements {
        void run(WriterStatements statements) throws SQLException;
    }
}
