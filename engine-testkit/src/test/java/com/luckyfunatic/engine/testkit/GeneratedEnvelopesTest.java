package com.luckyfunatic.engine.testkit;

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
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.store.StoreRefusal;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
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
        Seeds.all().forEach(seed -> live(seed, drawn(seed), seen));
        live(1, TestCatalogs.withoutDailyBonus(), seen);
        seen.add(refusedForBeingLate());
        // No command gives it: what is paid is not refused, and what is not paid is only asked.
        seen.add(StoreRefusal.ListingNotForStars.class);
        // The engine carries it out in the outbox; no rule decides it.
        seen.add(PlatformCommand.OpenTransfer.class);

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

    private static Catalog drawn(long seed) {
        RandomGenerator random = Seeds.random(seed);
        return TestCatalogs.startingWith(EdgeAmounts.draw(random), EdgeAmounts.draw(random));
    }

    private static void live(long seed, Catalog catalog, Set<Class<?>> seen) {
        RandomGenerator random = Seeds.random(seed);
        var life = new GeneratedEnvelopes(random, catalog, new SettableClock(), PLAYER, REFERRER);
        var rules = new RuleHandler(catalog, random, new AtomicLong()::incrementAndGet);
        var model = new ModelPlayer();
        for (int step = 0; step < 1_000; step++) {
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
