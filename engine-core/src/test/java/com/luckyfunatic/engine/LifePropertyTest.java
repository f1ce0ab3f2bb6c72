package com.luckyfunatic.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.luckyfunatic.engine.bonus.BonusRules;
import com.luckyfunatic.engine.booster.BoosterRules;
import com.luckyfunatic.engine.card.CardRules;
import com.luckyfunatic.engine.conversion.ConversionRules;
import com.luckyfunatic.engine.effect.EffectiveValues;
import com.luckyfunatic.engine.energy.EnergyRules;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.RandomLife;
import com.luckyfunatic.engine.forge.ForgeRules;
import com.luckyfunatic.engine.frenzy.FrenzyRules;
import com.luckyfunatic.engine.income.IncomeCommand.CollectIncome;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.rank.RankRules;
import com.luckyfunatic.engine.storage.Handled;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.store.StoreRules;
import com.luckyfunatic.engine.story.StoryRules;
import com.luckyfunatic.engine.wallet.Wallet;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every life, whatever the player, others, the clock and the content do. After each
 * command {@link com.luckyfunatic.engine.fixture.Invariants} are checked besides.
 */
class LifePropertyTest {
    private static final int COMMANDS = 300;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void balances_are_the_sum_of_the_changes(long seed) {
        RandomLife life = new RandomLife(seed).live(COMMANDS);
        PlayerState start = life.start();
        List<GameEvent> events =
                life.play().journal().stream().flatMap(change -> change.events().stream()).toList();

        Wallet before = start == null ? new Wallet(0, 0, 0) : start.wallet();
        Wallet after = life.play().state().wallet();
        assertThat(after.funz() - before.funz())
                .isEqualTo(events.stream().mapToLong(GameEvent::funzDelta).sum());
        assertThat(after.jokers() - before.jokers())
                .isEqualTo(events.stream().mapToLong(GameEvent::jokersDelta).sum());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_journal_alone_gives_the_state_at_every_sequence(long seed) {
        RandomLife life = new RandomLife(seed);
        PlayerState replayed = life.start();
        int seen = 0;
        for (int i = 0; i < COMMANDS; i++) {
            life.step();
            List<StateChange> journal = life.play().journal();
            for (; seen < journal.size(); seen++) {
                replayed = replayed(replayed, journal.get(seen));
            }
            assertThat(replayed).as("after command %s", i).isEqualTo(life.play().state());
        }
        assertThat(seen).as("something happens in most lives").isGreaterThan(COMMANDS / 3);
    }

    /** Applies event by event, without the short cut that a change of one event may take. */
    private static PlayerState replayed(@Nullable PlayerState state, StateChange change) {
        PlayerState after = GameRules.evolve(state, Players.PLAYER, change.events().getFirst());
        for (GameEvent event : change.events().subList(1, change.events().size())) {
            after = GameRules.evolve(after, Players.PLAYER, event);
        }
        return after.nextChange(change.atMillis());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sequences_have_no_gap_and_time_never_runs_back(long seed) {
        RandomLife life = new RandomLife(seed).live(COMMANDS);
        PlayerState start = life.start();
        long sequence = start == null ? 0 : start.sequence();
        long millis = start == null ? 0 : start.changedAtMillis();

        for (StateChange change : life.play().journal()) {
            assertThat(change.sequence()).isEqualTo(++sequence);
            assertThat(change.atMillis()).isGreaterThanOrEqualTo(millis);
            millis = change.atMillis();
        }
        assertThat(life.play().state().sequence()).isEqualTo(sequence);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void equal_lives_leave_equal_journals(long seed) {
        RandomLife one = new RandomLife(seed).live(COMMANDS);
        RandomLife other = new RandomLife(seed).live(COMMANDS);

        assertThat(one.play().journal()).isEqualTo(other.play().journal());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_clock_behind_decides_as_at_the_last_change(long seed) {
        RandomLife life = new RandomLife(seed);
        SplittableRandom behind = new SplittableRandom(seed);
        for (int i = 0; i < COMMANDS; i++) {
            Command command = life.draw();
            PlayerState state = life.play().state();
            Handled then = handled(life.play(), command, state.changedAtMillis());
            Handled earlier =
                    handled(
                            life.play(),
                            command,
                            state.changedAtMillis() - behind.nextLong(100_000));
            assertThat(earlier.answer()).isEqualTo(then.answer());
            assertThat(earlier.change()).isEqualTo(then.change());
            life.play().execute(command);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void reading_the_game_when_nothing_has_accrued_changes_nothing(long seed) {
        RandomLife life = new RandomLife(seed);
        SplittableRandom later = new SplittableRandom(seed);
        CollectIncome read = new CollectIncome();
        for (int i = 0; i < COMMANDS; i++) {
            life.step();
            Play play = life.play();
            PlayerState before = play.state();
            long now = Math.max(play.now(), before.changedAtMillis());
            boolean earns = EffectiveValues.incomePerHour(before, play.catalog(), now) > 0;
            play.execute(read);
            PlayerState seen = play.state();

            assertThat(handled(play, read, now).change()).as("at the same moment").isNull();
            if (!earns) {
                long anyTime = now + later.nextLong(100_000_000);
                assertThat(handled(play, read, anyTime).change()).as("later").isNull();
                assertThat(handled(play, read, anyTime).answer().state()).isSameAs(seen);
            }
        }
    }

    private static Handled handled(Play play, Command command, long nowMillis) {
        return new RuleHandler(play.catalog(), new SplittableRandom(1), () -> 1)
                .handle(
                        play.state(),
                        new CommandEnvelope(
                                Players.PLAYER, null, nowMillis, Actor.Player.SELF, command));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_state_can_be_shown_under_every_content(long seed) {
        RandomLife life = new RandomLife(seed);
        for (int i = 0; i < COMMANDS; i++) {
            life.step();
            assertThatCode(() -> show(life.play())).doesNotThrowAnyException();
        }
    }

    private static void show(Play play) {
        PlayerState state = play.state();
        RuleContext context = play.context();
        assertThat(BoosterRules.statuses(state, context))
                .allMatch(booster -> booster.price() >= 0 && booster.usagesLeft() >= -1)
                .allMatch(booster -> booster.cooldownLeftMillis() >= 0);
        assertThat(CardRules.statuses(state, context))
                .allMatch(card -> card.nextPrice() >= 0 && card.incomePerHour() >= 0);
        assertThat(StoryRules.statuses(state, context)).doesNotContainNull();
        assertThat(BonusRules.status(state, context).nextDay()).isPositive();
        assertThat(StoreRules.statuses(state, context))
                .allMatch(each -> each.remainingToday() >= 0 && each.remainingInTotal() >= 0);
        assertThat(ConversionRules.statuses(state, context))
                .allMatch(each -> each.remainingToday() >= 0);
        assertThat(ForgeRules.statuses(state, context)).doesNotContainNull();
        assertThat(FrenzyRules.status(state, context).meter()).isNotNegative();
        assertThat(EnergyRules.status(state, context).current()).isNotNegative();
        assertThat(RankRules.status(state, context.catalog()).name()).isNotBlank();
    }

    @Test
    void lives_together_see_every_kind_of_event_and_most_refusals() {
        Set<Class<?>> events = new HashSet<>();
        Set<String> refusals = new HashSet<>();
        seeds().forEach(seed -> {
            RandomLife life = new RandomLife(seed);
            for (int i = 0; i < COMMANDS; i++) {
                if (life.step().outcome() instanceof Outcome.Refused(var reason)) {
                    refusals.add(reason.code());
                }
            }
            life.play().journal().stream()
                    .flatMap(change -> change.events().stream())
                    .forEach(event -> events.add(event.getClass()));
        });

        assertThat(events).isEqualTo(leaves(GameEvent.class).collect(Collectors.toSet()));
        assertThat(refusals).hasSizeGreaterThan(15);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        return permitted == null
                ? Stream.of(type)
                : Arrays.stream(permitted).flatMap(LifePropertyTest::leaves);
    }
}
