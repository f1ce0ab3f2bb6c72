package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.GameRules;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.balloon.BalloonCommand.StartBalloons;
import com.luckyfunatic.engine.booster.BoosterCommand.ActivateBooster;
import com.luckyfunatic.engine.frenzy.FrenzyCommand.StartFrenzy;
import com.luckyfunatic.engine.income.IncomeCommand.CollectIncome;
import com.luckyfunatic.engine.notice.NoticeCommand.MarkRead;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.quest.QuestCommand.ClaimQuest;
import com.luckyfunatic.engine.quest.QuestCommand.CompleteDueQuest;
import com.luckyfunatic.engine.quest.QuestCommand.StartQuest;
import com.luckyfunatic.engine.session.SessionCommand.LogIn;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PlayerStore;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.Observations.Given;
import com.luckyfunatic.engine.timetrial.TimeTrialCommand.FinishTimeTrial;
import com.luckyfunatic.engine.timetrial.TimeTrialCommand.StartTimeTrial;
import com.luckyfunatic.engine.wallet.Wallet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks what holds in every storage at every moment, read through the ports alone: nothing is
 * negative or above the cap, balances are the sums of their changes, sequences have no gaps, the
 * history gives the state, and each operation has one answer.
 */
public final class Invariants {
    /** For so long every operation must be known. */
    public static final Duration OPERATIONS_KEPT_MIN = Duration.ofHours(24);

    /**
     * The commands that may be answered before they are durable, by the name that changes have. A
     * second list on purpose: what a store wrote beside a change is no measure of itself.
     */
    private static final Set<String> SOFT_COMMANDS =
            Stream.of(
                            Tap.class,
                            CollectIncome.class,
                            ActivateBooster.class,
                            StartBalloons.class,
                            StartFrenzy.class,
                            StartQuest.class,
                            ClaimQuest.class,
                            CompleteDueQuest.class,
                            MarkRead.class,
                            StartTimeTrial.class,
                            FinishTimeTrial.class,
                            LogIn.class)
                    .map(Class::getSimpleName)
                    .collect(Collectors.toUnmodifiableSet());

    private final PlayerStore players;
    private final StoreCapabilities capabilities;

    /** Checks {@code storage}. */
    public Invariants(GameStorage storage, StoreCapabilities capabilities) {
        players = storage.players();
        this.capabilities = capabilities;
    }

    /**
     * Checks every player and every operation that was observed.
     *
     * @throws AssertionError when something does not hold, with the player and what it is
     */
    public void check(Observations observations) {
        observations.players().forEach(this::checkPlayer);
        observations.operations().forEach(this::checkOperation);
    }

    /**
     * Checks one player; nothing else may change that player meanwhile.
     *
     * @throws AssertionError when something does not hold, with the player and what it is
     */
    public void checkPlayer(PlayerId player) {
        List<StateChange> changes = changes(players, player);
        PlayerState state = players.find(player).orElse(null);
        if (state == null) {
            assertThat(changes).as("history of player %s, who does not exist", player).isEmpty();
            return;
        }
        PlayerStateCheck.check(state);
        assertThat(state.id()).as("the state's player").isEqualTo(player);
        assertThat((long) changes.size())
                .as("changes of player %s in the history", player)
                .isBetween(
                        Math.min(state.sequence(), capabilities.changesKept()), state.sequence());
        checkChanges(player, changes, state);
        if (changes.getFirst().sequence() == 1) {
            checkReplay(player, changes, state);
        }
    }

    /** Returns all changes of {@code player} that {@code players} still has, oldest first. */
    public static List<StateChange> changes(PlayerStore players, PlayerId player) {
        List<StateChange> changes = new ArrayList<>();
        long before = Long.MAX_VALUE;
        Page<StateChange> page;
        do {
            page = players.history(player, before, Page.LIMIT_MAX);
            changes.addAll(page.items());
            if (page.hasMore()) {
                before = page.items().getLast().sequence();
            }
        } while (page.hasMore());
        assertThat(page.endsEarly())
                .as("whether the history of player %s ends early", player)
                .isEqualTo(!changes.isEmpty() && changes.getLast().sequence() > 1);
        Collections.reverse(changes);
        return changes;
    }

    private static void checkChanges(
            PlayerId player, List<StateChange> changes, PlayerState state) {
        assertThat(changes.stream().map(StateChange::id))
                .as("ids of the changes of player %s", player)
                .doesNotHaveDuplicates();
        StateChange before = null;
        for (StateChange change : changes) {
            checkChange(player, change, before);
            before = change;
        }
        assertThat(changes.getLast().sequence())
                .as("last sequence of player %s in the history", player)
                .isEqualTo(state.sequence());
        assertThat(changes.getLast().walletAfter())
                .as("last wallet of player %s in the history", player)
                .isEqualTo(state.wallet());
        assertThat(changes.getLast().atMillis())
                .as("last moment of player %s in the history", player)
                .isEqualTo(state.changedAtMillis());
    }

    private static void checkChange(
            PlayerId player, StateChange change, @Nullable StateChange before) {
        String name = "change " + change.sequence() + " of player " + player;
        assertThat(change.player()).as(name).isEqualTo(player);
        assertThat(change.events()).as("events of %s", name).isNotEmpty();
        assertThat(change.durability()).as("durability of %s", name).isEqualTo(needed(change));
        PlayerStateCheck.checkWallet(change.walletAfter());
        if (before == null) {
            return;
        }
        assertThat(change.sequence()).as(name).isEqualTo(before.sequence() + 1);
        assertThat(change.atMillis())
                .as("moment of %s", name)
                .isGreaterThanOrEqualTo(before.atMillis());
        checkDeltas(name, change, before.walletAfter());
    }

    /** What the command asks for, or an event if that is more. */
    private static Durability needed(StateChange change) {
        Durability durability =
                SOFT_COMMANDS.contains(change.command()) ? Durability.SOFT : Durability.HARD;
        for (GameEvent event : change.events()) {
            durability = durability.and(event.durability());
        }
        return durability;
    }

    private static void checkDeltas(String name, StateChange change, Wallet before) {
        long funz = change.events().stream().mapToLong(GameEvent::funzDelta).sum();
        long jokers = change.events().stream().mapToLong(GameEvent::jokersDelta).sum();
        assertThat(change.walletAfter().funz())
                .as("funz after %s", name)
                .isEqualTo(before.funz() + funz);
        assertThat(change.walletAfter().jokers())
                .as("jokers after %s", name)
                .isEqualTo(before.jokers() + jokers);
    }

    private static void checkReplay(PlayerId player, List<StateChange> changes, PlayerState state) {
        checkDeltas("the first change", changes.getFirst(), new Wallet(0, 0, 0));
        PlayerState replayed = null;
        for (StateChange change : changes) {
            replayed = GameRules.evolve(replayed, player, change.events(), change.atMillis());
            assertThat(replayed.wallet())
                    .as("replayed wallet after change %s of %s", change.sequence(), player)
                    .isEqualTo(change.walletAfter());
        }
        assertThat(replayed).as("replayed state of player %s", player).isEqualTo(state);
    }

    private void checkOperation(Observations.Operation operation, List<Given> given) {
        List<Given> firsts =
                given.stream()
                        .filter(each -> !each.answer().repeated() && !isReused(each.answer()))
                        .toList();
        for (int i = 1; i < firsts.size(); i++) {
            long apart = firsts.get(i).atMillis() - firsts.get(i - 1).atMillis();
            assertThat(Math.abs(apart))
                    .as("time between two first answers to %s: %s", operation, firsts)
                    .isGreaterThanOrEqualTo(OPERATIONS_KEPT_MIN.toMillis());
            assertThat(isHard(firsts.get(i - 1)))
                    .as("a hard operation was carried out twice: %s, %s", operation, firsts)
                    .isFalse();
        }
        if (!firsts.isEmpty()) {
            given.stream()
                    .filter(each -> each.answer().repeated())
                    .forEach(repeat -> checkRepeat(operation, firsts, repeat));
        }
    }

    private static void checkRepeat(
            Observations.Operation operation, List<Given> firsts, Given repeat) {
        assertThat(firsts)
                .as("a first answer that is repeated by %s of %s", repeat, operation)
                .anyMatch(first ->
                        first.command().intent().equals(repeat.command().intent())
                                && isRepeat(first, repeat));
    }

    private static boolean isRepeat(Given first, Given repeat) {
        Answer expected = first.answer().asRepeat();
        long later = repeat.atMillis() - first.atMillis();
        if (later < OPERATIONS_KEPT_MIN.toMillis()) {
            return expected.equals(repeat.answer());
        }
        // After a day the state may be the present one.
        return expected.outcome().equals(repeat.answer().outcome())
                && expected.passiveIncome().equals(repeat.answer().passiveIncome())
                && expected.nowMillis() == repeat.answer().nowMillis();
    }

    private static boolean isReused(Answer answer) {
        return answer.outcome() instanceof Outcome.OperationIdReused;
    }

    private static boolean isHard(Given given) {
        return given.answer().outcome() instanceof Outcome.Accepted
                && given.command().durability() == Durability.HARD;
    }
}
