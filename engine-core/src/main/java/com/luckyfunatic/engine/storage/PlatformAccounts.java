package com.luckyfunatic.engine.storage;

import com.luckyfunatic.engine.platform.PlatformAccountId;
import com.luckyfunatic.engine.player.PlayerId;
import java.util.Optional;

/**
 * Which player has which account on the platform: one each, for good unless the player is erased.
 * Thread-safe; every method may block.
 */
public interface PlatformAccounts {
    /** How an attempt to link ended. */
    enum LinkOutcome {
        /** The two belong together, since now or before. */
        LINKED,
        /** The player has another account. */
        PLAYER_HAS_ANOTHER,
        /** The account is another player's, and the player has none. */
        ACCOUNT_TAKEN
    }

    /**
     * Links a player and an account, neither of which may have another. Of two calls at once for
     * one of them, one links. It returns when that is durable.
     *
     * @throws StorageUnavailableException when the store is away or full
     */
    LinkOutcome link(PlayerId player, PlatformAccountId account);

    /**
     * Unlinks {@code player}: the account is nobody's then. Of a player without one it is no error.
     * It returns when that is durable.
     *
     * @throws StorageUnavailableException when the store is away or full
     */
    void unlink(PlayerId player);

    /** Returns the account of {@code player}; empty when there is none. */
    Optional<PlatformAccountId> accountOf(PlayerId player);

    /** Returns whose account {@code account} is; empty when it is nobody's. */
    Optional<PlayerId> ownerOf(PlatformAccountId account);
}
