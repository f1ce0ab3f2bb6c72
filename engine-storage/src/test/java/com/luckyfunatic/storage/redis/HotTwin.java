package com.luckyfunatic.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.RuleHandler;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.Handled;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.testkit.Seeds;
import com.luckyfunatic.storage.codec.AnswerDocument;
import com.luckyfunatic.storage.redis.hot.EffectiveField;
import com.luckyfunatic.storage.redis.hot.HotCommand;
import com.luckyfunatic.storage.redis.hot.HotContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * One seed: a player's life decided by the rules in Java and by the scripts on a real Redis, which
 * must agree after every step in the answer, the stored fields and the journal, byte for byte. What
 * the scripts leave to Java is stored the generic way.
 */
final class HotTwin {
    private static final int STEPS = 20;

    private final HotRedis redis;
    private final HotPlayers hot;
    private final int lane;
    private final PlayerId player;
    private final PlayerFields fields = new PlayerFields();
    private final Map<Class<?>, Integer> asked = new HashMap<>();
    private final Map<Class<?>, Integer> taken = new HashMap<>();

    HotTwin(HotRedis redis, HotPlayers hot, int lane) {
        this.redis = redis;
        this.hot = hot;
        this.lane = lane;
        player = redis.player(lane);
    }

    /** How many steps of each kind were given to a script, over all seeds of this. */
    Map<Class<?>, Integer> asked() {
        return asked;
    }

    /** How many of them it took. */
    Map<Class<?>, Integer> taken() {
        return taken;
    }

    /**
     * Runs {@code seed}.
     *
     * @throws AssertionError that names the seed, the start and the commands up to the first
     *     difference
     */
    void run(long seed) {
        List<Object> story = new ArrayList<>();
        try {
            new Life(seed, story).run();
        } catch (AssertionError | RuntimeException e) {
            StringBuilder told =
                    new StringBuilder(
                            "seed " + seed + ", the start and " + (story.size() - 1) + " steps:");
            story.forEach(each -> told.append("\n  ").append(each));
            throw new AssertionError(told + "\n" + e.getMessage(), e);
        }
    }

    private final class Life {
        private final RandomGenerator random;
        private final List<Object> story;
        private final AtomicLong changeId = new AtomicLong(265_267_917_656_952_845L);
        private final HotLife life;
        private RuleHandler rules;
        private PlayerState state;
        private PlayerVersion version;
        private HotRedis.Stored stored;

        Life(long seed, List<Object> story) {
            this.story = story;
            random = Seeds.random(seed);
            Catalog catalog = oneCatalog();
            life = new HotLife(random, player, catalog);
            rules = new RuleHandler(catalog, random, changeId::get);
            state = life.start();
            story.add(state);
            redis.forget(lane);
            long generation =
                    redis.players.read(player, null)
                                    instanceof RedisPlayers.Read.NotLoaded(long known)
                            ? known
                            : -1;
            version = new PlayerVersion(generation, 3, state.sequence(), 1);
            redis.players.hydrate(player, version, state, life.clock().millis());
            if (random.nextInt(4) > 0) {
                redis.commands()
                        .hset(
                                redis.keys.player(lane, player),
                                PlayerFields.EFFECTIVE,
                                EffectiveField.of(state, content()));
                redis.commands().zrem(redis.keys.dirty(lane), player.toString());
            }
            stored = redis.stored(lane);
        }

        private Catalog oneCatalog() {
            return HotCatalogs.ALL.get(random.nextInt(HotCatalogs.ALL.size()));
        }

        private HotContent content() {
            return hot.content(rules.catalog());
        }

        void run() {
            int switchAt = random.nextInt(4) == 0 ? random.nextInt(STEPS) : STEPS;
            for (int step = 0; step < STEPS; step++) {
                if (step == switchAt) {
                    Catalog next = oneCatalog();
                    rules = rules.under(next, life.clock().millis());
                    life.under(next);
                }
                CommandEnvelope envelope = life.next(state);
                story.add(envelope);
                changeId.incrementAndGet();
                step(envelope);
            }
        }

        private void step(CommandEnvelope envelope) {
            Handled expected = rules.handle(state, envelope);
            HotCommand command = HotCommand.of(envelope, content());
            boolean isTaken = false;
            if (command != null) {
                asked.merge(command.getClass(), 1, Integer::sum);
            }
            switch (hot.execute(envelope, rules)) {
                case HotPlayers.Hot.Done(Answer answer) -> {
                    isTaken = true;
                    taken.merge(Objects.requireNonNull(command).getClass(), 1, Integer::sum);
                    assertThat(answer).isEqualTo(expected.answer());
                    assertThat(redis.codec.write(AnswerDocument.of(answer)))
                            .isEqualTo(redis.codec.write(AnswerDocument.of(expected.answer())));
                    assertThat(redis.codec.write(Objects.requireNonNull(answer.state())))
                            .isEqualTo(
                                    redis.codec.write(
                                            Objects.requireNonNull(expected.answer().state())));
                }
                case HotPlayers.Hot.Fallback() -> {
                    assertThat(redis.stored(lane)).as("after a fallback").isEqualTo(stored);
                    if (expected.change() != null) {
                        commit(envelope, expected);
                    }
                }
            }
            HotRedis.Stored before = stored;
            stored = redis.stored(lane);
            StateChange change = expected.change();
            if (change == null) {
                assertThat(stored).as("nothing has changed").isEqualTo(before);
            } else {
                state = Objects.requireNonNull(expected.answer().state());
                version = RedisPlayers.versionAfter(version, change);
                checkChange(envelope, change, before);
                checkEffective(isTaken);
            }
        }

        private void commit(CommandEnvelope envelope, Handled expected) {
            RedisPlayers.Committed committed =
                    redis.players.commit(
                            new RedisPlayers.Commit(
                                    player,
                                    null,
                                    version,
                                    state,
                                    expected.answer().state(),
                                    expected.change(),
                                    null,
                                    content(),
                                    envelope.nowMillis()));
            assertThat(committed).isInstanceOf(RedisPlayers.Committed.Done.class);
        }

        private void checkChange(
                CommandEnvelope envelope, StateChange change, HotRedis.Stored before) {
            Map<String, String> hash = new HashMap<>();
            List<String> whole = fields.write(state, null);
            for (int i = 0; i < whole.size(); i += 2) {
                hash.put(whole.get(i), whole.get(i + 1));
            }
            hash.put(PlayerFields.VERSION, version.toString());
            Map<String, String> actual = new HashMap<>(stored.hash());
            actual.remove(PlayerFields.EFFECTIVE);
            hash.put(PlayerFields.LAST_ENTRY, stored.lastName());
            assertThat(actual).isEqualTo(hash);
            assertThat(stored.entries()).isEqualTo(before.entries() + 1);
            Map<String, String> entry = new HashMap<>();
            entry.put("p", player.toString());
            entry.put("v", version.toString());
            entry.put("c", JournalEntry.text(change, redis.codec));
            if (before.entries() > 0) {
                entry.put("b", before.lastName());
            }
            assertThat(stored.lastEntry()).isEqualTo(entry);
            double now = envelope.nowMillis();
            assertThat(stored.touched()).isEqualTo(now);
            assertThat(stored.dirty()).isEqualTo(before.dirty() == null ? now : before.dirty());
        }

        /** A script may know less than a commit, never something else. */
        private void checkEffective(boolean isTaken) {
            String fresh = EffectiveField.of(state, content());
            String actual = stored.hash().get(PlayerFields.EFFECTIVE);
            if (!isTaken) {
                assertThat(actual).isEqualTo(fresh);
            } else {
                String[] known = Objects.requireNonNull(actual).split(" ", -1);
                String[] all = fresh.split(" ", -1);
                assertThat(Long.parseLong(known[2]))
                        .isGreaterThan(state.changedAtMillis())
                        .isLessThanOrEqualTo(Long.parseLong(all[2]));
                known[2] = all[2];
                assertThat(known).containsExactly(all);
            }
        }
    }
}
