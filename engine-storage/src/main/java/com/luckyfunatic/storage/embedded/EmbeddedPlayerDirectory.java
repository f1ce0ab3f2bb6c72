package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.connection.TonAddress;
import com.luckyfunatic.engine.player.LanguageTag;
import com.luckyfunatic.engine.player.NamePrefix;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.referral.Friend;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PlayerDirectory;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tables {@code account} and {@code wallet}: who the players are, and what is theirs. */
final class EmbeddedPlayerDirectory implements PlayerDirectory {
    private static final String IDS_AFTER =
            "SELECT player_id FROM account WHERE player_id > ? ORDER BY player_id LIMIT ?";
    private static final String COLUMNS =
            "player_id, telegram_id, first_name, last_name, username, language_code, premium,"
                    + " photo_url, referrer_id, campaign, joined_at, chosen_language";
    private static final String BY_ID = "SELECT " + COLUMNS + " FROM account WHERE player_id = ?";
    private static final String BY_TELEGRAM_ID =
            "SELECT " + COLUMNS + " FROM account WHERE telegram_id = ?";
    private static final String BY_FIRST_NAME =
            "SELECT " + COLUMNS + " FROM account WHERE first_name >= ? AND first_name < ? LIMIT ?";
    private static final String BY_USERNAME =
            "SELECT " + COLUMNS + " FROM account WHERE username >= ? AND username < ? LIMIT ?";

    /** No text goes on with it: it stands behind all that begin alike. */
    private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

    private static final String INSERT =
            "INSERT INTO account (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String RENEW =
            """
            UPDATE account SET first_name = ?, last_name = ?, username = ?, language_code = ?,
                premium = ?, photo_url = ? WHERE player_id = ?
            """;
    private static final String CHOOSE_LANGUAGE =
            "UPDATE account SET chosen_language = ? WHERE player_id = ?" + " AND telegram_id > 0";

    /** The id below zero is no account's, and the one column must differ from row to row. */
    private static final String ERASE =
            """
            UPDATE account SET telegram_id = -player_id, first_name = '', last_name = NULL,
                username = NULL, language_code = NULL, premium = 0, photo_url = NULL,
                chosen_language = NULL WHERE player_id = ?
            """;

    private static final String FREE_WALLETS = "DELETE FROM wallet WHERE player_id = ?";
    private static final String FRIENDS =
            "SELECT "
                    + COLUMNS
                    + ", funz_earned, rank FROM account WHERE referrer_id = ?"
                    + " AND (funz_earned < ? OR (funz_earned = ? AND player_id > ?))"
                    + " ORDER BY funz_earned DESC, player_id LIMIT ?";

    private static final String WALLET_OWNER = "SELECT player_id FROM wallet WHERE address = ?";
    private static final String CLAIM_WALLET =
            "INSERT INTO wallet (address, player_id) VALUES (?, ?) ON CONFLICT DO NOTHING";

    private final Database database;
    private final GroupCommit writer;
    private final GreatestId greatestId;

    EmbeddedPlayerDirectory(Database database, GroupCommit writer, GreatestId greatestId) {
        this.database = database;
        this.writer = writer;
        this.greatestId = greatestId;
    }

    @Override
    public Profile register(Profile newcomer) {
        Optional<Profile> known = findByTelegramId(newcomer.account().telegramId());
        if (known.isPresent() && known.get().account().equals(newcomer.account())) {
            return known.get();
        }
        Registration registration = new Registration(newcomer);
        writer.submit(registration);
        registration.await();
        return registration.result;
    }

    /** Finds or inserts an account; writes are serial, so two of the same account cannot race. */
    private final class Registration extends Write {
        private final Profile newcomer;
        private volatile Profile result;

        Registration(Profile newcomer) {
            this.newcomer = newcomer;
            result = newcomer;
        }

        @Override
        boolean isForced() {
            return true;
        }

        @Override
        void apply(WriterStatements statements) throws SQLException {
            PreparedStatement find = statements.prepare(BY_TELEGRAM_ID);
            find.setLong(1, newcomer.account().telegramId());
            Profile known;
            try (ResultSet row = find.executeQuery()) {
                known = row.next() ? profile(row) : null;
            }
            if (known == null) {
                insert(statements.prepare(INSERT));
                EmbeddedCampaigns.arrived(newcomer, statements);
                return;
            }
            renew(statements.prepare(RENEW), known.id());
            result = known.with(newcomer.account());
        }

        @Override
        void committed() {
            greatestId.committed(result.id().value());
        }

        private void insert(PreparedStatement insert) throws SQLException {
            TelegramAccount account = newcomer.account();
            PlayerId referrer = newcomer.referrer();
            insert.setLong(1, newcomer.id().value());
            insert.setLong(2, account.telegramId());
            setShown(insert, 3, account);
            insert.setObject(9, referrer == null ? null : referrer.value());
            insert.setString(10, newcomer.campaign());
            insert.setLong(11, newcomer.joinedAtMillis());
            LanguageTag language = newcomer.chosenLanguage();
            insert.setString(12, language == null ? null : language.value());
            insert.executeUpdate();
        }

        private void renew(PreparedStatement renew, PlayerId known) throws SQLException {
            setShown(renew, 1, newcomer.account());
            renew.setLong(7, known.value());
            renew.executeUpdate();
        }

        private static void setShown(PreparedStatement statement, int from, TelegramAccount account)
                throws SQLException {
            statement.setString(from, account.firstName());
            statement.setString(from + 1, account.lastName());
            statement.setString(from + 2, account.username());
            statement.setString(from + 3, account.languageCode());
            statement.setBoolean(from + 4, account.premium());
            statement.setString(from + 5, account.photoUrl());
        }
    }

    @Override
    public Optional<Profile> profile(PlayerId player) {
        return one(BY_ID, player.value());
    }

    @Override
    public Optional<Profile> chooseLanguage(PlayerId player, @Nullable LanguageTag language) {
        LanguageChoice choice = new LanguageChoice(player, language);
        writer.submit(choice);
        choice.await();
        return Optional.ofNullable(choice.result).filter(profile -> !profile.isErased());
    }

    /** Writes a language, and reads what is then known. */
    private static final class LanguageChoice extends Write {
        private final PlayerId player;
        private final @Nullable LanguageTag language;
        private volatile @Nullable Profile result;

        LanguageChoice(PlayerId player, @Nullable LanguageTag language) {
            this.player = player;
            this.language = language;
        }

        @Override
        boolean isForced() {
            return true;
        }

        @Override
        void apply(WriterStatements statements) throws SQLException {
            PreparedStatement update = statements.prepare(CHOOSE_LANGUAGE);
            update.setString(1, language == null ? null : language.value());
            update.setLong(2, player.value());
            update.executeUpdate();
            PreparedStatement select = statements.prepare(BY_ID);
            select.setLong(1, player.value());
            try (ResultSet row = select.executeQuery()) {
                result = row.next() ? profile(row) : null;
            }
        }
    }

    @Override
    public Optional<Profile> findByTelegramId(long telegramId) {
        return telegramId < 1 ? Optional.empty() : one(BY_TELEGRAM_ID, telegramId);
    }

    private Optional<Profile> one(String sql, long key) {
        return database.read(reader -> {
            PreparedStatement select = reader.prepare(sql);
            select.setLong(1, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(profile(row)) : Optional.empty();
            }
        });
    }

    @Override
    public List<Profile> findByName(NamePrefix prefix, int limit) {
        Page.requireLimit(limit);
        return database.read(reader -> {
            NavigableMap<PlayerId, Profile> found = new TreeMap<>();
            for (String sql : List.of(BY_FIRST_NAME, BY_USERNAME)) {
                for (String spelling : prefix.spellings()) {
                    PreparedStatement select = reader.prepare(sql);
                    select.setString(1, spelling);
                    select.setString(2, spelling + LAST_CHARACTER);
                    select.setInt(3, limit);
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            Profile profile = profile(row);
                            found.put(profile.id(), profile);
                        }
                    }
                }
            }
            return found.values().stream().limit(limit).toList();
        });
    }

    @Override
    public List<PlayerId> idsAfter(long after, int limit) {
        Page.requireLimit(limit);
        return database.read(reader -> {
            PreparedStatement select = reader.prepare(IDS_AFTER);
            select.setLong(1, after);
            select.setInt(2, limit);
            List<PlayerId> ids = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(new PlayerId(row.getLong(1)));
                }
            }
            return ids;
        });
    }

    @Override
    public Page<Friend> friends(PlayerId referrer, @Nullable FriendPosition after, int limit) {
        Page.requireLimit(limit);
        long funz = after == null ? Long.MAX_VALUE : after.funzEarned();
        long id = after == null ? 0 : after.player().value();
        return database.read(reader -> {
            PreparedStatement select = reader.prepare(FRIENDS);
            select.setLong(1, referrer.value());
            select.setLong(2, funz);
            select.setLong(3, funz);
            select.setLong(4, id);
            select.setInt(5, limit + 1);
            List<Friend> friends = new ArrayList<>(limit + 1);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    friends.add(new Friend(profile(row), row.getLong(13), row.getInt(14)));
                }
            }
            return Page.ofOneMore(friends, limit);
        });
    }

    @Override
    public PlayerId claimWallet(TonAddress wallet, PlayerId player) {
        Optional<PlayerId> owner = walletOwner(wallet);
        if (owner.isPresent()) {
            return owner.get();
        }
        WalletClaim claim = new WalletClaim(wallet, player);
        writer.submit(claim);
        claim.await();
        return claim.result;
    }

    @Override
    public void erase(PlayerId player) {
        Forgetting forgetting = new Forgetting(player);
        writer.submit(forgetting);
        forgetting.await();
    }

    /** Empties the account and frees the wallets, both or neither. */
    private static final class Forgetting extends Write {
        private final PlayerId player;

        Forgetting(PlayerId player) {
            this.player = player;
        }

        @Override
        boolean isForced() {
            return true;
        }

        @Override
        void apply(WriterStatements statements) throws SQLException {
            for (String sql : List.of(ERASE, FREE_WALLETS)) {
                PreparedStatement statement = statements.prepare(sql);
                statement.setLong(1, player.value());
                statement.executeUpdate();
            }
        }
    }

    @Override
    public Optional<PlayerId> walletOwner(TonAddress wallet) {
        return database.read(reader -> owner(reader.prepare(WALLET_OWNER), wallet));
    }

    private static Optional<PlayerId> owner(PreparedStatement select, TonAddress wallet)
            throws SQLException {
        select.setString(1, wallet.value());
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(new PlayerId(row.getLong(1))) : Optional.empty();
        }
    }

    /** Inserts a wallet unless it is somebody's; writes are serial, so two cannot race. */
    private static final class WalletClaim extends Write {
        private final TonAddress wallet;
        private final PlayerId player;
        private volatile PlayerId result;

        WalletClaim(TonAddress wallet, PlayerId player) {
            this.wallet = wallet;
            this.player = player;
            result = player;
        }

        @Override
        boolean isForced() {
            return true;
        }

        @Override
        void apply(WriterStatements statements) throws SQLException {
            PreparedStatement insert = statements.prepare(CLAIM_WALLET);
            insert.setString(1, wallet.value());
            insert.setLong(2, player.value());
            insert.executeUpdate();
            result = owner(statements.prepare(WALLET_OWNER), wallet).orElse(player);
        }
    }

    private static Profile profile(ResultSet row) throws SQLException {
        long referrer = row.getLong(9);
        String language = row.getString(12);
        return new Profile(
                new PlayerId(row.getLong(1)),
                account(row),
                referrer == 0 ? null : new PlayerId(referrer),
                row.getString(10),
                row.getLong(11),
                language == null ? null : new LanguageTag(language));
    }

    private static TelegramAccount account(ResultSet row) throws SQLException {
        long telegramId = row.getLong(2);
        if (telegramId < 0) {
            return TelegramAccount.ERASED;
        }
        return new TelegramAccount(
                telegramId,
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getBoolean(7),
                row.getString(8));
    }
}
