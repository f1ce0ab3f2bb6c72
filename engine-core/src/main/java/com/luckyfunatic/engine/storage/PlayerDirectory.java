package com.luckyfunatic.engine.storage;

import com.luckyfunatic.engine.connection.TonAddress;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.referral.Friend;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who the players are, and who invited whom. Thread-safe; every method may block. */
public interface PlayerDirectory {
    /**
     * Returns the profile of a Telegram account, registering it first if it is not known. Of two
     * calls at once for one account, one registers.
     *
     * <p>For a known account only the shown data (names, language, premium, picture) are renewed;
     * identity, referrer and campaign stay as they were first given. It returns when that is
     * durable.
     *
     * @param newcomer what to register; its id and referrer are ignored for a known account
     * @throws StorageUnavailableException when the store is away or full
     */
    Profile register(Profile newcomer);

    /** Returns who {@code player} is. */
    Optional<Profile> profile(PlayerId player);

    /** Returns the player with the Telegram account {@code telegramId}. */
    Optional<Profile> findByTelegramId(long telegramId);

    /**
     * Returns players whom {@code referrer} invited, by lifetime funz, most first; equal ones by
     * id, smallest first. One whose game has not started has earned nothing and has rank 1. The
     * order may lag behind the game by a minute.
     *
     * @param after the last friend of the page before; null for the first page
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    Page<Friend> friends(PlayerId referrer, @Nullable FriendPosition after, int limit);

    /**
     * Returns whose wallet {@code wallet} is, making it {@code player}'s first if it is nobody's.
     * Of two players at once, one gets it. A wallet that is somebody's stays theirs. It returns
     * when that is durable.
     *
     * @throws StorageUnavailableException when the store is away or full
     */
    PlayerId claimWallet(TonAddress wallet, PlayerId player);

    /** Returns whose wallet {@code wallet} is; empty when it is nobody's. */
    Optional<PlayerId> walletOwner(TonAddress wallet);

    /** A place in the friends' ranking. */
    record FriendPosition(long funzEarned, PlayerId player) {
        /** Returns the place of {@code friend}. */
        public static FriendPosition of(Friend friend) {
            return new FriendPosition(friend.funzEarned(), friend.profile().id());
        }
    }
}
