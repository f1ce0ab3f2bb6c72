package com.luckyfunatic.storage.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.devservers.RedisServer;
import com.luckyfunatic.devservers.RedisVersion;
import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.RuleHandler;
import com.luckyfunatic.engine.booster.BoosterCommand.ActivateBooster;
import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.income.IncomeCommand.CollectIncome;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.CommandHandler;
import com.luckyfunatic.engine.storage.Handled;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PlayerStore;
import com.luckyfunatic.engine.storage.StateChange;
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
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The storage lets scripts decide what they can, in one call of Redis, and only that. */
@WithOwnServers
@WithMySql
@WithCassandra
@TestInstance(Lifecycle.PER_CLASS)
class DistributedHotScriptsIT {
    private static final Pattern CALLS = Pattern.compile("cmdstat_evalsha:calls=(\\d+)");
    private static final long AT = 1_790_000_000_000L;
    private static final AtomicLong IDS = new AtomicLong(9_000_000);

    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;
    private final DistributedStorage storage;
    private final PlayerStore players;

    DistributedHotScriptsIT(OwnServers servers, MySqlAddress mySql, CassandraAddress cassandra) {
        RedisServer redis = servers.redis(RedisVersion.NEWEST, "--appendonly", "no");
        client = RedisClient.create(redis.uri());
        connection = client.connect();
        storage =
                DistributedStorage.open(
                        TestDatabases.on(new RedisAddress(redis.uri(), "hot:"), mySql, cassandra),
                        InstantSource.system());
        players = storage.players();
    }

    @AfterAll
    void close() {
        storage.close();
        connection.close();
        client.close();
    }

    private static RuleHandler rules(Catalog catalog) {
        return new RuleHandler(catalog, Seeds.random(1), IDS::incrementAndGet);
    }

    private static CommandEnvelope envelope(PlayerId player, Command command, long now) {
        return new CommandEnvelope(player, null, now, Actor.Player.SELF, command);
    }

    private PlayerId newPlayer(CommandHandler rules) {
        PlayerId player = new PlayerId(IDS.incrementAndGet());
        players.execute(envelope(player, new CreatePlayer(null, false), AT), rules);
        return player;
    }

    /** How many scripts Redis runs for {@code command}. */
    private long calls(CommandEnvelope envelope, CommandHandler rules) {
        long before = calls();
        assertThat(players.execute(envelope, rules).outcome()).isInstanceOf(Outcome.Accepted.class);
        return calls() - before;
    }

    private long calls() {
        var found = CALLS.matcher(connection.sync().info("commandstats"));
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    private long calls(PlayerId player, Command command, long now, CommandHandler rules) {
        return calls(envelope(player, command, now), rules);
    }

    @Test
    void a_tap_a_collection_and_a_refill_take_one_call() {
        RuleHandler rules = rules(TestCatalogs.full());
        PlayerId player = newPlayer(rules);

        assertThat(calls(player, new Tap(3), AT + 1_000, rules)).isEqualTo(1);
        assertThat(calls(player, new CollectIncome(), AT + 2_000, rules)).isEqualTo(1);
        ActivateBooster refill = new ActivateBooster(new BoosterType("full_energy"));
        assertThat(calls(player, refill, AT + 3_000, rules)).isEqualTo(1);
        assertThat(calls(player, new Tap(2), AT + 4_000, rules)).isEqualTo(1);

        Page<StateChange> history = players.history(player, Long.MAX_VALUE, Page.LIMIT_MAX);
        assertThat(history.items())
                .extracting(StateChange::command)
                .containsExactly("Tap", "ActivateBooster", "Tap", "CreatePlayer");
    }

    @Test
    void a_keyed_tap_and_a_refusal_are_left_to_java() {
        RuleHandler rules = rules(TestCatalogs.full());
        PlayerId player = newPlayer(rules);
        CommandEnvelope keyed =
                new CommandEnvelope(
                        player, new OperationId("op"), AT, Actor.Player.SELF, new Tap(1));

        assertThat(calls(keyed, rules)).isEqualTo(2);
        ActivateBooster refill = new ActivateBooster(new BoosterType("full_energy"));
        assertThat(calls(player, refill, AT + 1, rules)).isEqualTo(1);
        var refused = players.execute(envelope(player, refill, AT + 2), rules);
        assertThat(refused.outcome()).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void the_first_command_under_other_content_is_left_to_java() {
        RuleHandler before = rules(TestCatalogs.full());
        PlayerId player = newPlayer(before);
        RuleHandler after = before.under(TestCatalogs.rewardingReferralsWith(7), AT + 1_000);

        assertThat(calls(player, new Tap(1), AT + 2_000, after)).isEqualTo(3);
        assertThat(calls(player, new Tap(1), AT + 3_000, after)).isEqualTo(1);
    }

    @Test
    void what_somebody_without_scripts_has_changed_is_left_to_java_once() {
        RuleHandler rules = rules(TestCatalogs.full());
        PlayerId player = newPlayer(rules);
        CommandHandler plain = (state, envelope) -> rules.handle(state, envelope);

        assertThat(calls(player, new Tap(1), AT + 1_000, plain)).isEqualTo(2);
        assertThat(calls(player, new Tap(1), AT + 2_000, rules)).isEqualTo(3);
        assertThat(calls(player, new Tap(1), AT + 3_000, rules)).isEqualTo(1);
    }

    @Test
    void rules_that_somebody_looks_at_are_asked_for_as_the_rules_themselves() {
        RuleHandler rules = rules(TestCatalogs.full());
        CommandHandler watched =
                new CommandHandler() {
                    @Override
                    public Handled handle(@Nullable PlayerState state, CommandEnvelope envelope) {
                        return rules.handle(state, envelope);
                    }

                    @Override
                    public RuleHandler rules() {
                        return rules;
                    }
                };
        PlayerId player = newPlayer(watched);

        assertThat(calls(player, new Tap(1), AT + 1_000, watched)).isEqualTo(1);
    }

    @Test
    void a_booster_of_taps_that_has_ended_is_left_to_java_once() {
        RuleHandler rules = rules(TestCatalogs.full());
        PlayerId player = newPlayer(rules);
        ActivateBooster turbo = new ActivateBooster(new BoosterType("turbo_tap"));

        assertThat(calls(player, turbo, AT + 1_000, rules)).isEqualTo(2);
        assertThat(calls(player, new Tap(1), AT + 2_000, rules)).isEqualTo(1);
        assertThat(calls(player, new Tap(1), AT + 22_000, rules)).isEqualTo(3);
        assertThat(calls(player, new Tap(1), AT + 23_000, rules)).isEqualTo(1);
    }

    @Test
    void what_a_later_release_has_noted_is_left_to_java_once() {
        RuleHandler rules = rules(TestCatalogs.full());
        PlayerId player = newPlayer(rules);
        String key = connection.sync().keys("*:player:" + player).getFirst();
        String noted = connection.sync().hget(key, "d");
        connection.sync().hset(key, "d", noted + " 1");

        assertThat(calls(player, new Tap(1), AT + 1_000, rules)).isEqualTo(3);
        assertThat(calls(player, new Tap(1), AT + 2_000, rules)).isEqualTo(1);
    }

    @Test
    void a_player_that_was_loaded_again_is_left_to_java_once() {
        RuleHandler rules = rules(TestCatalogs.full());
        PlayerId player = newPlayer(rules);
        calls(player, new Tap(1), AT + 1_000, rules);
        storage.workers().flush();
        storage.workers().evict(Duration.ofMillis(-1));

        assertThat(calls(player, new Tap(1), AT + 2_000, rules)).isGreaterThan(3);
        assertThat(calls(player, new Tap(1), AT + 3_000, rules)).isEqualTo(1);
        assertThat(players.find(player).orElseThrow().tap().taps()).isEqualTo(3);
    }
}
