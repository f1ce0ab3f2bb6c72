package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.RuleHandler;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.CommandHandler;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import com.luckyfunatic.engine.storage.StateChange;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * That every player store does the same as {@link ModelPlayer}, step by step, over generated lives
 * that touch every feature.
 */
public abstract class SeededLivesContract extends StorageContract {
    private static final int STEPS = 150;

    /** A durable storage is closed and opened again once in so many steps. */
    private static final int STEPS_PER_REOPENING = 50;

    static LongStream seeds() {
        return Seeds.all();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    public void a_life_is_stored_as_the_model_has_it(long seed) {
        RandomGenerator random = Seeds.random(seed);
        Catalog catalog =
                TestCatalogs.startingWith(EdgeAmounts.draw(random), EdgeAmounts.draw(random));
        RandomGenerator reopenings = Seeds.random(~seed);
        PlayerId referrer = newPlayer();
        PlayerId player = unknownPlayer();
        var life = new GeneratedEnvelopes(random, catalog, clock, player, referrer);
        var model = new ModelPlayer();
        CommandHandler rules = rules(catalog, seed);
        CommandHandler modelRules = rules(catalog, seed);

        for (int step = 1; step <= STEPS; step++) {
            CommandEnvelope envelope = life.next();
            Answer answer = execute(envelope, rules);
            String where = "seed " + seed + ", step " + step + ": " + envelope;
            checkAnswer(where, answer, model.execute(envelope, modelRules));
            assertThat(storage().players().find(player).orElse(null))
                    .as("state after %s", where)
                    .isEqualTo(model.state());
            if (capabilities().durable() && reopenings.nextInt(STEPS_PER_REOPENING) == 0) {
                reopen();
            }
        }
        checkOperations(seed, player, model);
        checkHistory(seed, player, model);
    }

    /** Those of the last day, which every store must know. */
    private void checkOperations(long seed, PlayerId player, ModelPlayer model) {
        long dayAgo = clock.millis() - Duration.ofHours(23).toMillis();
        model.operations().entrySet().stream()
                .filter(kept -> kept.getValue().nowMillis() > dayAgo)
                .forEach(kept ->
                        assertThat(storage().players().operation(player, kept.getKey()))
                                .as("operation %s of seed %s", kept.getKey(), seed)
                                .hasValue(kept.getValue().asRepeat()));
    }

    private void checkHistory(long seed, PlayerId player, ModelPlayer model) {
        assertThat(withoutIds(changes(player)))
                .as("history of seed %s", seed)
                .isEqualTo(withoutIds(model.changes()));
        assertThat(pendingFollowUps().stream().map(PendingFollowUp::followUp))
                .as("follow-ups of seed %s", seed)
                .containsExactlyElementsOf(model.followUps());
    }

    private RuleHandler rules(Catalog catalog, long seed) {
        return new RuleHandler(catalog, Seeds.random(-seed), this::nextId);
    }

    /** When a reused operation id is answered is left to the store. */
    private static void checkAnswer(String where, Answer answer, Answer expected) {
        if (expected.outcome() instanceof Outcome.OperationIdReused) {
            assertThat(answer.outcome()).as(where).isEqualTo(expected.outcome());
            assertThat(answer.state()).as(where).isNull();
        } else {
            assertThat(answer).as(where).isEqualTo(expected);
        }
    }

    private static List<StateChange> withoutIds(List<StateChange> changes) {
        return changes.stream()
                .map(c ->
                        new StateChange(
                                0,
                                c.player(),
                                c.sequence(),
                                c.atMillis(),
                                c.command(),
                                c.operationId(),
                                c.actor(),
                                c.catalogVersion(),
                                c.durability(),
                                c.events(),
                                c.walletAfter()))
                .toList();
    }
}
