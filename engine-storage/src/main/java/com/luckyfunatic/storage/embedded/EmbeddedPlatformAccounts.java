package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.platform.PlatformAccountId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.PlatformAccounts;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The table {@code platform_account}. Thread-safe. */
final class EmbeddedPlatformAccounts implements PlatformAccounts {
    private static final String BY_PLAYER =
            "SELECT account_id FROM platform_account WHERE player_id = ?";
    private static final String BY_ACCOUNT =
            "SELECT player_id FROM platform_account WHERE account_id = ?";
    private static final String INSERT =
            "INSERT INTO platform_account (player_id, account_id) VALUES (?, ?)"
                    + " ON CONFLICT DO NOTHING";

    private static final String DELETE = "DELETE FROM platform_account WHERE player_id = ?";

    private final Database database;
    private final GroupCommit writer;

    EmbeddedPlatformAccounts(Database database, GroupCommit writer) {
        this.database = database;
        this.writer = writer;
    }

    @Override
    public LinkOutcome link(PlayerId player, PlatformAccountId account) {
        Linking linking = new Linking(player, account);
        writer.submit(linking);
        linking.await();
        return linking.result;
    }

    @Override
    public void unlink(PlayerId player) {
        Unlinking unlinking = new Unlinking(player);
        writer.submit(unlinking);
        unlinking.await();
    }

    /** Deletes a link. */
    private static final class Unlinking extends Write {
        private final PlayerId player;

        Unlinking(PlayerId player) {
            this.player = player;
        }

        @Override
        boolean isForced() {
            return true;
        }

        @Override
        void apply(WriterStatements statements) throws SQLException {
            PreparedStatement delete = statements.prepare(DELETE);
            delete.setLong(1, player.value());
            delete.executeUpdate();
        }
    }

    @Override
    public Optional<PlatformAccountId> accountOf(PlayerId player) {
        return database.read(reader -> accountOf(reader.prepare(BY_PLAYER), player));
    }

    private static Optional<PlatformAccountId> accountOf(PreparedStatement select, PlayerId player)
            throws SQLException {
        select.setLong(1, player.value());
        try (ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new PlatformAccountId(row.getString(1)))
                    : Optional.empty();
        }
    }

    @Override
    public Optional<PlayerId> ownerOf(PlatformAccountId account) {
        return database.read(reader -> {
            PreparedStatement select = reader.prepare(BY_ACCOUNT);
            select.setString(1, account.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new PlayerId(row.getLong(1))) : Optional.empty();
            }
        });
    }

    /** Inserts a link unless one of the two has another; writes are serial, so two cannot race. */
    private static final class Linking extends Write {
        private final PlayerId player;
        private final PlatformAccountId account;
        private volatile LinkOutcome result = LinkOutcome.LINKED;

        Linking(PlayerId player, PlatformAccountId account) {
            this.player = player;
            this.account = account;
        }

        @Override
        boolean isForced() {
            return true;
        }

        @Override
        void apply(WriterStatements statements) throws SQLException {
            PreparedStatement insert = statements.prepare(INSERT);
            insert.setLong(1, player.value());
            insert.setString(2, account.value());
            insert.executeUpdate();
            result =
                    accountOf(statements.prepare(BY_PLAYER), player)
                            .map(own ->
                                    own.equals(account)
                                            ? LinkOutcome.LINKED
                                            : LinkOutcome.PLAYER_HAS_ANOTHER)
                            .orElse(LinkOutcome.ACCOUNT_TAKEN);
        }
    }
}
