package com.luckyfunatic.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.devservers.RedisVersion;
import com.luckyfunatic.engine.RuleHandler;
import com.luckyfunatic.engine.booster.ActiveBooster;
import com.luckyfunatic.engine.booster.BoosterLevel;
import com.luckyfunatic.engine.booster.BoosterState;
import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.engine.booster.BoosterUse;
import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.card.CardState;
import com.luckyfunatic.engine.card.OwnedCard;
import com.luckyfunatic.engine.effect.Effect;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.quest.ClaimedQuest;
import com.luckyfunatic.engine.quest.EarnedQuest;
import com.luckyfunatic.engine.quest.QuestId;
import com.luckyfunatic.engine.quest.QuestState;
import com.luckyfunatic.engine.quest.StartedQuest;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.tap.TapSession;
import com.luckyfunatic.engine.tap.TapState;
import com.luckyfunatic.engine.testkit.GeneratedEnvelopes;
import com.luckyfunatic.engine.testkit.Seeds;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.servers.OwnServers;
import com.luckyfunatic.engine.testkit.servers.WithOwnServers;
import com.luckyfunatic.engine.wallet.Wallet;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.redis.hot.EffectiveField;
import com.luckyfunatic.storage.redis.hot.HotContent;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandKeyword;
import io.lettuce.core.protocol.CommandType;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How much of Redis' memory a player takes, under the settings that the game asks for. */
@WithOwnServers
class PlayerMemoryIT {
    private static final long AT = 1_790_000_000_000L;
    private static final long ID = 265_267_917_656_952_845L;
    private static final int BYTES_MAX = 2_048;

    private final OwnServers servers;

    PlayerMemoryIT(OwnServers servers) {
        this.servers = servers;
    }

    private static PlayerState typicalPlayer() {
        var life =
                new GeneratedEnvelopes(
                        Seeds.random(1),
                        TestCatalogs.full(),
                        new SettableClock(),
                        new PlayerId(ID),
                        null);
        RuleHandler rules = new RuleHandler(TestCatalogs.full(), Seeds.random(1), () -> ID);
        PlayerState state = null;
        while (state == null) {
            state = rules.handle(null, life.next()).answer().state();
        }
        return state.change()
                .version(12_345, AT)
                .wallet(new Wallet(123_456_789_012L, 4_321, 223_456_789_012L))
                .tap(
                        new TapState(
                                98_765,
                                15_000,
                                AT,
                                List.of(
                                        new TapSession(ID + 1, 512, 50, 5_000),
                                        new TapSession(ID + 2, 17, 12, 1_200))))
                .cards(
                        new CardState(
                                IntStream.range(0, 30)
                                        .mapToObj(i ->
                                                new OwnedCard(
                                                        new CardId("trading_desk_" + i),
                                                        1 + i % 20))
                                        .toList()))
                .boosters(
                        new BoosterState(
                                List.of(booster("turbo_tap"), booster("energy_tank")),
                                List.of(new BoosterLevel(new BoosterType("multi_tap"), 4)),
                                List.of(use("turbo_tap"), use("energy_tank"))))
                .quests(quests())
                .done();
    }

    /** Ten: two under way, two to be claimed, six that were claimed. */
    private static QuestState quests() {
        return new QuestState(
                List.of(
                        new StartedQuest(new QuestId("daily_warm_up"), AT, 98_123),
                        new StartedQuest(new QuestId("visit_the_platform"), AT, 0)),
                List.of(earned("known_in_town"), earned("once_upon_a_fair")),
                IntStream.range(0, 6)
                        .mapToObj(i -> new ClaimedQuest(new QuestId("ten_thousand_" + i), 20_717))
                        .toList(),
                List.of(),
                10);
    }

    private static EarnedQuest earned(String quest) {
        return new EarnedQuest(new QuestId(quest), 0, new Reward(20_000, 5, List.of()));
    }

    private static ActiveBooster booster(String type) {
        return new ActiveBooster(
                new BoosterType(type), Effect.FUNZ_PER_TAP_MULTIPLY, 20_000, AT + 60_000);
    }

    private static BoosterUse use(String type) {
        return new BoosterUse(new BoosterType(type), AT + 3_600_000, 20_717, 2);
    }

    @ParameterizedTest
    @EnumSource(RedisVersion.class)
    void a_player_of_thirty_cards_ten_quests_and_two_boosters_takes_at_most_two_kibibytes(
            RedisVersion version, TestReporter reporter) {
        PlayerState player = typicalPlayer();
        List<String> fields = new PlayerFields().write(player, null);
        Keys keys = new Keys("memory:");
        int partition = Partitions.STANDARD.of(player.id());
        String key = keys.player(partition, player.id());
        try (RedisClient client = RedisClient.create(servers.redis(version).uri());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            RedisCommands<String, String> commands = connection.sync();
            commands.hset(key, "v", new PlayerVersion(3, 2, 12_345, ID).toString());
            commands.hset(key, PlayerFields.LAST_ENTRY, AT + "-12");
            for (int i = 0; i < fields.size(); i += 2) {
                commands.hset(key, fields.get(i), fields.get(i + 1));
            }
            String effective =
                    EffectiveField.of(player, new HotContent(TestCatalogs.full(), new GameCodec()));
            commands.hset(key, PlayerFields.EFFECTIVE, effective);

            assertThat(effective).isNotEmpty();
            long bytes = bytesOf(commands, key);
            reporter.publishEntry("bytes of a hot player on Redis " + version, "" + bytes);
            assertThat(bytes).isLessThanOrEqualTo(BYTES_MAX);
        }
    }

    /**
     * Counts every field: unasked, Redis looks at any five of them and takes the rest to be alike.
     */
    private static long bytesOf(RedisCommands<String, String> commands, String key) {
        return commands.dispatch(
                CommandType.MEMORY,
                new IntegerOutput<>(StringCodec.UTF8),
                new CommandArgs<>(StringCodec.UTF8)
                        .add(CommandKeyword.USAGE)
                        .addKey(key)
                        .add("SAMPLES")
                        .add(0));
    }
}
