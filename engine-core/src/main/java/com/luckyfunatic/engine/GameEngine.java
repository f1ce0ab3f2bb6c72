package com.luckyfunatic.engine;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.id.IdSource;
import com.luckyfunatic.engine.notice.NoticeRules;
import com.luckyfunatic.engine.platform.OutgoingTransfer;
import com.luckyfunatic.engine.platform.PlatformCommand;
import com.luckyfunatic.engine.platform.Transfer;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerRefusal;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.referral.StartParam;
import com.luckyfunatic.engine.session.SessionCommand.LogIn;
import com.luckyfunatic.engine.session.SessionState;
import com.luckyfunatic.engine.storage.FollowUpFailures;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The game: takes commands, applies the rules, stores what happened, answers.
 *
 * <p>It starts no thread and keeps no state of its own. Thread-safe; calls may block on the
 * storage, so call it from virtual threads. Whoever opened the storage closes it.
 */
public final class GameEngine {
    private static final Actor FOLLOW_UP = new Actor.Job("follow-up");

    private final GameStorage storage;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final IdSource ids;
    private volatile RuleHandler rules;

    private GameEngine(Builder builder, Catalog catalog) {
        storage = builder.storage;
        clock = builder.clock;
        random = builder.random;
        ids = storage.ids(builder.worker, clock);
        rules = new RuleHandler(catalog, random, ids::next);
    }

    /** Returns a game on {@code storage} with {@code catalog}, its clock and secure chance. */
    public static GameEngine on(GameStorage storage, Catalog catalog) {
        return builder(storage).build(catalog);
    }

    /** Starts a game on {@code storage} whose clock, chance or worker number is chosen. */
    public static Builder builder(GameStorage storage) {
        return new Builder(storage);
    }

    /**
     * Logs a Telegram account in, starting its game if it is new.
     *
     * @param startParam the signed start_param, which binds a new player to who invited them; null
     *     for none
     */
    public Login logIn(TelegramAccount account, @Nullable String startParam) {
        Profile profile = storage.directory().register(newcomer(account, startParam));
        boolean isNew = false;
        if (!hasLoggedIn(profile.id())) {
            Answer created =
                    execute(
                            profile.id(),
                            OperationId.own("create"),
                            new CreatePlayer(profile.referrer(), account.premium()));
            isNew = !created.repeated() && created.outcome() instanceof Outcome.Accepted;
        }
        long session = ids.next();
        PlayerState state = execute(profile.id(), new LogIn(session)).state();
        if (state == null) {
            throw new IllegalStateException("player " + profile.id() + " could not be created");
        }
        return new Login(profile, session, isNew, state);
    }

    /**
     * Whoever is there and was never let in is one whose creation had no answer: it is repeated,
     * because only its own answer says that it is safe.
     */
    private boolean hasLoggedIn(PlayerId player) {
        return storage.players()
                .find(player)
                .filter(state -> !state.session().equals(SessionState.NONE))
                .isPresent();
    }

    private Profile newcomer(TelegramAccount account, @Nullable String startParam) {
        PlayerId referrer = null;
        String campaign = null;
        switch (StartParam.parse(startParam)) {
            case StartParam.InvitedBy(long telegramId) -> {
                if (telegramId != account.telegramId()) {
                    referrer =
                            storage.directory()
                                    .findByTelegramId(telegramId)
                                    .map(Profile::id)
                                    .orElse(null);
                }
            }
            case StartParam.Campaign(String slug) -> campaign = slug;
            case StartParam.None _ -> {}
        }
        return new Profile(new PlayerId(ids.next()), account, referrer, campaign, clock.millis());
    }

    /** Carries out a player's own command; a repeat is a new intent. */
    public Answer execute(PlayerId player, Command command) {
        return execute(
                new CommandEnvelope(player, null, clock.millis(), Actor.Player.SELF, command));
    }

    /** Carries out a player's own command, at most once under its operation id. */
    public Answer execute(PlayerId player, OperationId operationId, Command command) {
        return execute(
                new CommandEnvelope(
                        player, operationId, clock.millis(), Actor.Player.SELF, command));
    }

    /**
     * Carries out a command.
     *
     * @throws com.luckyfunatic.engine.storage.StorageException when the storage cannot do its part
     */
    public Answer execute(CommandEnvelope envelope) {
        return storage.players().execute(envelope, rules);
    }

    /**
     * Carries out a command if the player's state has not changed since; a repeat gives its first
     * answer all the same.
     *
     * @param sequence which change of the player is to be the last
     * @throws StateChangedException when it is not; nothing was done, and nothing is remembered
     * @throws com.luckyfunatic.engine.storage.StorageException when the storage cannot do its part
     */
    public Answer executeAt(CommandEnvelope envelope, long sequence) {
        RuleHandler present = rules;
        return storage.players()
                .execute(
                        envelope,
                        (state, asked) -> {
                            long last = state == null ? 0 : state.sequence();
                            if (last != sequence) {
                                throw new StateChangedException(sequence, last);
                            }
                            return present.handle(state, asked);
                        });
    }

    /**
     * Returns how a command would be answered now, without carrying it out and without looking at
     * operation ids. Carried out a moment later it may come out otherwise.
     */
    public Answer preview(CommandEnvelope envelope) {
        PlayerState state = storage.players().find(envelope.player()).orElse(null);
        return rules.handle(state, envelope).answer();
    }

    /**
     * Forgets the person behind a player, whose amounts stay; what fails in the middle is finished
     * by a repeat.
     *
     * @param envelope with an {@link com.luckyfunatic.engine.player.PlayerCommand.ErasePlayer}
     * @throws com.luckyfunatic.engine.storage.StorageException when the storage cannot do its part
     */
    public Answer erase(CommandEnvelope envelope) {
        return new Erasure(storage, ids::next).erase(envelope);
    }

    /** Returns the state of {@code player}, as of its last change. */
    public Optional<PlayerState> player(PlayerId player) {
        return storage.players().find(player);
    }

    /** Returns the first answer to the operation {@code id} of {@code player}. */
    public Optional<Answer> operation(PlayerId player, OperationId id) {
        return storage.players().operation(player, id);
    }

    /**
     * Carries out commands that events of players have called for and that are due. Call it
     * regularly; several callers at once do no harm. One for a player who does not exist yet stays
     * waiting; if more wait than {@code limit}, those that failed go to the end of the queue, so
     * that the next call comes to the others. The queue tells of each how often it has failed, and
     * why the last time.
     *
     * @param limit the most to try
     * @return how many were carried out for good
     * @throws RuntimeException what the first that failed threw, after the others were carried out
     */
    public int settleFollowUps(int limit) {
        int settled = 0;
        RuntimeException failure = null;
        List<PendingFollowUp> pending = storage.followUps().pending(limit, clock.millis());
        List<PendingFollowUp> failed = new ArrayList<>();
        for (PendingFollowUp each : pending) {
            String obstacle;
            try {
                obstacle = obstacle(readable(each));
                if (obstacle == null) {
                    storage.followUps().complete(each);
                    settled++;
                    continue;
                }
            } catch (RuntimeException e) {
                obstacle = FollowUpFailures.reasonOf(e);
                failure = failure == null ? e : failure;
            }
            failed.add(each);
            failure = noted(each, obstacle, failure);
        }
        if (pending.size() == limit) {
            failed.forEach(storage.followUps()::postpone);
        }
        if (failure != null) {
            throw failure;
        }
        return settled;
    }

    /** Returns the first failure, which is not the one of noting it if there was one before. */
    private @Nullable RuntimeException noted(
            PendingFollowUp followUp, String obstacle, @Nullable RuntimeException failure) {
        try {
            storage.followUps().noteFailure(followUp, clock.millis(), obstacle);
            return failure;
        } catch (RuntimeException e) {
            return failure == null ? e : failure;
        }
    }

    /** Somebody has to look at it: it is a failure, and nothing that will mend itself. */
    private static FollowUp readable(PendingFollowUp waiting) {
        if (!waiting.isReadable()) {
            throw new StorageCorruptException(
                    "this version cannot read the follow-up %s on player %s"
                            .formatted(waiting.operationId(), waiting.player()));
        }
        return waiting.followUp();
    }

    /** Carries a follow-up out; returns what is in the way, null for nothing. */
    private @Nullable String obstacle(FollowUp followUp) {
        // A refusal would be kept under the follow-up's operation id, and answer every retry.
        if (storage.players().find(followUp.player()).isEmpty()) {
            return "the player's game has not begun";
        }
        if (followUp.command() instanceof PlatformCommand.OpenTransfer(Transfer transfer)) {
            storage.transferOutbox().add(OutgoingTransfer.open(transfer));
            return null;
        }
        return switch (execute(envelope(followUp)).outcome()) {
            case Outcome.OperationIdReused _ -> "its operation id stands for another command";
            // Kept on the queue, so that who drops it can finish that after a crash.
            case Outcome.Refused(PlayerRefusal.FollowUpDropped _) -> "an operator is dropping it";
            default -> null;
        };
    }

    private CommandEnvelope envelope(FollowUp followUp) {
        return new CommandEnvelope(
                followUp.player(),
                followUp.operationId(),
                clock.millis(),
                FOLLOW_UP,
                followUp.command());
    }

    /**
     * Begins a wave of popups if one is due: every player with an unread popup may then be shown
     * one. Call it regularly; several callers at once do no harm.
     *
     * @return whether one began
     */
    public boolean beginPopupWave() {
        return storage.popupWaves().begin(clock.millis(), NoticeRules.POPUP_WAVE_MILLIS);
    }

    /** The content in force. */
    public Catalog catalog() {
        return rules.catalog();
    }

    /**
     * Puts other content into force, for every command that starts after this. What has accrued
     * until now is paid at the rates of the content before, as long as this engine lives.
     */
    public void use(Catalog newCatalog) {
        use(newCatalog, clock.millis());
    }

    /**
     * Puts other content into force, for every command that starts after this. What has accrued
     * until {@code fromMillis} is paid at the rates of the content before: engines that are told at
     * different moments pay the same.
     *
     * @param fromMillis since when it is in force, epoch milliseconds, not in the future
     */
    public synchronized void use(Catalog newCatalog, long fromMillis) {
        rules = rules.under(newCatalog, fromMillis);
    }

    /** Returns what rules may know at {@code nowMillis}, for showing a state as of then. */
    public RuleContext contextAt(long nowMillis) {
        return new RuleContext(nowMillis, catalog(), random);
    }

    /** The storage it was built on. */
    public GameStorage storage() {
        return storage;
    }

    /** Where the ids come from that it gives out. */
    public IdSource ids() {
        return ids;
    }

    /** The clock it was built on. */
    public InstantSource clock() {
        return clock;
    }

    /** Builds an engine. Not thread-safe. */
    public static final class Builder {
        private final GameStorage storage;
        private InstantSource clock;
        private RandomGenerator random = new SecureRandom();
        private int worker;

        private Builder(GameStorage storage) {
            this.storage = storage;
            clock = storage.clock();
        }

        /** Takes the time from {@code newClock} instead of the storage's clock. */
        public Builder clock(InstantSource newClock) {
            clock = newClock;
            return this;
        }

        /** Draws from {@code random}, which must be thread-safe, instead of a secure generator. */
        public Builder random(RandomGenerator newRandom) {
            random = newRandom;
            return this;
        }

        /**
         * Makes ids as worker {@code newWorker}, 0 by default; a storage that hands out numbers
         * itself does not ask.
         */
        public Builder worker(int newWorker) {
            worker = newWorker;
            return this;
        }

        /** Returns the engine, with {@code catalog} in force. */
        public GameEngine build(Catalog catalog) {
            return new GameEngine(this, catalog);
        }
    }
}
