package com.luckyfunatic.storage.memory;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.connection.TonAddress;
import com.luckyfunatic.engine.player.LanguageTag;
import com.luckyfunatic.engine.player.NamePrefix;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.rank.RankState;
import com.luckyfunatic.engine.referral.Friend;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PlayerDirectory;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Profiles by account and by player, and whose a wallet is. Thread-safe. */
final class MemoryPlayerDirectory implements PlayerDirectory {
    private static final Comparator<FriendPosition> RANKING =
            comparingLong(FriendPosition::funzEarned)
                    .reversed()
                    .thenComparing(FriendPosition::player);

    private final ConcurrentMap<Long, Registration> byAccount = new ConcurrentHashMap<>();
    private final ConcurrentMap<PlayerId, Registration> byPlayer = new ConcurrentHashMap<>();
    private final ConcurrentMap<PlayerId, Queue<Registration>> byReferrer =
            new ConcurrentHashMap<>();
    private final ConcurrentMap<TonAddress, PlayerId> byWallet = new ConcurrentHashMap<>();
    private final MemoryPlayerStore players;
    private final MemoryCampaigns campaigns;
    private final OpenState open;

    MemoryPlayerDirectory(MemoryPlayerStore players, MemoryCampaigns campaigns, OpenState open) {
        this.players = players;
        this.campaigns = campaigns;
        this.open = open;
    }

    @Override
    public Profile register(Profile newcomer) {
        open.require();
        var result = new AtomicReference<>(newcomer);
        // As one step, or an erasure in between would be undone.
        byAccount.compute(
                newcomer.account().telegramId(),
                (_, known) -> {
                    Registration registration = known == null ? added(newcomer) : known;
                    result.set(registration.change(profile -> profile.with(newcomer.account())));
                    return registration;
                });
        return result.get();
    }

    private Registration added(Profile newcomer) {
        var registration = new Registration(newcomer);
        byPlayer.put(newcomer.id(), registration);
        PlayerId referrer = newcomer.referrer();
        if (referrer != null) {
            byReferrer
                    .computeIfAbsent(referrer, _ -> new ConcurrentLinkedQueue<>())
                    .add(registration);
        }
        String campaign = newcomer.campaign();
        if (campaign != null) {
            campaigns.arrived(newcomer.id(), campaign, Days.epochDay(newcomer.joinedAtMillis()));
        }
        return registration;
    }

    @Override
    public Optional<Profile> profile(PlayerId player) {
        open.require();
        return Optional.ofNullable(byPlayer.get(player)).map(Registration::profile);
    }

    @Override
    public Optional<Profile> chooseLanguage(PlayerId player, @Nullable LanguageTag language) {
        open.require();
        return Optional.ofNullable(byPlayer.get(player))
                .map(known ->
                        known.change(profile ->
                                profile.isErased() ? profile : profile.speaking(language)))
                .filter(profile -> !profile.isErased());
    }

    @Override
    public Optional<Profile> findByTelegramId(long telegramId) {
        open.require();
        return Optional.ofNullable(byAccount.get(telegramId)).map(Registration::profile);
    }

    @Override
    public List<Profile> findByName(NamePrefix prefix, int limit) {
        open.require();
        Page.requireLimit(limit);
        return byAccount.values().stream()
                .map(Registration::profile)
                .filter(profile -> prefix.isOf(profile.account()))
                .sorted(comparing(Profile::id))
                .limit(limit)
                .toList();
    }

    @Override
    public List<PlayerId> idsAfter(long after, int limit) {
        open.require();
        Page.requireLimit(limit);
        return byPlayer.keySet().stream()
                .filter(id -> id.value() > after)
                .sorted()
                .limit(limit)
                .toList();
    }

    @Override
    public Page<Friend> friends(PlayerId referrer, @Nullable FriendPosition after, int limit) {
        open.require();
        Page.requireLimit(limit);
        Queue<Registration> invited = byReferrer.get(referrer);
        if (invited == null) {
            return new Page<>(List.of(), false);
        }
        List<Friend> read =
                invited.stream()
                        .map(this::friend)
                        .filter(each -> isBehind(each, after))
                        .sorted(comparing(FriendPosition::of, RANKING))
                        .limit(limit + 1L)
                        .toList();
        return Page.ofOneMore(read, limit);
    }

    @Override
    public PlayerId claimWallet(TonAddress wallet, PlayerId player) {
        open.require();
        return byWallet.computeIfAbsent(wallet, _ -> player);
    }

    @Override
    public void erase(PlayerId player) {
        open.require();
        byWallet.values().removeIf(player::equals);
        Registration registration = byPlayer.get(player);
        if (registration != null && !registration.profile().isErased()) {
            byAccount.computeIfPresent(
                    registration.profile().account().telegramId(),
                    (_, known) -> {
                        if (known != registration) {
                            return known;
                        }
                        registration.change(Profile::erased);
                        return null;
                    });
        }
    }

    @Override
    public Optional<PlayerId> walletOwner(TonAddress wallet) {
        open.require();
        return Optional.ofNullable(byWallet.get(wallet));
    }

    private Friend friend(Registration registration) {
        Profile profile = registration.profile();
        PlayerState state = players.state(profile.id());
        return state == null
                ? new Friend(profile, 0, RankState.FIRST.rank())
                : new Friend(profile, state.wallet().funzEarned(), state.rank().rank());
    }

    private static boolean isBehind(Friend friend, @Nullable FriendPosition after) {
        return after == null || RANKING.compare(FriendPosition.of(friend), after) > 0;
    }

    long greatestId() {
        return byPlayer.keySet().stream().mapToLong(PlayerId::value).max().orElse(0);
    }

    /** A player's profile, whose shown data change. Thread-safe. */
    private static final class Registration {
        private volatile Profile profile;

        Registration(Profile profile) {
            this.profile = profile;
        }

        Profile profile() {
            return profile;
        }

        synchronized Profile change(UnaryOperator<Profile> change) {
            Profile changed = change.apply(profile);
            profile = changed;
            return changed;
        }
    }
}
