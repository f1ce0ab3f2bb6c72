package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.RuleHandler;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.id.SnowflakeIds;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.CommandHandler;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.storage.StorageConflictException;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/**
 * What all contracts share: a storage and a clock per test, players of its own, and the {@link
 * Invariants} of every player a test has touched, checked after it.
 */
@Timeout(120)
public abstract class StorageContract {
    /** The most follow-ups the contracts ask for at once. */
    protected static final int FOLLOW_UPS_MAX = 1_000;

    /** For commands that must not reach the rules. */
    protected static final CommandHandler MUST_NOT_BE_CALLED =
            (_, envelope) -> {
                throw new AssertionError("the handler was called for " + envelope);
            };

    private static final int ATTEMPTS_MAX = 1_000;

    /** The time of the test; it stands still unless the test moves it. */
    protected final SettableClock clock = new SettableClock();

    private final Observations observations = new Observations();
    private StorageFixture fixture;
    private GameStorage storage;
    private SnowflakeIds ids;

    /** Returns a fixture for one test. */
    protected abstract StorageFixture newFixture();

    /** Opens the storage. */
    @BeforeEach
    public final void openStorage() {
        fixture = newFixture();
        storage = opened();
        ids = new SnowflakeIds(0, clock, storage.greatestId());
    }

    /** Checks the invariants, then closes the storage and leaves nothing behind. */
    @AfterEach
    public final void checkInvariantsAndClose() {
        try (StorageFixture _ = fixture;
                GameStorage _ = storage) {
            new Invariants(storage, capabilities()).check(observations);
            pendingFollowUps().forEach(storage.followUps()::complete);
        }
    }

    private GameStorage opened() {
        return new ObservedStorage(fixture.open(), observations);
    }

    /** Closes the storage and opens it again; the store must be durable. */
    protected final void reopen() {
        storage.close();
        storage = opened();
        ids = new SnowflakeIds(0, clock, storage.greatestId());
    }

    /** The storage under test. */
    protected final GameStorage storage() {
        return storage;
    }

    /** In what the store differs from others. */
    protected final StoreCapabilities capabilities() {
        return fixture.capabilities();
    }

    /** Brings the friends' ranking and the queue of follow-ups up to date. */
    protected final void settle() {
        fixture.settle(plain());
    }

    private GameStorage plain() {
        return storage instanceof ObservedStorage o ? o.observed() : storage;
    }

    /** Stores another text as the command of a follow-up, as {@link StorageFixture} does. */
    protected final Optional<String> exchangeCommand(PendingFollowUp followUp, String stored) {
        return fixture.exchangeCommand(plain(), followUp, stored);
    }

    /** Returns a new id, greater than every id in the storage. */
    protected final long nextId() {
        return ids.next();
    }

    /** Returns the id of a player whom nobody knows yet. */
    protected final PlayerId unknownPlayer() {
        return new PlayerId(nextId());
    }

    /** Returns the rules under {@link TestCatalogs#full()}. */
    protected final RuleHandler rules() {
        return rules(TestCatalogs.full());
    }

    /** Returns the rules under {@code catalog}. */
    protected final RuleHandler rules(Catalog catalog) {
        return new RuleHandler(catalog, Seeds.random(1), this::nextId);
    }

    /** Returns a new player who holds nothing. */
    protected final PlayerId newPlayer() {
        return newPlayer(0, 0);
    }

    /** Returns a new player with these balances. */
    protected final PlayerId newPlayer(long funz, long jokers) {
        return newPlayer(rules(TestCatalogs.startingWith(funz, jokers)), null);
    }

    /** Returns a new player whom {@code referrer} has invited. */
    protected final PlayerId newFriend(PlayerId referrer) {
        return newPlayer(rules(), referrer);
    }

    private PlayerId newPlayer(CommandHandler rules, @Nullable PlayerId referrer) {
        PlayerId player = unknownPlayer();
        Answer created = execute(envelope(player, null, new CreatePlayer(referrer, false)), rules);
        assertThat(created.outcome()).isInstanceOf(Outcome.Accepted.class);
        return player;
    }

    /** Returns a player's own command, sent now. */
    protected final CommandEnvelope envelope(
            PlayerId player, @Nullable OperationId id, Command command) {
        return new CommandEnvelope(player, id, clock.millis(), Actor.Player.SELF, command);
    }

    /** Carries out a player's own command under the rules. */
    protected final Answer execute(PlayerId player, Command command) {
        return execute(envelope(player, null, command), rules());
    }

    /** Carries out a player's own command under the rules and an operation id. */
    protected final Answer execute(PlayerId player, String operationId, Command command) {
        return execute(envelope(player, new OperationId(operationId), command), rules());
    }

    /** Carries out a command, repeating it as long as others get in between. */
    protected final Answer execute(CommandEnvelope envelope, CommandHandler handler) {
        StorageConflictException last = null;
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            try {
                return storage.players().execute(envelope, handler);
            } catch (StorageConflictException e) {
                last = e;
            }
        }
        throw new AssertionError("still in conflict after " + ATTEMPTS_MAX + " attempts", last);
    }

    /** Returns the command that changes the funz balance by {@code delta}. */
    protected static AdjustBalance funz(long delta) {
        return new AdjustBalance(Currency.FUNZ, delta, "test");
    }

    /** Returns the state of {@code player}, who must exist. */
    protected final PlayerState state(PlayerId player) {
        return storage.players().find(player).orElseThrow();
    }

    /** Returns the changes of {@code player}, oldest first. */
    protected final List<StateChange> changes(PlayerId player) {
        return Invariants.changes(storage.players(), player);
    }

    /** Returns the waiting follow-ups for players of this test, longest waiting first. */
    protected final List<PendingFollowUp> pendingFollowUps() {
        var players = observations.players();
        return storage.followUps().pending(FOLLOW_UPS_MAX).stream()
                .filter(each -> players.contains(each.player()))
                .toList();
    }
}
