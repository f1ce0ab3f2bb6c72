package com.luckyfunatic.engine.storage;

import com.luckyfunatic.engine.connection.TonAddress;
import com.luckyfunatic.engine.player.LanguageTag;
import com.luckyfunatic.engine.player.NamePrefix;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.referral.Friend;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who the players are, and who invited whom. Thread-safe; every method may block. */
public interface PlayerDirectory {
    /**
     * Returns the profile of a Telegram account, registering it first if it is not known. Of two
     * calls at once for one account, one registers.
     *
     * <p>For a known account only the shown data (names, language, premium, picture) are renewed;
     * identity, referrer, campaign and the chosen language stay. It returns when that is durable.
     *
     * @param newcomer what to register; all but its account is ignored for a known one
     * @throws StorageUnavailableException when the store is away or full
     */
    Profile register(Profile newcomer);

    /** Returns who {@code player} is. */
    Optional<Profile> profile(PlayerId player);

    /**
     * Chooses the language of {@code player}, which later logins do not change; null for that of
     * the Telegram account. It returns when that is durable.
     *
     * @return the profile after it; empty when there is no such player, or they are erased
     * @throws StorageUnavailableException when the store is away or full
     */
    Optional<Profile> chooseLanguage(PlayerId player, @Nullable LanguageTag language);

    /** Returns the player with the Telegram account {@code telegramId}. */
    Optional<Profile> findByTelegramId(long telegramId);

    /**
     * Returns players whose first name or user name begins with a spelling of {@code prefix}, each
     * once, by id. Of more than {@code limit} some are left out.
     *
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    List<Profile> findByName(NamePrefix prefix, int limit);

    /**
     * Returns the ids of registered players in their order, also of those whose data was erased.
     *
     * @param after only greater ids; 0 for all
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    List<PlayerId> idsAfter(long after, int limit);

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

    /**
     * Forgets who {@code player} is: of the profile stay id, referrer, campaign and time of joining
     * ({@link Profile#erased}); the Telegram account and the wallets are nobody's, and free for
     * another player. It returns when that is durable. Of nobody, or again, it is no error.
     *
     * @throws StorageUnavailableException when the store is away or full
     */
    void erase(PlayerId player);

    /** A place in the friends' ranking. */
    record FriendPosition(long funzEarned, PlayerId player) {
        /** Returns the place of {@code friend}. */
        public static FriendPosition of(Friend friend) {
            return new FriendPosition(friend.funzEarned(), friend.profile().id());
        }
    }
}
