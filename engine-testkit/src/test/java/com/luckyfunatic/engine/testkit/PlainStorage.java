package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.account.Admissions;
import com.luckyfunatic.engine.connection.TonAddress;
import com.luckyfunatic.engine.platform.PlatformAccountId;
import com.luckyfunatic.engine.player.LanguageTag;
import com.luckyfunatic.engine.player.NamePrefix;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.referral.Friend;
import com.luckyfunatic.engine.storage.ActiveSessions;
import com.luckyfunatic.engine.storage.AuditStore;
import com.luckyfunatic.engine.storage.Campaigns;
import com.luckyfunatic.engine.storage.CatalogReleases;
import com.luckyfunatic.engine.storage.CommandHandler;
import com.luckyfunatic.engine.storage.FollowUpQueue;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Leaderboards;
import com.luckyfunatic.engine.storage.MinigameRuns;
import com.luckyfunatic.engine.storage.OperatorActions;
import com.luckyfunatic.engine.storage.Operators;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import com.luckyfunatic.engine.storage.PlatformAccounts;
import com.luckyfunatic.engine.storage.PlayerDirectory;
import com.luckyfunatic.engine.storage.PlayerStore;
import com.luckyfunatic.engine.storage.PopupWaves;
import com.luckyfunatic.engine.storage.PrizeRuns;
import com.luckyfunatic.engine.storage.Raffles;
import com.luckyfunatic.engine.storage.SessionHistory;
import com.luckyfunatic.engine.storage.StarsRefunds;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.storage.StockLedger;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.storage.SupportPlans;
import com.luckyfunatic.engine.storage.Tournaments;
import com.luckyfunatic.engine.storage.TransferOutbox;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The plainest storage that keeps every promise: models under one lock. It can be opened again
 * after it was closed. The contracts' own tests break it on purpose.
 */
final class PlainStorage implements GameStorage, PlayerStore, PlayerDirectory, FollowUpQueue {
    private static final Comparator<Friend> RANKING =
            Comparator.comparingLong(Friend::funzEarned)
                    .reversed()
                    .thenComparing(friend -> friend.profile().id());

    private static final Comparator<PendingFollowUp> BY_WAIT =
            Comparator.comparingLong(PendingFollowUp::waitsSinceMillis)
                    .thenComparingLong(PendingFollowUp::id);

    private final Map<PlayerId, ModelPlayer> models = new LinkedHashMap<>();
    private final Map<Long, Profile> profiles = new LinkedHashMap<>();
    private final Map<PlayerId, Profile> erased = new LinkedHashMap<>();
    private final Map<TonAddress, PlayerId> wallets = new LinkedHashMap<>();
    private final List<PendingFollowUp> waiting = new ArrayList<>();

    /** Texts that were stored as commands, by the operations of their follow-ups. */
    private final Map<OperationId, String> texts = new HashMap<>();

    /** The commands that were known by such texts. */
    private final Map<String, Command> commands = new HashMap<>();

    private final Map<String, Dropped> dropped = new HashMap<>();
    private final Leaderboards leaderboards = new ModelLeaderboards();
    private final MinigameRuns minigameRuns = new ModelMinigameRuns();
    private final Raffles raffles = new ModelRaffles();
    private final StockLedger stock = new ModelStock();
    private final Admissions admissions = new PlainAdmissions();
    private final Campaigns campaigns = new ModelCampaigns(this::registered, this::find);
    private final Operators operators = new ModelOperators(this::requireOpen);
    private final OperatorActions operatorActions = new ModelOperatorActions(this::requireOpen);
    private final CatalogReleases catalogReleases = new ModelCatalogReleases(this::requireOpen);
    private final AuditStore audit = new ModelAudit(operatorActions, this::requireOpen);
    private final SupportPlans supportPlans = new ModelSupportPlans(this::requireOpen);
    private final StarsRefunds starsRefunds = new ModelStarsRefunds(this::requireOpen);
    private final PlatformAccounts platformAccounts = new Links();
    private final TransferOutbox transferOutbox = new ModelOutbox();
    private final Tournaments tournaments = new ModelTournaments();
    private final PopupWaves popupWaves = new ModelPopupWaves();
    private final PrizeRuns prizeRuns = new ModelPrizeRuns();
    private long followUps;
    private long greatestId;
    private boolean closed;

    synchronized PlainStorage open() {
        closed = false;
        return this;
    }

    @Override
    public synchronized Answer execute(CommandEnvelope envelope, CommandHandler handler) {
        requireOpen();
        PlayerId player = envelope.player();
        ModelPlayer model = models.computeIfAbsent(player, _ -> new ModelPlayer());
        int changes = model.changes().size();
        int called = model.followUps().size();
        Answer answer = model.execute(envelope, handler);
        greatestId = Math.max(greatestId, player.value());
        for (StateChange change : model.changes().subList(changes, model.changes().size())) {
            greatestId = Math.max(greatestId, change.id());
        }
        long at = changes < model.changes().size() ? model.changes().getLast().atMillis() : 0;
        for (FollowUp each : model.followUps().subList(called, model.followUps().size())) {
            waiting.add(new PendingFollowUp(++followUps, each, at));
        }
        return answer;
    }

    @Override
    public synchronized Optional<PlayerState> find(PlayerId player) {
        requireOpen();
        return Optional.ofNullable(models.get(player)).map(ModelPlayer::state);
    }

    @Override
    public synchronized Optional<Answer> operation(PlayerId player, OperationId id) {
        requireOpen();
        return Optional.ofNullable(models.get(player)).map(model -> model.operation(id));
    }

    @Override
    public synchronized Page<StateChange> history(PlayerId player, long beforeSequence, int limit) {
        requireOpen();
        Page.requireLimit(limit);
        ModelPlayer model = models.get(player);
        if (model == null) {
            return new Page<>(List.of(), false);
        }
        List<StateChange> read =
                model.changes().reversed().stream()
                        .filter(change -> change.sequence() < beforeSequence)
                        .limit(limit + 1L)
                        .toList();
        return Page.ofOneMore(read, limit);
    }

    @Override
    public synchronized Profile register(Profile newcomer) {
        requireOpen();
        greatestId = Math.max(greatestId, newcomer.id().value());
        return profiles.merge(
                newcomer.account().telegramId(),
                newcomer,
                (known, _) -> known.with(newcomer.account()));
    }

    @Override
    public synchronized Optional<Profile> profile(PlayerId player) {
        requireOpen();
        return all().filter(profile -> profile.id().equals(player)).findFirst();
    }

    @Override
    public synchronized Optional<Profile> chooseLanguage(
            PlayerId player, @Nullable LanguageTag language) {
        Optional<Profile> chosen =
                profile(player)
                        .filter(profile -> !profile.isErased())
                        .map(profile -> profile.speaking(language));
        chosen.ifPresent(profile -> profiles.put(profile.account().telegramId(), profile));
        return chosen;
    }

    @Override
    public synchronized Optional<Profile> findByTelegramId(long telegramId) {
        requireOpen();
        return Optional.ofNullable(profiles.get(telegramId));
    }

    @Override
    public synchronized List<Profile> findByName(NamePrefix prefix, int limit) {
        requireOpen();
        Page.requireLimit(limit);
        return profiles.values().stream()
                .filter(profile -> prefix.isOf(profile.account()))
                .sorted(Comparator.comparing(Profile::id))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<PlayerId> idsAfter(long after, int limit) {
        requireOpen();
        Page.requireLimit(limit);
        return Stream.concat(profiles.values().stream(), erased.values().stream())
                .map(Profile::id)
                .filter(id -> id.value() > after)
                .sorted()
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Page<Friend> friends(
            PlayerId referrer, @Nullable FriendPosition after, int limit) {
        requireOpen();
        Page.requireLimit(limit);
        List<Friend> read =
                all().filter(profile -> referrer.equals(profile.referrer()))
                        .map(this::friend)
                        .filter(friend -> isBehind(friend, after))
                        .sorted(RANKING)
                        .limit(limit + 1L)
                        .toList();
        return Page.ofOneMore(read, limit);
    }

    @Override
    public synchronized PlayerId claimWallet(TonAddress wallet, PlayerId player) {
        requireOpen();
        wallets.putIfAbsent(wallet, player);
        return wallets.getOrDefault(wallet, player);
    }

    @Override
    public synchronized void erase(PlayerId player) {
        requireOpen();
        wallets.values().removeIf(player::equals);
        profile(player)
                .filter(profile -> !profile.isErased())
                .ifPresent(profile -> {
                    profiles.remove(profile.account().telegramId());
                    erased.put(player, profile.erased());
                });
    }

    @Override
    public synchronized Optional<PlayerId> walletOwner(TonAddress wallet) {
        requireOpen();
        return Optional.ofNullable(wallets.get(wallet));
    }

    private Friend friend(Profile profile) {
        return find(profile.id())
                .map(s -> new Friend(profile, s.wallet().funzEarned(), s.rank().rank()))
                .orElse(new Friend(profile, 0, 1));
    }

    private static boolean isBehind(Friend friend, @Nullable FriendPosition after) {
        return after == null
                || friend.funzEarned() < after.funzEarned()
                || (friend.funzEarned() == after.funzEarned()
                        && friend.profile().id().compareTo(after.player()) > 0);
    }

    private synchronized List<Profile> registered() {
        requireOpen();
        return all().toList();
    }

    private Stream<Profile> all() {
        return Stream.concat(profiles.values().stream(), erased.values().stream());
    }

    @Override
    public synchronized List<PendingFollowUp> pending(int limit, long nowMillis) {
        requireOpen();
        return waiting.stream()
                .filter(each -> each.dueAtMillis() <= nowMillis)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Page<PendingFollowUp> waiting(@Nullable WaitingPosition after, int limit) {
        requireOpen();
        Page.requireLimit(limit);
        return Page.ofOneMore(
                waiting.stream()
                        .sorted(BY_WAIT)
                        .dropWhile(each -> after != null && !isBehind(each, after))
                        .limit(limit + 1L)
                        .toList(),
                limit);
    }

    private static boolean isBehind(PendingFollowUp followUp, WaitingPosition after) {
        return followUp.waitsSinceMillis() > after.sinceMillis()
                || (followUp.waitsSinceMillis() == after.sinceMillis()
                        && followUp.id() > after.id());
    }

    @Override
    public synchronized Optional<PendingFollowUp> findWaiting(
            PlayerId player, OperationId operationId) {
        requireOpen();
        return waiting.stream()
                .filter(each ->
                        each.player().equals(player) && each.operationId().equals(operationId))
                .findFirst();
    }

    /** As {@link StorageFixture#exchangeCommand} has it: a text that this storage made is known. */
    synchronized String exchangeCommand(PendingFollowUp followUp, String stored) {
        PendingFollowUp present = present(followUp).orElseThrow();
        String before =
                texts.getOrDefault(present.operationId(), "command of " + present.operationId());
        if (present.command() != null) {
            commands.put(before, present.command());
        }
        texts.put(present.operationId(), stored);
        waiting.set(
                waiting.indexOf(present),
                new PendingFollowUp(
                        present.id(),
                        present.player(),
                        present.operationId(),
                        commands.get(stored),
                        present.dueAtMillis(),
                        present.queuedAtMillis(),
                        present.failures()));
        return before;
    }

    private Optional<PendingFollowUp> present(PendingFollowUp followUp) {
        requireOpen();
        return waiting.stream().filter(each -> each.id() == followUp.id()).findFirst();
    }

    @Override
    public synchronized void complete(PendingFollowUp followUp) {
        present(followUp).ifPresent(waiting::remove);
    }

    @Override
    public synchronized void postpone(PendingFollowUp followUp) {
        present(followUp)
                .ifPresent(each -> {
                    waiting.remove(each);
                    waiting.add(each.renumbered(++followUps));
                });
    }

    @Override
    public synchronized void noteFailure(PendingFollowUp followUp, long atMillis, String reason) {
        present(followUp)
                .ifPresent(
                        each -> waiting.set(waiting.indexOf(each), each.failed(atMillis, reason)));
    }

    @Override
    public synchronized Dropped drop(FollowUp followUp, OperationId by, long atMillis) {
        findWaiting(followUp.player(), followUp.operationId()).ifPresent(waiting::remove);
        return dropped.computeIfAbsent(key(followUp), _ -> new Dropped(by, atMillis));
    }

    @Override
    public synchronized Optional<Dropped> dropped(PlayerId player, OperationId operationId) {
        requireOpen();
        return Optional.ofNullable(dropped.get(player + " " + operationId.value()));
    }

    private static String key(FollowUp followUp) {
        return followUp.player() + " " + followUp.operationId().value();
    }

    @Override
    public Campaigns campaigns() {
        return campaigns;
    }

    @Override
    public TransferOutbox transferOutbox() {
        return transferOutbox;
    }

    @Override
    public Tournaments tournaments() {
        requireOpen();
        return tournaments;
    }

    @Override
    public PopupWaves popupWaves() {
        return popupWaves;
    }

    @Override
    public PrizeRuns prizeRuns() {
        return prizeRuns;
    }

    @Override
    public synchronized long greatestId() {
        return greatestId;
    }

    @Override
    public synchronized void checkAvailable() {
        requireOpen();
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    private void requireOpen() {
        if (closed) {
            throw new StorageUnavailableException("closed");
        }
    }

    @Override
    public Admissions admissions() {
        return admissions;
    }

    @Override
    public CatalogReleases catalogReleases() {
        return catalogReleases;
    }

    @Override
    public Operators operators() {
        return operators;
    }

    @Override
    public OperatorActions operatorActions() {
        return operatorActions;
    }

    @Override
    public AuditStore audit() {
        return audit;
    }

    @Override
    public StarsRefunds starsRefunds() {
        return starsRefunds;
    }

    @Override
    public SupportPlans supportPlans() {
        return supportPlans;
    }

    @Override
    public PlatformAccounts platformAccounts() {
        return platformAccounts;
    }

    @Override
    public synchronized Leaderboards leaderboards() {
        requireOpen();
        return leaderboards;
    }

    @Override
    public MinigameRuns minigameRuns() {
        return minigameRuns;
    }

    @Override
    public synchronized StockLedger stock() {
        requireOpen();
        return stock;
    }

    @Override
    public Raffles raffles() {
        return raffles;
    }

    @Override
    public ActiveSessions activeSessions() {
        throw new UnsupportedOperationException("not for the facade's tests");
    }

    @Override
    public SessionHistory sessionHistory() {
        throw new UnsupportedOperationException("not for the facade's tests");
    }

    @Override
    public InstantSource clock() {
        return InstantSource.system();
    }

    @Override
    public PlayerStore players() {
        return this;
    }

    @Override
    public PlayerDirectory directory() {
        return this;
    }

    @Override
    public FollowUpQueue followUps() {
        return this;
    }

    /** Under the lock of the storage, as everything. */
    private final class Links implements PlatformAccounts {
        private final Map<PlayerId, PlatformAccountId> links = new LinkedHashMap<>();

        @Override
        public LinkOutcome link(PlayerId player, PlatformAccountId account) {
            synchronized (PlainStorage.this) {
                requireOpen();
                PlatformAccountId own = links.get(player);
                if (own == null && links.containsValue(account)) {
                    return LinkOutcome.ACCOUNT_TAKEN;
                }
                if (own == null) {
                    links.put(player, account);
                    return LinkOutcome.LINKED;
                }
                return own.equals(account) ? LinkOutcome.LINKED : LinkOutcome.PLAYER_HAS_ANOTHER;
            }
        }

        @Override
        public void unlink(PlayerId player) {
            synchronized (PlainStorage.this) {
                requireOpen();
                links.remove(player);
            }
        }

        @Override
        public Optional<PlatformAccountId> accountOf(PlayerId player) {
            synchronized (PlainStorage.this) {
                requireOpen();
                return Optional.ofNullable(links.get(player));
            }
        }

        @Override
        public Optional<PlayerId> ownerOf(PlatformAccountId account) {
            synchronized (PlainStorage.this) {
                requireOpen();
                return links.entrySet().stream()
                        .filter(link -> link.getValue().equals(account))
                        .map(Map.Entry::getKey)
                        .findFirst();
            }
        }
    }
}
