package com.luckyfunatic.storage.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.devservers.RedisServer;
import com.luckyfunatic.devservers.RedisVersion;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.GameRules;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.Seeds;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.OwnServers;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import com.luckyfunatic.engine.testkit.servers.WithOwnServers;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever two servers, one of which dies between Redis and MySQL now and then, a drain, a flush,
 * an eviction and a Redis that loses everything do in whatever order: no operation is carried out
 * twice, nothing hard that was answered is lost, no answer changes, and the history adds up.
 */
@WithOwnServers
@WithMySql
@WithCassandra
@TestInstance(Lifecycle.PER_CLASS)
class UndrainedLossPropertyIT {
    private static final int STEPS = 60;
    private static final AtomicLong ACCOUNTS = new AtomicLong(70_000);

    private final RedisServer redis;
    private final MortalLedger mortal = new MortalLedger();
    private final List<DistributedStorage> servers;
    private final List<GameEngine> engines;

    UndrainedLossPropertyIT(OwnServers own, MySqlAddress mySql, CassandraAddress cassandra) {
        redis = own.redis(RedisVersion.NEWEST, "--appendonly", "no");
        DistributedSettings settings =
                TestDatabases.on(new RedisAddress(redis.uri(), "property:"), mySql, cassandra);
        servers =
                List.of(
                        DistributedStorage.open(settings, InstantSource.system(), mortal::over),
                        DistributedStorage.open(settings, InstantSource.system()));
        engines =
                List.of(
                        GameEngine.builder(servers.getFirst()).worker(1).build(TestCatalogs.full()),
                        GameEngine.builder(servers.getLast()).worker(2).build(TestCatalogs.full()));
    }

    @AfterAll
    void close() {
        servers.forEach(DistributedStorage::close);
    }

    static LongStream seeds() {
        return Seeds.all();
    }

    /** An operation that was asked for, with its first answer; null while that is unknown. */
    private static final class Intent {
        final Command command;
        final boolean isHard;
        @Nullable Answer first;
        boolean mayBeLost;

        Intent(Command command, boolean isHard) {
            this.command = command;
            this.isHard = isHard;
        }
    }

    /** One player's life. */
    private final class Life {
        final RandomGenerator random;
        final PlayerId player;
        final Map<OperationId, Intent> intents = new HashMap<>();
        final List<OperationId> ids = new ArrayList<>();
        final List<String> steps = new ArrayList<>();

        Life(long seed) {
            random = Seeds.random(seed);
            player =
                    engines.getFirst()
                            .logIn(TelegramAccount.of(ACCOUNTS.incrementAndGet(), "Ann"), null)
                            .profile()
                            .id();
        }

        private DistributedStorage anyServer() {
            return servers.get(random.nextInt(servers.size()));
        }

        private GameEngine anyEngine() {
            return engines.get(random.nextInt(engines.size()));
        }

        void step() {
            int kind = random.nextInt(16);
            steps.add(Integer.toString(kind));
            switch (kind) {
                case 0, 1, 2 -> anyEngine().execute(player, new Tap(1));
                case 3, 4 -> ask(newId(new Tap(1 + random.nextInt(3)), false));
                case 5, 6 -> ask(newId(jokers(), true));
                case 7 -> anyEngine().execute(player, jokers());
                case 8 -> dieIn(newId(jokers(), true));
                case 9, 10, 11 -> repeat();
                case 12 -> anyServer().workers().flush();
                case 13 -> anyServer().workers().archive();
                case 14 -> anyServer().workers().evict(Duration.ofMillis(-1));
                default -> wipe();
            }
        }

        private AdjustBalance jokers() {
            return new AdjustBalance(Currency.JOKERS, 1 + random.nextInt(9), "test");
        }

        private OperationId newId(Command command, boolean isHard) {
            OperationId id = new OperationId("op" + ids.size());
            ids.add(id);
            intents.put(id, new Intent(command, isHard));
            return id;
        }

        private void dieIn(OperationId id) {
            Intent intent = Objects.requireNonNull(intents.get(id));
            mortal.isDead = true;
            try {
                engines.getFirst().execute(player, id, intent.command);
            } catch (StorageUnavailableException e) {
                return;
            } finally {
                mortal.isDead = false;
            }
            throw new AssertionError("a dead server has answered");
        }

        private void repeat() {
            if (!ids.isEmpty()) {
                ask(ids.get(random.nextInt(ids.size())));
            }
        }

        private void ask(OperationId id) {
            Intent intent = Objects.requireNonNull(intents.get(id));
            Answer answer = anyEngine().execute(player, id, intent.command);
            Answer first = intent.first;
            if (first != null && (intent.isHard || !intent.mayBeLost)) {
                assertThat(answer.repeated()).as("repeat of %s after %s", id, steps).isTrue();
                assertThat(answer.outcome()).as("answer of %s", id).isEqualTo(first.outcome());
                assertThat(answer.state()).as("state of %s", id).isEqualTo(first.state());
            }
            if (!answer.repeated()) {
                intent.mayBeLost = false;
            }
            intent.first = answer;
        }

        private void wipe() {
            redis.kill();
            redis.restart();
            for (GameEngine engine : engines) {
                RedisLossIT.untilAnswered(() -> engine.player(player));
            }
            intents.values().forEach(intent -> intent.mayBeLost = true);
        }

        void check() {
            servers.forEach(server -> server.workers().finish());
            PlayerState state = engines.getLast().player(player).orElseThrow();
            List<StateChange> history = history();
            assertThat(history)
                    .as("history after %s", steps)
                    .extracting(StateChange::sequence)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, state.sequence()).boxed().toList());
            PlayerState replayed = null;
            for (StateChange change : history) {
                replayed = GameRules.evolve(replayed, player, change.events(), change.atMillis());
                assertThat(change.walletAfter()).isEqualTo(replayed.wallet());
            }
            assertThat(replayed).as("state after %s", steps).isEqualTo(state);
            assertThat(history.stream().map(StateChange::operationId).filter(Objects::nonNull))
                    .as("operations after %s", steps)
                    .doesNotHaveDuplicates()
                    .containsAll(
                            ids.stream()
                                    .filter(id -> {
                                        Intent intent = intents.get(id);
                                        return intent != null
                                                && intent.isHard
                                                && intent.first != null;
                                    })
                                    .toList());
        }

        private List<StateChange> history() {
            List<StateChange> all = new ArrayList<>();
            long before = Long.MAX_VALUE;
            Page<StateChange> page;
            do {
                page = servers.getLast().players().history(player, before, Page.LIMIT_MAX);
                all.addAll(page.items());
                before = page.items().getLast().sequence();
            } while (page.hasMore());
            return all.reversed();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothing_is_carried_out_twice_and_nothing_hard_is_lost(long seed) {
        Life life = new Life(seed);
        for (int i = 0; i < STEPS; i++) {
            life.step();
        }
        life.check();
    }
}
