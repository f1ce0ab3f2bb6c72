package com.luckyfunatic.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.RuleHandler;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.booster.ActiveBooster;
import com.luckyfunatic.engine.booster.BoosterCommand.ActivateBooster;
import com.luckyfunatic.engine.booster.BoosterState;
import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.engine.booster.BoosterUse;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.effect.Effect;
import com.luckyfunatic.engine.energy.EnergyState;
import com.luckyfunatic.engine.income.IncomeCommand.CollectIncome;
import com.luckyfunatic.engine.income.IncomeState;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.quest.ClaimedQuest;
import com.luckyfunatic.engine.quest.External;
import com.luckyfunatic.engine.quest.ExternalKind;
import com.luckyfunatic.engine.quest.QuestCommand.ClaimQuest;
import com.luckyfunatic.engine.quest.QuestId;
import com.luckyfunatic.engine.quest.QuestState;
import com.luckyfunatic.engine.quest.StartedQuest;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.tap.TapSequence;
import com.luckyfunatic.engine.tap.TapSession;
import com.luckyfunatic.engine.tap.TapState;
import com.luckyfunatic.engine.testkit.Seeds;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.wallet.Wallet;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.storage.redis.hot.EffectiveField;
import com.luckyfunatic.storage.redis.hot.HotCommand;
import com.luckyfunatic.storage.redis.hot.HotContent;
import com.luckyfunatic.storage.redis.script.Script;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Texts that are no amounts, put straight into a player's hash or a script's arguments: the script
 * must refuse and leave everything as it is.
 */
final class HotRawTexts {
    /** Texts that stand for no whole number, or not as such a number is written. */
    static final List<String> NO_NUMBERS =
            List.of(
                    "", " 5", "5 ", "1e3", "0x10", "-0", "+5", "05", "00", "nan", "inf", "-inf",
                    "5.0", "--5", "-", "5-", "1_000", "5\n", "five");

    private static final List<String> NO_AMOUNTS =
            List.of(
                    "-1",
                    "-9007199254740991",
                    "9007199254740992",
                    "9007199254740993",
                    "9223372036854775807",
                    "-9223372036854775808");

    private static final String MAX = "9007199254740991";
    private static final long AT = SettableClock.START.toEpochMilli() + 1_000_000;
    private static final int EFFECTIVE_NUMBERS = 12;
    private static final int NUMBERS = 18;

    private static final QuestId DAILY_LINK = new QuestId("daily_link");

    private final HotRedis redis;
    private final HotPlayers hot;
    private final int lane;
    private final RuleHandler rules;
    private final PlayerId player;
    private final PlayerState state;
    private final String version;
    private final long generation;

    HotRawTexts(HotRedis redis, HotPlayers hot, int lane) {
        this.redis = redis;
        this.hot = hot;
        this.lane = lane;
        player = redis.player(lane);
        Catalog catalog = HotCatalogs.ALL.getFirst();
        rules = new RuleHandler(catalog, Seeds.random(1), () -> 99);
        state = state();
        redis.forget(lane);
        generation =
                redis.players.read(player, null) instanceof RedisPlayers.Read.NotLoaded(long known)
                        ? known
                        : -1;
        version = new PlayerVersion(generation, 3, state.sequence(), 1).toString();
    }

    private PlayerState state() {
        PlayerState created =
                Objects.requireNonNull(
                        rules.handle(null, envelope(new CreatePlayer(null, false), AT))
                                .answer()
                                .state());
        return created.change()
                .version(5, AT)
                .wallet(new Wallet(50, 60, 70))
                .tap(
                        new TapState(
                                10,
                                30_000,
                                AT - 10,
                                List.of(new TapSession(7, 1, 2, 3), new TapSession(8, 4, 5, 6))))
                .energy(new EnergyState(500_000_000, AT - 20))
                .income(new IncomeState(AT - 40, AT - 30, 3_700_000, false, 5))
                .quests(
                        new QuestState(
                                List.of(
                                        new StartedQuest(new QuestId("website"), AT, 0),
                                        new StartedQuest(DAILY_LINK, AT - 4_000, 0)),
                                List.of(),
                                List.of(new ClaimedQuest(DAILY_LINK, Days.epochDay(AT) - 1)),
                                List.of(new External(ExternalKind.WALLET_CONNECTED, "")),
                                3))
                .boosters(
                        new BoosterState(
                                List.of(
                                        new ActiveBooster(
                                                new BoosterType("tea"),
                                                Effect.ENERGY_MAX_ADD,
                                                100,
                                                AT + 100_000)),
                                List.of(),
                                List.of(new BoosterUse(new BoosterType("tea"), AT, 20_454, 1))))
                .done();
    }

    private CommandEnvelope envelope(Command command, long now) {
        return new CommandEnvelope(player, null, now, Actor.Player.SELF, command);
    }

    private String[] argumentsOf(CommandEnvelope envelope) {
        HotContent content = hot.content(rules.catalog());
        return Objects.requireNonNull(HotCommand.of(envelope, content))
                .arguments(envelope, rules, content, generation);
    }

    /** Checks the script of taps. */
    void checkTap(Script script) {
        Case each = new Case(script, new Tap(5, new TapSequence(8, 5)));
        each.checkCommon();
        each.checkRows(PlayerFields.TAP_SESSIONS, NO_NUMBERS, ":");
        each.arguments(List.of(8, 9, 10, 11), NO_NUMBERS, "corrupt");
        each.arguments(List.of(8, 9, 10, 11), NO_AMOUNTS, "fallback");
        each.arguments(List.of(13), NO_NUMBERS, "corrupt");
        each.arguments(
                List.of(12), NO_NUMBERS.stream().filter(t -> !t.isEmpty()).toList(), "corrupt");
        each.effective(4, MAX, "fallback");
        each.effective(6, MAX, "fallback");
        each.number(1, MAX, "fallback");
        each.number(3, MAX, "fallback");
        each.number(4, MAX, "fallback");
    }

    /** Checks the script of passive income. */
    void checkIncome(Script script) {
        Case each = new Case(script, new CollectIncome());
        each.checkCommon();
        each.arguments(List.of(8), NO_NUMBERS, "corrupt");
        each.arguments(List.of(8), NO_AMOUNTS, "fallback");
        each.effective(8, MAX, "fallback");
        each.effective(10, MAX, "fallback");
        each.effective(11, "1", "fallback");
        each.number(1, MAX, "fallback");
        each.number(3, MAX, "fallback");
    }

    /** Checks the script of boosters. */
    void checkBooster(Script script) {
        Case each = new Case(script, new ActivateBooster(new BoosterType("full_energy")));
        each.checkCommon();
        List<Integer> numbers = List.of(9, 10, 11);
        each.arguments(numbers, NO_NUMBERS, "corrupt");
        each.arguments(numbers, NO_AMOUNTS, "fallback");
        each.arguments(List.of(9), List.of(MAX), "fallback");
        each.effective(6, MAX, "fallback");
        each.effective(8, MAX, "fallback");
        each.effective(10, MAX, "fallback");
        each.effective(11, "1", "fallback");
        each.field("b", "full_energy:ENERGY_MAX_ADD:100:" + (AT + 5_001) + ";;", "fallback");
        for (String bad : NO_NUMBERS) {
            each.field("b", "tea:ENERGY_MAX_ADD:100:" + bad + ";;", "corrupt");
            each.field("b", ";;full_energy:" + bad + ":20454:1", "corrupt");
            each.field("b", ";;full_energy:1:" + bad + ":1", "corrupt");
            each.field("b", ";;full_energy:1:20454:" + bad, "corrupt");
        }
        for (String bad : NO_AMOUNTS) {
            each.field("b", "tea:ENERGY_MAX_ADD:100:" + bad + ";;", "fallback");
            each.field("b", ";;full_energy:1:20454:" + bad, "fallback");
        }
        for (String bad :
                List.of("", ";", ";;;", "tea;;", "tea:1:2;;", ";;full_energy:1:2:3:4", "[]")) {
            each.field("b", bad, "corrupt");
        }
        each.field("f", "1", "fallback");
    }

    /** Checks the script of quests. */
    void checkQuest(Script script) {
        Case each = new Case(script, new ClaimQuest(DAILY_LINK));
        each.checkCommon();
        each.arguments(List.of(9, 11), NO_NUMBERS, "corrupt");
        each.arguments(List.of(9, 11), NO_AMOUNTS, "fallback");
        each.arguments(List.of(9), List.of(MAX), "fallback");
        each.arguments(List.of(11), List.of("9001", MAX), "fallback");
        each.number(12, "1", "fallback");
        each.effective(11, "1", "fallback");
        long today = Days.epochDay(AT);
        each.field("q", ";;;;0", "fallback");
        each.field("q", "daily_link:" + (AT + 2_001) + ":0;;;;0", "fallback");
        each.field("q", "daily_link:" + AT + ":0;;daily_link:" + today + ";;0", "fallback");
        each.field("q", ";daily_link:0:6:0:;;;0", "fallback");
        each.field("q", ";daily_link:" + today + ":6:1:;;;0", "fallback");
        each.field("q", ";daily_link:" + today + ":6:0:shard=1;;;0", "fallback");
        for (String bad : NO_NUMBERS) {
            // A space would begin another row.
            if (!bad.contains(" ")) {
                each.field("q", "daily_link:" + bad + ":0;;;;0", "corrupt");
                each.field("q", "daily_link:" + AT + ":" + bad + ";;;;0", "corrupt");
                each.field("q", ";daily_link:" + bad + ":6:0:;;;0", "corrupt");
                each.field("q", ";daily_link:" + today + ":" + bad + ":0:;;;0", "corrupt");
                each.field("q", ";daily_link:" + today + ":6:" + bad + ":;;;0", "corrupt");
                each.field("q", "daily_link:" + AT + ":0;;daily_link:" + bad + ";;0", "corrupt");
            }
        }
        for (String bad : NO_AMOUNTS) {
            each.field("q", "daily_link:" + AT + ":" + bad + ";;;;0", "fallback");
            each.field("q", ";daily_link:" + today + ":" + bad + ":0:;;;0", "fallback");
        }
        for (String bad : List.of("", ";", ";;;;", ";;;;x", ";;;;;0", "daily_link:1;;;;0", "[]")) {
            each.field("q", bad, "corrupt");
        }
    }

    /** Checks the script of debits. */
    void checkDebit(Script script) {
        AdjustBalance debit = new AdjustBalance(Currency.JOKERS, -60, "bought");
        CommandEnvelope envelope = envelope(debit, AT + 5_000);
        Case each =
                new Case(
                        script,
                        new HotDebitTwin(redis, script, lane)
                                .arguments(envelope, debit, rules, generation));
        each.checkCommon();
        each.arguments(List.of(9), NO_NUMBERS, "corrupt");
        each.arguments(List.of(9), NO_AMOUNTS, "fallback");
        each.arguments(List.of(9), List.of("61", MAX), "insufficient_funds");
        each.number(12, "1", "fallback");
        each.effective(11, "1", "fallback");
    }

    /** One command that its script would carry out. */
    private final class Case {
        private final Script script;
        private final String[] arguments;
        private final Map<String, String> hash;

        Case(Script script, Command command) {
            this(script, argumentsOf(envelope(command, AT + 5_000)));
        }

        Case(Script script, String[] arguments) {
            this.script = script;
            this.arguments = arguments;
            HotContent content = hot.content(rules.catalog());
            List<String> fields = new PlayerFields().write(state, null);
            hash = new HashMap<>();
            for (int i = 0; i < fields.size(); i += 2) {
                hash.put(fields.get(i), fields.get(i + 1));
            }
            hash.put(PlayerFields.VERSION, version);
            hash.put(PlayerFields.EFFECTIVE, EffectiveField.of(state, content));
            assertThat(replyTo(hash, arguments)).as("nothing is wrong").isEqualTo("accepted");
        }

        private String replyTo(Map<String, String> stored, String[] given) {
            redis.forget(lane);
            if (!stored.isEmpty()) {
                redis.commands().hset(redis.keys.player(lane, player), stored);
            }
            return redis.run(script, redis.scriptKeys(lane), given).getFirst();
        }

        private void refused(Map<String, String> stored, String[] given, String code, String why) {
            assertThat(replyTo(stored, given)).as(why).isEqualTo(code);
            HotRedis.Stored after = redis.stored(lane);
            assertThat(after.hash()).as(why).isEqualTo(stored);
            assertThat(after.entries()).as(why).isZero();
            assertThat(after.touched()).as(why).isNull();
        }

        void field(String name, String text, String code) {
            Map<String, String> bad = new HashMap<>(hash);
            bad.put(name, text);
            refused(bad, arguments, code, name + " is '" + text + "'");
        }

        private void word(String name, int place, String text, String code) {
            String[] words = Objects.requireNonNull(hash.get(name)).split(" ", -1);
            words[place] = text;
            field(name, String.join(" ", words), code);
        }

        void number(int place, String text, String code) {
            word(PlayerFields.HOT, place, text, code);
        }

        void effective(int place, String text, String code) {
            word(PlayerFields.EFFECTIVE, place + 1, text, code);
        }

        void arguments(List<Integer> places, List<String> texts, String code) {
            for (int place : places) {
                for (String text : texts) {
                    String[] bad = arguments.clone();
                    bad[place - 1] = text;
                    refused(hash, bad, code, "argument " + place + " is '" + text + "'");
                }
            }
        }

        void checkRows(String name, List<String> texts, String separator) {
            String[] parts = Objects.requireNonNull(hash.get(name)).split(separator, -1);
            for (int i = 0; i < parts.length; i++) {
                for (String text : texts) {
                    if (!parts[i].contains(" ")) {
                        String[] bad = parts.clone();
                        bad[i] = text;
                        field(name, String.join(separator, bad), "corrupt");
                    }
                }
            }
        }

        void checkCommon() {
            for (int place = 0; place < NUMBERS; place++) {
                for (String text : NO_NUMBERS) {
                    number(place, text, "corrupt");
                }
                for (String text : NO_AMOUNTS) {
                    number(place, text, "fallback");
                }
            }
            for (int place = 0; place < EFFECTIVE_NUMBERS; place++) {
                for (String text : NO_NUMBERS) {
                    effective(place, text, "fallback");
                }
                for (String text : NO_AMOUNTS) {
                    effective(place, text, "fallback");
                }
            }
            arguments(List.of(3, 5), NO_NUMBERS, "corrupt");
            arguments(List.of(3, 5), NO_AMOUNTS, "fallback");
            arguments(List.of(1), List.of("0", "", "99"), "generation");
            arguments(List.of(2), List.of("", "other"), "fallback");
            field(PlayerFields.FORM, "3", "fallback");
            field(PlayerFields.EFFECTIVE, "", "fallback");
            // As a later release might write it.
            String effective = Objects.requireNonNull(hash.get(PlayerFields.EFFECTIVE));
            field(PlayerFields.EFFECTIVE, effective + " 1", "fallback");
            field(
                    PlayerFields.EFFECTIVE,
                    effective.substring(0, effective.lastIndexOf(' ')),
                    "fallback");
            field(PlayerFields.VERSION, "77 3 5 1", "outdated");
            field(PlayerFields.VERSION, generation + " 3 6 1", "fallback");
            field(PlayerFields.VERSION, generation + " 3 05 1", "fallback");
            refused(Map.of(), arguments, "absent", "there is no player");
            // One more is a whole.
            number(17, "10000", "fallback");
            // Later than the last change.
            number(6, Long.toString(AT + 1), "fallback");
            number(8, Long.toString(AT + 1), "fallback");
            number(9, Long.toString(AT + 1), "fallback");
            number(10, Long.toString(AT + 1), "fallback");
        }
    }
}
