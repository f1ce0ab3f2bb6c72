package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.connection.TonAddress;
import com.luckyfunatic.engine.player.LanguageTag;
import com.luckyfunatic.engine.player.NamePrefix;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.referral.Friend;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PlayerDirectory;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The tables {@code account} and {@code wallet}: who the players are, and what is theirs.
 * Thread-safe.
 */
final class MySqlPlayerDirectory implements PlayerDirectory {
    private final Transactions transactions;
    private final AccountRepository accounts;
    private final CampaignRepository arrivals;

    MySqlPlayerDirectory(
            Transactions transactions, AccountRepository accounts, CampaignRepository arrivals) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.arrivals = arrivals;
    }

    @Override
    public Profile register(Profile newcomer) {
        Optional<Profile> known = findByTelegramId(newcomer.account().telegramId());
        if (known.isPresent() && known.get().account().equals(newcomer.account())) {
            return known.get();
        }
        // Also for who is known: it locks the row, or an erasure in between would be undone.
        return transactions.run(_ -> insert(newcomer));
    }

    private Profile insert(Profile newcomer) {
        TelegramAccount account = newcomer.account();
        PlayerId referrer = newcomer.referrer();
        accounts.insertIfAbsent(
                newcomer.id().value(),
                account.telegramId(),
                account.firstName(),
                account.lastName(),
                account.username(),
                account.languageCode(),
                account.premium(),
                account.photoUrl(),
                referrer == null ? null : referrer.value(),
                newcomer.campaign(),
                newcomer.joinedAtMillis(),
                text(newcomer.chosenLanguage()));
        Profile stored = renew(newcomer);
        if (stored.id().equals(newcomer.id())) {
            MySqlCampaigns.arrived(stored, arrivals);
        }
        return stored;
    }

    /** Shows the stored account as its owner shows it now. */
    private Profile renew(Profile newcomer) {
        TelegramAccount shown = newcomer.account();
        Profile stored =
                accounts.findByTelegramId(shown.telegramId())
                        .map(AccountRow::toProfile)
                        .orElseThrow(() ->
                                new StorageCorruptException(
                                        "player id "
                                                + newcomer.id()
                                                + " belongs to another account"));
        if (stored.account().equals(shown)) {
            return stored;
        }
        accounts.renew(
                stored.id().value(),
                shown.firstName(),
                shown.lastName(),
                shown.username(),
                shown.languageCode(),
                shown.premium(),
                shown.photoUrl());
        return stored.with(shown);
    }

    @Override
    public Optional<Profile> profile(PlayerId player) {
        return transactions.run(
                _ -> accounts.findByPlayerId(player.value()).map(AccountRow::toProfile));
    }

    @Override
    public Optional<Profile> chooseLanguage(PlayerId player, @Nullable LanguageTag language) {
        return transactions.run(_ -> {
            accounts.chooseLanguage(player.value(), text(language));
            return accounts.findByPlayerId(player.value())
                    .map(AccountRow::toProfile)
                    .filter(profile -> !profile.isErased());
        });
    }

    private static @Nullable String text(@Nullable LanguageTag language) {
        return language == null ? null : language.value();
    }

    @Override
    public Optional<Profile> findByTelegramId(long telegramId) {
        if (telegramId < 1) {
            return Optional.empty();
        }
        return transactions.run(
                _ -> accounts.findByTelegramId(telegramId).map(AccountRow::toProfile));
    }

    @Override
    public List<Profile> findByName(NamePrefix prefix, int limit) {
        Page.requireLimit(limit);
        return transactions.run(_ -> {
            NavigableMap<PlayerId, Profile> found = new TreeMap<>();
            for (String spelling : prefix.spellings()) {
                String pattern = spelling.replaceAll("[!%_]", "!$0") + "%";
                List<AccountRow> rows = new ArrayList<>(accounts.byFirstName(pattern, limit));
                rows.addAll(accounts.byUsername(pattern, limit));
                rows.stream()
                        .map(AccountRow::toProfile)
                        .forEach(profile -> found.put(profile.id(), profile));
            }
            return found.values().stream().limit(limit).toList();
        });
    }

    @Override
    public List<PlayerId> idsAfter(long after, int limit) {
        Page.requireLimit(limit);
        return transactions.run(
                _ -> accounts.idsAfter(after, limit).stream().map(PlayerId::new).toList());
    }

    @Override
    public Page<Friend> friends(PlayerId referrer, @Nullable FriendPosition after, int limit) {
        Page.requireLimit(limit);
        long funz = after == null ? Long.MAX_VALUE : after.funzEarned();
        long id = after == null ? 0 : after.player().value();
        List<Friend> friends =
                transactions.run(_ ->
                        accounts.friendsAfter(referrer.value(), funz, id, limit + 1).stream()
                                .map(AccountRow::toFriend)
                                .toList());
        return Page.ofOneMore(friends, limit);
    }

    @Override
    public PlayerId claimWallet(TonAddress wallet, PlayerId player) {
        return transactions.run(_ -> {
            accounts.insertWalletIfAbsent(wallet.value(), player.value());
            return owner(wallet).orElseThrow();
        });
    }

    @Override
    public void erase(PlayerId player) {
        transactions.runVoid(_ -> {
            accounts.erase(player.value());
            accounts.freeWallets(player.value());
        });
    }

    @Override
    public Optional<PlayerId> walletOwner(TonAddress wallet) {
        return transactions.run(_ -> owner(wallet));
    }

    private Optional<PlayerId> owner(TonAddress wallet) {
        return accounts.walletOwner(wallet.value()).map(PlayerId::new);
    }
}
