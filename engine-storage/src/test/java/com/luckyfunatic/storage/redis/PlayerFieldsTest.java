package com.luckyfunatic.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.RuleHandler;
import com.luckyfunatic.engine.booster.ActiveBooster;
import com.luckyfunatic.engine.booster.BoosterLevel;
import com.luckyfunatic.engine.booster.BoosterState;
import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.engine.booster.BoosterUse;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.effect.Effect;
import com.luckyfunatic.engine.id.SnowflakeIds;
import com.luckyfunatic.engine.income.IncomeState;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.quest.QuestState;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.engine.testkit.EdgeAmounts;
import com.luckyfunatic.engine.testkit.GeneratedEnvelopes;
import com.luckyfunatic.engine.testkit.Seeds;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.storage.codec.CompactCodec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PlayerFieldsTest {
    private static final int STEPS = 200;

    private final PlayerFields fields = new PlayerFields();

    static LongStream seeds() {
        return Seeds.all();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_state_of_a_life_is_read_as_it_was_written_whole_and_piece_by_piece(long seed) {
        RandomGenerator random = Seeds.random(seed);
        SettableClock clock = new SettableClock();
        SnowflakeIds ids = new SnowflakeIds(0, clock, 0);
        Catalog catalog =
                TestCatalogs.startingWith(EdgeAmounts.draw(random), EdgeAmounts.draw(random));
        RuleHandler rules = new RuleHandler(catalog, random, ids::next);
        var life =
                new GeneratedEnvelopes(
                        random, catalog, clock, new PlayerId(ids.next()), new PlayerId(7));
        Map<String, String> stored = new HashMap<>();
        PlayerState state = null;

        for (int step = 0; step < STEPS; step++) {
            PlayerState after = rules.handle(state, life.next()).answer().state();
            if (after != null) {
                put(stored, after, fields.write(after, state));
                assertThat(fields.read(stored)).isEqualTo(after);
                Map<String, String> whole = new HashMap<>();
                put(whole, after, fields.write(after, null));
                if (stored.containsKey(PlayerFields.QUESTS)) {
                    // Quests that are gone, by a reset, leave a field that tells of none.
                    whole.putIfAbsent(PlayerFields.QUESTS, QuestText.write(QuestState.NONE));
                }
                assertThat(stored).isEqualTo(whole);
                state = after;
            }
        }
        assertThat(state).isNotNull();
    }

    private static void put(Map<String, String> hash, PlayerState state, List<String> fields) {
        for (int i = 0; i < fields.size(); i += 2) {
            hash.put(fields.get(i), fields.get(i + 1));
        }
        PlayerVersion version = new PlayerVersion(3, 2, state.sequence(), 1);
        hash.put(PlayerFields.VERSION, version.toString());
    }

    private Map<String, String> player() {
        SettableClock clock = new SettableClock();
        RuleHandler rules = new RuleHandler(TestCatalogs.full(), Seeds.random(1), () -> 1);
        var life =
                new GeneratedEnvelopes(
                        Seeds.random(1), TestCatalogs.full(), clock, new PlayerId(5), null);
        PlayerState state = null;
        while (state == null) {
            state = rules.handle(null, life.next()).answer().state();
        }
        Map<String, String> hash = new HashMap<>();
        put(hash, state, fields.write(state, null));
        return hash;
    }

    @Test
    void a_tap_writes_only_what_it_changed() {
        Map<String, String> before = player();
        PlayerState state = fields.read(before);
        PlayerState after = state.change().wallet(state.wallet().earnFunz(1)).done().nextChange(9);

        assertThat(fields.write(after, state)).hasSize(2).startsWith(PlayerFields.HOT);
    }

    @Test
    void boosters_of_the_form_before_are_read_and_written_anew_when_they_change() {
        Map<String, String> stored = player();
        PlayerState state = fields.read(stored);
        BoosterState boosters =
                new BoosterState(
                        List.of(
                                new ActiveBooster(
                                        new BoosterType("tea"),
                                        Effect.ENERGY_MAX_ADD,
                                        7,
                                        1_790_000_000_000L)),
                        List.of(new BoosterLevel(new BoosterType("multitap"), 2)),
                        List.of(new BoosterUse(new BoosterType("tea"), 5, 20_454, 1)));
        PlayerState before = state.change().boosters(boosters).done();
        stored.put(PlayerFields.FORM, "1");
        stored.put(
                PlayerFields.BOOSTERS,
                new CompactCodec<>(BoosterState.class).write(before.boosters()));
        assertThat(fields.read(stored)).isEqualTo(before);

        PlayerState after = state.change().boosters(BoosterState.NONE).done();
        put(stored, after, fields.write(after, before));

        assertThat(fields.read(stored)).isEqualTo(after);
        assertThat(stored).containsEntry(PlayerFields.FORM, "2");
    }

    @Test
    void parts_of_the_income_that_were_stored_with_the_rest_are_read_and_move() {
        Map<String, String> stored = player();
        IncomeState income = new IncomeState(4, 5, 6, true, 7_777);
        PlayerState before = fields.read(stored).change().income(income).done();
        put(stored, before, fields.write(before, null));
        String numbers = Objects.requireNonNull(stored.get(PlayerFields.HOT));
        stored.put(PlayerFields.HOT, numbers.substring(0, numbers.lastIndexOf(' ')));
        CompactCodec<PlayerState> codec = CompactCodec.ofStates();
        PlayerState rest = codec.read(Objects.requireNonNull(stored.get(PlayerFields.REST)));
        IncomeState onlyParts = new IncomeState(0, 0, 0, false, 7_777);
        stored.put(PlayerFields.REST, codec.write(rest.change().income(onlyParts).done()));
        assertThat(fields.read(stored)).isEqualTo(before);

        IncomeState later = new IncomeState(4, 5, 6, true, 1);
        PlayerState after = before.change().income(later).done();
        put(stored, after, fields.write(after, before));

        assertThat(fields.read(stored)).isEqualTo(after);
    }

    @Test
    void what_cannot_be_understood_is_reported_as_corrupt() {
        for (String field : player().keySet()) {
            Map<String, String> missing = player();
            missing.remove(field);
            assertThatThrownBy(() -> fields.read(missing))
                    .as(field)
                    .isInstanceOf(StorageCorruptException.class);
            Map<String, String> broken = player();
            broken.put(field, "x");
            assertThatThrownBy(() -> fields.read(broken))
                    .as(field)
                    .isInstanceOf(StorageCorruptException.class);
        }
    }
}
