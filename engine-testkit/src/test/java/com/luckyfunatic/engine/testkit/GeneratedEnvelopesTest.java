package com.luckyfunatic.engine.testkit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.RuleHandler;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.platform.PlatformCommand;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerRefusal;
import com.luckyfunatic.engine.raffle.RaffleRefusal;
import com.luckyfunatic.engine.store.StoreRefusal;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.timetrial.TimeTrialCommand.FinishTimeTrial;
import com.luckyfunatic.engine.timetrial.TimeTrialCommand.StartTimeTrial;
import com.luckyfunatic.engine.timetrial.TimeTrialDefinition;
import com.luckyfunatic.engine.timetrial.TimeTrialRun;
import com.luckyfunatic.engine.tournament.TournamentRefusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That generated lives touch everything there is, so that a new feature is not left out. */
class GeneratedEnvelopesTest {
    private static final PlayerId PLAYER = new PlayerId(7);
    private static final PlayerId REFERRER = new PlayerId(8);

    @Test
    void the_same_seed_draws_the_same_life() {
        assertThat(envelopes(3)).isEqualTo(envelopes(3)).isNotEqualTo(envelopes(4));
    }

    @Test
    void lives_hold_every_command_event_result_and_refusal() {
        Set<Class<?>> seen = new HashSet<>();
        Seeds.all().forEach(seed -> live(seed, drawn(seed), 1_000, seen));
        // Ranks come fast: what only the first is refused is refused at the beginning of a life.
        LongStream.rangeClosed(1, 300)
                .forEach(seed -> live(seed, TestCatalogs.startingWith(1_000_000, 1_000), 40, seen));
        live(1, TestCatalogs.withoutExtras(), 1_000, seen);
        seen.add(refusedForBeingLate());
        // No command gives it: what is paid is not refused, and what is not paid is only asked.
        seen.add(StoreRefusal.ListingNotForStars.class);
        // Whether there is a seat is not the rules' to say.
        leavesOf(TournamentRefusal.class, seen);
        // Nor is it whether there is a ticket.
        seen.add(RaffleRefusal.UnknownRaffle.class);
        seen.add(RaffleRefusal.RaffleSoldOut.class);
        seen.add(RaffleRefusal.TicketLimitReached.class);
        timeTrial(seen);
        // The engine carries it out in the outbox; no rule decides it.
        seen.add(PlatformCommand.OpenTransfer.class);
        // An operator gives it, no rule.
        seen.add(PlayerRefusal.FollowUpDropped.class);

        Set<Class<?>> all = new HashSet<>();
        Stream.of(Command.class, GameEvent.class, Result.class, Refusal.class)
                .forEach(each -> leavesOf(each, all));

        assertThat(seen).containsAll(all);
    }

    /** Sales from stock alone set a limit, and no life buys from stock. */
    private static Class<?> refusedForBeingLate() {
        var rules = new RuleHandler(TestCatalogs.full(), Seeds.random(1), () -> 1);
        var late = new CommandEnvelope(PLAYER, null, 1_000, Actor.Player.SELF, new Tap(1), 1_000);
        Outcome outcome = rules.handle(null, late).answer().outcome();
        return ((Outcome.Refused) outcome).reason().getClass();
    }

    /** A finish names the number that was drawn at the start, which no generated command knows. */
    private static void timeTrial(Set<Class<?>> seen) {
        TimeTrialDefinition trial = TestCatalogs.full().timeTrials().getFirst();
        long min = trial.minTime().toMillis();
        for (long taken : List.of(min - 1, min, trial.maxTime().toMillis() + 1)) {
            var model = new ModelPlayer();
            var rules =
                    new RuleHandler(
                            TestCatalogs.full(),
                            Seeds.random(1),
                            new AtomicLong()::incrementAndGet);
            play(model, rules, new CreatePlayer(null, false), 0, seen);
            play(model, rules, new StartTimeTrial(trial.id()), 0, seen);
            TimeTrialRun run = requireNonNull(requireNonNull(model.state()).timeTrials().active());
            play(model, rules, new FinishTimeTrial(trial.id(), run.nonce()), taken, seen);
            model.changes().forEach(change -> change.events().forEach(e -> seen.add(e.getClass())));
        }
    }

    private static void play(
            ModelPlayer model, RuleHandler rules, Command command, long at, Set<Class<?>> seen) {
        var envelope = new CommandEnvelope(PLAYER, null, at, Actor.Player.SELF, command);
        switch (model.execute(envelope, rules).outcome()) {
            case Outcome.Accepted(Result result) -> seen.add(result.getClass());
            case Outcome.Refused(Refusal reason) -> seen.add(reason.getClass());
            case Outcome.OperationIdReused() -> {}
        }
    }

    private static Catalog drawn(long seed) {
        RandomGenerator random = Seeds.random(seed);
        return TestCatalogs.startingWith(EdgeAmounts.draw(random), EdgeAmounts.draw(random));
    }

    private static void live(long seed, Catalog catalog, int steps, Set<Class<?>> seen) {
        RandomGenerator random = Seeds.random(seed);
        var life = new GeneratedEnvelopes(random, catalog, new SettableClock(), PLAYER, REFERRER);
        var rules = new RuleHandler(catalog, random, new AtomicLong()::incrementAndGet);
        var model = new ModelPlayer();
        for (int step = 0; step < steps; step++) {
            CommandEnvelope envelope = life.next();
            Answer answer = model.execute(envelope, rules);
            seen.add(envelope.command().getClass());
            switch (answer.outcome()) {
                case Outcome.Accepted(Result result) -> seen.add(result.getClass());
                case Outcome.Refused(Refusal reason) -> seen.add(reason.getClass());
                case Outcome.OperationIdReused() -> {}
            }
            if (model.state() != null) {
                PlayerStateCheck.check(model.state());
            }
        }
        model.changes().forEach(change -> change.events().forEach(e -> seen.add(e.getClass())));
    }

    private static List<CommandEnvelope> envelopes(long seed) {
        var life =
                new GeneratedEnvelopes(
                        Seeds.random(seed),
                        TestCatalogs.full(),
                        new SettableClock(),
                        PLAYER,
                        REFERRER);
        return new ArrayList<>(IntStream.range(0, 50).mapToObj(_ -> life.next()).toList());
    }

    private static void leavesOf(Class<?> type, Set<Class<?>> leaves) {
        if (type.isSealed()) {
            for (Class<?> each : type.getPermittedSubclasses()) {
                leavesOf(each, leaves);
            }
        } else {
            leaves.add(type);
        }
    }
}
