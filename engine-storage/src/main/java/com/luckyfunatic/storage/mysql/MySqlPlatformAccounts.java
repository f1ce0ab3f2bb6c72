package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.platform.PlatformAccountId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.PlatformAccounts;
import java.util.Optional;

/** The table {@code platform_account}. Thread-safe. */
final class MySqlPlatformAccounts implements PlatformAccounts {
    private final Transactions transactions;
    private final PlatformAccountRepository links;

    MySqlPlatformAccounts(Transactions transactions, PlatformAccountRepository links) {
        this.transactions = transactions;
        this.links = links;
    }

    @Override
    public LinkOutcome link(PlayerId player, PlatformAccountId account) {
        return transactions.run(_ -> {
            links.insertIfAbsent(player.value(), account.value());
            return links.findByPlayerId(player.value())
                    .map(own ->
                            own.accountId().equals(account.value())
                                    ? LinkOutcome.LINKED
                                    : LinkOutcome.PLAYER_HAS_ANOTHER)
                    .orElse(LinkOutcome.ACCOUNT_TAKEN);
        });
    }

    @Override
    public void unlink(PlayerId player) {
        transactions.runVoid(_ -> links.unlink(player.value()));
    }

    @Override
    public Optional<PlatformAccountId> accountOf(PlayerId player) {
        return transactions.run(_ ->
                links.findByPlayerId(player.value())
                        .map(row -> new PlatformAccountId(row.accountId())));
    }

    @Override
    public Optional<PlayerId> ownerOf(PlatformAccountId account) {
        return transactions.run(_ ->
                links.findByAccountId(account.value()).map(row -> new PlayerId(row.playerId())));
    }
}
