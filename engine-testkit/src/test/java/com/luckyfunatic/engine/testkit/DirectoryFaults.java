package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.connection.TonAddress;
import com.luckyfunatic.engine.player.NamePrefix;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.referral.Friend;
import com.luckyfunatic.engine.storage.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Directories that do one thing wrong. */
final class DirectoryFaults {
    private DirectoryFaults() {}

    static final class RenewsNothing extends BrokenStorage {
        RenewsNothing(PlainStorage right) {
            super(right);
        }

        @Override
        public Profile register(Profile newcomer) {
            return findByTelegramId(newcomer.account().telegramId())
                    .orElseGet(() -> right.register(newcomer));
        }
    }

    static final class FindsNamesAnywhere extends BrokenStorage {
        FindsNamesAnywhere(PlainStorage right) {
            super(right);
        }

        @Override
        public List<Profile> findByName(NamePrefix prefix, int limit) {
            List<Profile> found = right.findByName(prefix, limit);
            NamePrefix shorter = new NamePrefix(prefix.text().substring(0, 2));
            return found.isEmpty() ? right.findByName(shorter, limit) : found;
        }
    }

    static final class ForgetsTheLanguageAtALogin extends BrokenStorage {
        ForgetsTheLanguageAtALogin(PlainStorage right) {
            super(right);
        }

        @Override
        public Profile register(Profile newcomer) {
            PlayerId player = right.register(newcomer).id();
            return right.chooseLanguage(player, newcomer.chosenLanguage()).orElseThrow();
        }
    }

    static final class KeepsTheWalletsOfAnErasedPlayer extends BrokenStorage {
        private final Map<TonAddress, PlayerId> claimed = new ConcurrentHashMap<>();

        KeepsTheWalletsOfAnErasedPlayer(PlainStorage right) {
            super(right);
        }

        @Override
        public PlayerId claimWallet(TonAddress wallet, PlayerId player) {
            claimed.put(wallet, player);
            return right.claimWallet(wallet, player);
        }

        @Override
        public void erase(PlayerId player) {
            right.erase(player);
            claimed.forEach(right::claimWallet);
        }
    }

    /** Looks who it is and renews that profile then, whatever has become of it. */
    static final class LetsALoginUndoAnErasure extends BrokenStorage {
        private final Map<PlayerId, Profile> revived = new ConcurrentHashMap<>();

        LetsALoginUndoAnErasure(PlainStorage right) {
            super(right);
        }

        @Override
        public Profile register(Profile newcomer) {
            Profile known = findByTelegramId(newcomer.account().telegramId()).orElse(null);
            meetAnother();
            if (known == null) {
                return right.register(newcomer);
            }
            Profile renewed = known.with(newcomer.account());
            revived.put(known.id(), renewed);
            return renewed;
        }

        @Override
        public void erase(PlayerId player) {
            meetAnother();
            right.erase(player);
        }

        @Override
        public Optional<Profile> profile(PlayerId player) {
            Profile renewed = revived.get(player);
            return renewed == null ? right.profile(player) : Optional.of(renewed);
        }
    }

    static final class BindsTheReferrerAnew extends BrokenStorage {
        BindsTheReferrerAnew(PlainStorage right) {
            super(right);
        }

        @Override
        public Profile register(Profile newcomer) {
            Profile p = right.register(newcomer);
            return new Profile(
                    p.id(),
                    p.account(),
                    newcomer.referrer(),
                    newcomer.campaign(),
                    p.joinedAtMillis());
        }
    }

    /** Looks first and registers then: of two at once, both believe to be new. */
    static final class RegistersTwiceAtOnce extends BrokenStorage {
        RegistersTwiceAtOnce(PlainStorage right) {
            super(right);
        }

        @Override
        public Profile register(Profile newcomer) {
            Optional<Profile> known = findByTelegramId(newcomer.account().telegramId());
            meetAnother();
            Profile registered = right.register(newcomer);
            return known.isPresent() ? registered : newcomer;
        }
    }

    static final class GivesAWalletToTheLast extends BrokenStorage {
        GivesAWalletToTheLast(PlainStorage right) {
            super(right);
        }

        @Override
        public PlayerId claimWallet(TonAddress wallet, PlayerId player) {
            right.claimWallet(wallet, player);
            return player;
        }
    }

    /** Looks first and claims then: of two at once, both believe it to be theirs. */
    static final class GivesAWalletTwiceAtOnce extends BrokenStorage {
        private final Map<TonAddress, PlayerId> owners = new ConcurrentHashMap<>();

        GivesAWalletTwiceAtOnce(PlainStorage right) {
            super(right);
        }

        @Override
        public PlayerId claimWallet(TonAddress wallet, PlayerId player) {
            PlayerId owner = owners.get(wallet);
            meetAnother();
            if (owner == null) {
                owners.put(wallet, player);
            }
            return owner == null ? player : owner;
        }
    }

    static final class TakesEmptyTextForNone extends BrokenStorage {
        TakesEmptyTextForNone(PlainStorage right) {
            super(right);
        }

        @Override
        public Profile register(Profile newcomer) {
            TelegramAccount a = newcomer.account();
            var account =
                    new TelegramAccount(
                            a.telegramId(),
                            a.firstName(),
                            orNone(a.lastName()),
                            orNone(a.username()),
                            orNone(a.languageCode()),
                            a.premium(),
                            orNone(a.photoUrl()));
            return right.register(
                    new Profile(
                            newcomer.id(),
                            account,
                            newcomer.referrer(),
                            newcomer.campaign(),
                            newcomer.joinedAtMillis()));
        }

        private static @Nullable String orNone(@Nullable String text) {
            return text == null || text.isEmpty() ? null : text;
        }
    }

    static final class RanksByWhatIsLeft extends BrokenStorage {
        RanksByWhatIsLeft(PlainStorage right) {
            super(right);
        }

        @Override
        public Page<Friend> friends(PlayerId referrer, @Nullable FriendPosition after, int limit) {
            Page<Friend> page = right.friends(referrer, after, limit);
            List<Friend> items = new ArrayList<>(page.items());
            items.sort(Comparator.comparingLong(this::balance).reversed());
            return new Page<>(items, page.hasMore());
        }

        private long balance(Friend friend) {
            return find(friend.profile().id()).map(state -> state.wallet().funz()).orElse(0L);
        }
    }

    /** Goes on behind everyone with the same score, so that ties across pages are lost. */
    static final class SkipsTies extends BrokenStorage {
        SkipsTies(PlainStorage right) {
            super(right);
        }

        @Override
        public Page<Friend> friends(PlayerId referrer, @Nullable FriendPosition after, int limit) {
            FriendPosition behindTies =
                    after == null
                            ? null
                            : new FriendPosition(after.funzEarned(), new PlayerId(Long.MAX_VALUE));
            return right.friends(referrer, behindTies, limit);
        }
    }

    static final class LeavesOutWhoHasNotStarted extends BrokenStorage {
        LeavesOutWhoHasNotStarted(PlainStorage right) {
            super(right);
        }

        @Override
        public Page<Friend> friends(PlayerId referrer, @Nullable FriendPosition after, int limit) {
            Page<Friend> page = right.friends(referrer, after, limit);
            return new Page<>(
                    page.items().stream()
                            .filter(friend -> find(friend.profile().id()).isPresent())
                            .toList(),
                    page.hasMore());
        }
    }
}
