package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.platform.PlatformAccountId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.PlatformAccounts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Links in both directions, under one lock. Thread-safe. */
final class MemoryPlatformAccounts implements PlatformAccounts {
    private final Map<PlayerId, PlatformAccountId> byPlayer = new HashMap<>();
    private final Map<PlatformAccountId, PlayerId> byAccount = new HashMap<>();
    private final OpenState open;

    MemoryPlatformAccounts(OpenState open) {
        this.open = open;
    }

    @Override
    public synchronized LinkOutcome link(PlayerId player, PlatformAccountId account) {
        open.require();
        PlatformAccountId own = byPlayer.get(player);
        if (own != null) {
            return own.equals(account) ? LinkOutcome.LINKED : LinkOutcome.PLAYER_HAS_ANOTHER;
        }
        if (byAccount.putIfAbsent(account, player) != null) {
            return LinkOutcome.ACCOUNT_TAKEN;
        }
        byPlayer.put(player, account);
        return LinkOutcome.LINKED;
    }

    @Override
    public synchronized void unlink(PlayerId player) {
        open.require();
        PlatformAccountId account = byPlayer.remove(player);
        if (account != null) {
            byAccount.remove(account);
        }
    }

    @Override
    public synchronized Optional<PlatformAccountId> accountOf(PlayerId player) {
        open.require();
        return Optional.ofNullable(byPlayer.get(player));
    }

    @Override
    public synchronized Optional<PlayerId> ownerOf(PlatformAccountId account) {
        open.require();
        return Optional.ofNullable(byAccount.get(account));
    }
}
