package com.luckyfunatic.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.RuleHandler;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.Handled;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.testkit.Seeds;
import com.luckyfunatic.engine.wallet.Wallet;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.engine.wallet.WalletEvent.BalanceAdjusted;
import com.luckyfunatic.engine.wallet.WalletRefusal.InsufficientFunds;
import com.luckyfunatic.storage.codec.ChangeDocument;
import com.luckyfunatic.storage.redis.hot.EffectiveField;
import com.luckyfunatic.storage.redis.script.Script;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** The debit script and the wallet's rule, as {@link HotTwin} holds the others together. */
final class HotDebitTwin {
    private static final int STEPS = 20;
    private static final String EVENTS = "\"events\":[";

    private final HotRedis redis;
    private final HotPlayers hot;
    private final Script script;
    private final int lane;
    private final PlayerId player;
    private int asked;
    private int taken;

    HotDebitTwin(HotRedis redis, Script script, int lane) {
        this.redis = redis;
        this.script = script;
        this.lane = lane;
        hot = redis.hotPlayers(redis.scripts::of);
        player = redis.player(lane);
    }

    /** The share of its steps that the script decided, over all seeds. */
    double share() {
        return (double) taken / asked;
    }

    /** Runs {@code seed}. */
    void run(long seed) {
        RandomGenerator random = Seeds.random(seed);
        var catalog = HotCatalogs.ALL.get(random.nextInt(HotCatalogs.ALL.size()));
        HotLife life = new HotLife(random, player, catalog);
        RuleHandler rules = new RuleHandler(catalog, random, () -> 77);
        PlayerState state = life.start();
        String start = state.toString();
        redis.forget(lane);
        long generation =
                redis.players.read(player, null) instanceof RedisPlayers.Read.NotLoaded(long known)
                        ? known
                        : -1;
        PlayerVersion version = new PlayerVersion(generation, 3, state.sequence(), 1);
        redis.players.hydrate(player, version, state, life.clock().millis());
        redis.commands()
                .hset(
                        redis.keys.player(lane, player),
                        PlayerFields.EFFECTIVE,
                        EffectiveField.of(state, hot.content(catalog)));
        for (int step = 0; step < STEPS; step++) {
            AdjustBalance debit = debit(random, state.wallet());
            CommandEnvelope envelope =
                    new CommandEnvelope(
                            player,
                            null,
                            life.clock().millis() + step,
                            new Actor.Operator("shop"),
                            debit);
            Handled expected = rules.handle(state, envelope);
            HotRedis.Stored before = redis.stored(lane);
            List<String> reply =
                    redis.run(
                            script,
                            redis.scriptKeys(lane),
                            arguments(envelope, debit, rules, generation));
            HotRedis.Stored after = redis.stored(lane);
            String why = "seed " + seed + ", step " + step + ", " + debit + " of " + start;
            asked++;
            if (reply.getFirst().equals("fallback")) {
                assertThat(after).as(why).isEqualTo(before);
                return;
            }
            taken++;
            StateChange change = expected.change();
            if (change == null) {
                assertThat(expected.answer().outcome())
                        .as(why)
                        .isEqualTo(
                                new Outcome.Refused(
                                        new InsufficientFunds(
                                                debit.currency(),
                                                -debit.delta(),
                                                Long.parseLong(reply.get(1)))));
                assertThat(reply.getFirst()).as(why).isEqualTo("insufficient_funds");
                assertThat(after).as(why).isEqualTo(before);
                continue;
            }
            state = Objects.requireNonNull(expected.answer().state());
            version = RedisPlayers.versionAfter(version, change);
            assertThat(reply.getFirst()).as(why).isEqualTo("accepted");
            assertThat(Long.parseLong(reply.get(1))).isEqualTo(expected.answer().nowMillis());
            assertThat(new PlayerFields().read(RedisPlayers.fieldsIn(reply, 2)))
                    .as(why)
                    .isEqualTo(state);
            assertThat(new PlayerFields().read(after.hash())).as(why).isEqualTo(state);
            assertThat(after.hash())
                    .containsEntry(PlayerFields.VERSION, version.toString())
                    .containsEntry(PlayerFields.LAST_ENTRY, after.lastName())
                    .containsEntry(
                            PlayerFields.EFFECTIVE, EffectiveField.of(state, hot.content(catalog)));
            assertThat(after.entries()).as(why).isEqualTo(before.entries() + 1);
            assertThat(after.lastEntry())
                    .as(why)
                    .containsEntry("c", JournalEntry.text(change, redis.codec))
                    .containsEntry("v", version.toString())
                    .containsEntry("p", player.toString());
        }
    }

    private static AdjustBalance debit(RandomGenerator random, Wallet wallet) {
        Currency currency = random.nextBoolean() ? Currency.FUNZ : Currency.JOKERS;
        long amount =
                switch (random.nextInt(4)) {
                    case 0 -> wallet.balance(currency) + random.nextInt(-1, 2);
                    case 1 -> random.nextLong(1, Amounts.MAX);
                    default -> random.nextInt(1, 500);
                };
        return new AdjustBalance(currency, -Math.clamp(amount, 1, Amounts.MAX), "bought");
    }

    /** Returns what the script is told of {@code debit}. */
    String[] arguments(
            CommandEnvelope envelope, AdjustBalance debit, RuleHandler rules, long generation) {
        String document =
                redis.codec.write(
                        new ChangeDocument(
                                AdjustBalance.class.getSimpleName(),
                                null,
                                envelope.actor(),
                                rules.catalog().version(),
                                Durability.HARD,
                                List.of(
                                        new BalanceAdjusted(
                                                debit.currency(), debit.delta(), debit.reason())),
                                new Wallet(0, 0, 0)));
        int events = document.lastIndexOf(EVENTS) + EVENTS.length();
        return new String[] {
            Long.toString(generation),
            hot.content(rules.catalog()).name(),
            "0",
            player.toString(),
            Long.toString(envelope.nowMillis()),
            Long.toString(rules.nextChangeId()),
            document.substring(0, events),
            debit.currency().name().toLowerCase(Locale.ROOT),
            Long.toString(-debit.delta()),
            document.substring(events, document.lastIndexOf("],\"walletAfter\""))
        };
    }
}
