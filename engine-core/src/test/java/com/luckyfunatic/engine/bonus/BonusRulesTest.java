package com.luckyfunatic.engine.bonus;

import static com.luckyfunatic.engine.fixture.TestBonus.AGAIN;
import static com.luckyfunatic.engine.fixture.TestBonus.CHEST;
import static com.luckyfunatic.engine.fixture.TestBonus.COINS;
import static com.luckyfunatic.engine.fixture.TestCatalog.SHARD;
import static com.luckyfunatic.engine.fixture.TestCatalog.TICKET;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.GameRules;
import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.bonus.BonusCommand.ClaimDailyBonus;
import com.luckyfunatic.engine.bonus.BonusCommand.SpinForItem;
import com.luckyfunatic.engine.bonus.BonusEvent.StreakPaid;
import com.luckyfunatic.engine.bonus.BonusEvent.WheelSpun;
import com.luckyfunatic.engine.bonus.BonusResult.DailyBonusClaimed;
import com.luckyfunatic.engine.bonus.BonusResult.Spin;
import com.luckyfunatic.engine.bonus.BonusResult.SpunForItem;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.Row;
import com.luckyfunatic.engine.fixture.TestBonus;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.item.ItemDefinition;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.reward.Reward;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BonusRulesTest {
    private static final Catalog CATALOG = TestCatalog.catalog();
    private static final Catalog WITHOUT =
            TestCatalog.standard().dailyBonus(BonusDefinition.NONE).build();
    private static final long DAY = 86_400_000;

    /** The UTC day of the tests; they begin at its noon. */
    private static final long TODAY = Play.START / DAY;

    private static final long MIDNIGHT = (TODAY + 1) * DAY;
    private static final Reward CHEST_PRIZE = new Reward(0, 2, List.of(new ItemStack(SHARD, 3)));

    /** A decision with a roll. */
    record Case(
            String name,
            PlayerState state,
            BonusCommand command,
            long atMillis,
            int roll,
            Catalog catalog,
            Decision expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> claims() {
        return Stream.of(
                claim("the first", BonusState.NONE, Play.START, paid(TODAY, 1, 500)),
                claim(
                        "the day after",
                        new BonusState(TODAY - 1, 1),
                        Play.START,
                        paid(TODAY, 2, 1_000)),
                claim(
                        "in the last millisecond of the day after",
                        new BonusState(TODAY - 1, 3),
                        MIDNIGHT - 1,
                        paid(TODAY, 4, 5_000)),
                claim(
                        "in the first millisecond of the day after",
                        new BonusState(TODAY, 4),
                        MIDNIGHT,
                        paid(TODAY + 1, 5, 15_000)),
                claim(
                        "a millisecond after the day after",
                        new BonusState(TODAY - 1, 4),
                        MIDNIGHT,
                        paid(TODAY + 1, 1, 500)),
                claim(
                        "the last day of the table",
                        new BonusState(TODAY - 1, 9),
                        Play.START,
                        paid(TODAY, 10, 1_000_000)),
                claim(
                        "beyond the table",
                        new BonusState(TODAY - 1, 10),
                        Play.START,
                        paid(TODAY, 11, 1_000_000)),
                claim(
                        "beyond the table, a day missed",
                        new BonusState(TODAY - 2, 10),
                        Play.START,
                        paid(TODAY, 1, 500)));
    }

    static Stream<Case> refusals() {
        return Stream.of(
                refused(
                        "the same day",
                        claimed(TODAY, 1),
                        new ClaimDailyBonus(),
                        MIDNIGHT - 1,
                        CATALOG,
                        new BonusRefusal.DayAlreadyClaimed(MIDNIGHT)),
                refused(
                        "by a clock that is a day behind",
                        claimed(TODAY + 1, 2),
                        new ClaimDailyBonus(),
                        MIDNIGHT - 1,
                        CATALOG,
                        new BonusRefusal.DayAlreadyClaimed(MIDNIGHT + DAY)),
                refused(
                        "no daily bonus",
                        Players.fresh(),
                        new ClaimDailyBonus(),
                        Play.START,
                        WITHOUT,
                        new BonusRefusal.BonusNotOffered()),
                refused(
                        "no daily bonus to spin at",
                        Players.fresh().item(TICKET, 1),
                        new SpinForItem(),
                        Play.START,
                        WITHOUT,
                        new BonusRefusal.BonusNotOffered()),
                refused(
                        "no spins for items",
                        Players.fresh().item(TICKET, 1),
                        new SpinForItem(),
                        Play.START,
                        TestCatalog.standard().dailyBonus(TestBonus.meagre()).build(),
                        new BonusRefusal.BonusNotOffered()),
                refused(
                        "no ticket",
                        Players.fresh().item(SHARD, 1),
                        new SpinForItem(),
                        Play.START,
                        CATALOG,
                        new BonusRefusal.NoSpinLeft(TICKET)));
    }

    static Stream<Case> spins() {
        Players ticket = Players.fresh().item(TICKET, 1);
        return Stream.of(
                spin("the first roll of the first", ticket, 0, COINS, Reward.ofFunz(100)),
                spin("the last roll of the first", ticket, 5, COINS, Reward.ofFunz(100)),
                spin("the first roll of the second", ticket, 6, CHEST, CHEST_PRIZE),
                spin("the last roll of the second", ticket, 8, CHEST, CHEST_PRIZE),
                spin("the last roll", ticket, 9, AGAIN, TestBonus.items(TICKET, 1)),
                spin(
                        "a ticket comes back where the spent one was",
                        Players.fresh().item(TICKET, 5),
                        9,
                        AGAIN,
                        TestBonus.items(TICKET, 1)),
                spin(
                        "the streak of the day does not matter",
                        claimed(TODAY, 3).item(TICKET, 1),
                        0,
                        COINS,
                        Reward.ofFunz(100)),
                spin(
                        "funz beyond the cap are cut",
                        Players.fresh().item(TICKET, 1).wallet(Amounts.MAX - 1, 0),
                        0,
                        COINS,
                        Reward.ofFunz(1),
                        Reward.ofFunz(99)),
                spin(
                        "at the cap nothing is paid, and that is said",
                        Players.fresh()
                                .item(TICKET, 1)
                                .item(SHARD, 98)
                                .wallet(Amounts.MAX, Amounts.MAX),
                        7,
                        CHEST,
                        TestBonus.items(SHARD, 1),
                        new Reward(0, 2, List.of(new ItemStack(SHARD, 2)))),
                spin(
                        "of items that content would not allow none are paid",
                        Players.fresh().item(TICKET, 1).item(SHARD, 120),
                        7,
                        CHEST,
                        new Reward(0, 2, List.of()),
                        TestBonus.items(SHARD, 3)));
    }

    @ParameterizedTest
    @MethodSource({"claims", "refusals", "spins"})
    void decides(Case row) {
        RuleContext context = context(row.atMillis(), row.catalog(), row.roll());

        assertThat(GameRules.decide(row.state(), row.command(), context)).isEqualTo(row.expected());
    }

    @Test
    void streak_and_wheel_together_stop_at_the_cap() {
        PlayerState state = Players.fresh().wallet(Amounts.MAX - 550, 0).state();

        assertThat(GameRules.decide(state, new ClaimDailyBonus(), context(Play.START, CATALOG, 0)))
                .isEqualTo(
                        Row.accepted(
                                new DailyBonusClaimed(
                                        1, 500, new Spin(0, 10, COINS, Reward.ofFunz(50))),
                                new StreakPaid(TODAY, 1, 500, 0),
                                new WheelSpun(
                                        null, 0, 10, COINS, Reward.ofFunz(50), Reward.ofFunz(50))));
    }

    @Test
    void a_streak_that_does_not_fit_is_cut_and_still_a_day() {
        PlayerState state = Players.fresh().wallet(Amounts.MAX - 1, 0).state();

        assertThat(GameRules.decide(state, new ClaimDailyBonus(), context(Play.START, CATALOG, 9)))
                .isEqualTo(
                        Row.accepted(
                                new DailyBonusClaimed(
                                        1, 1, new Spin(9, 10, AGAIN, TestBonus.items(TICKET, 1))),
                                new StreakPaid(TODAY, 1, 1, 499),
                                new WheelSpun(
                                        null,
                                        9,
                                        10,
                                        AGAIN,
                                        TestBonus.items(TICKET, 1),
                                        Reward.NOTHING)));
    }

    @Test
    void ten_days_pay_the_table_and_every_day_is_hard() {
        Play play = Play.from(noWheelMoney(), Players.fresh());
        for (int day = 0; day < 12; day++) {
            play.does(new ClaimDailyBonus());
            assertThat(play.refusalOf(new ClaimDailyBonus()))
                    .isInstanceOf(BonusRefusal.DayAlreadyClaimed.class);
            play.at(play.now() + DAY);
        }

        assertThat(play.state().wallet().funzEarned())
                .as("500 + 1 000 + 2 500 + 5 000 + 15 000 + 25 000 + 100 000 + 250 000 + 500 000")
                .isEqualTo(899_000 + 3 * 1_000_000);
        assertThat(play.state().bonus()).isEqualTo(new BonusState(TODAY + 11, 12));
        assertThat(play.state().rank().rank()).as("what is won counts for ranks").isEqualTo(6);
        assertThat(play.journal()).allMatch(change -> change.durability() == Durability.HARD);
    }

    @Test
    void the_last_and_the_first_millisecond_of_two_days_are_two_days() {
        Play play = Play.from(CATALOG, Players.fresh()).at(MIDNIGHT - 1);
        play.does(new ClaimDailyBonus()).at(MIDNIGHT).does(new ClaimDailyBonus());

        assertThat(play.state().bonus()).isEqualTo(new BonusState(TODAY + 1, 2));
    }

    @Test
    void a_clock_that_goes_back_over_midnight_pays_no_day_twice() {
        Play play = Play.from(CATALOG, Players.fresh()).at(MIDNIGHT).does(new ClaimDailyBonus());

        assertThat(play.at(MIDNIGHT - 1).refusalOf(new ClaimDailyBonus()))
                .isEqualTo(new BonusRefusal.DayAlreadyClaimed(MIDNIGHT + DAY));
        assertThat(play.at(MIDNIGHT + 1).refusalOf(new ClaimDailyBonus()))
                .isEqualTo(new BonusRefusal.DayAlreadyClaimed(MIDNIGHT + DAY));
    }

    @Test
    void tickets_are_used_up_one_by_one() {
        Catalog noTickets =
                TestCatalog.standard()
                        .dailyBonus(
                                new BonusDefinition(
                                        TICKET,
                                        List.of(
                                                new WheelSegment(
                                                        COINS, "Coins", 3, Reward.ofFunz(7))),
                                        List.of(new StreakDay(1))))
                        .build();
        Play play = Play.from(noTickets, Players.fresh().item(TICKET, 2));

        play.does(new SpinForItem()).does(new SpinForItem());

        assertThat(play.refusalOf(new SpinForItem()))
                .isEqualTo(new BonusRefusal.NoSpinLeft(TICKET));
        assertThat(play.state().items().count(TICKET)).isZero();
        assertThat(play.state().wallet().funzEarned()).isEqualTo(14);
        assertThat(play.state().bonus()).as("the streak").isEqualTo(BonusState.NONE);
    }

    @Test
    void what_was_won_is_kept_when_content_forgets_it() {
        Play play = Play.from(CATALOG, Players.fresh()).does(new ClaimDailyBonus());
        PlayerState won = play.state();

        play.use(TestCatalog.standard().emptyShelves().build());

        assertThat(play.refusalOf(new ClaimDailyBonus()))
                .isEqualTo(new BonusRefusal.BonusNotOffered());
        assertThat(play.state()).isEqualTo(won);
    }

    @Test
    void every_roll_in_the_journal_gives_its_segment_and_its_prize_again() {
        Play play = Play.from(CATALOG, Players.fresh().item(TICKET, 5));
        for (int day = 0; day < 200; day++) {
            play.execute(new ClaimDailyBonus());
            play.execute(new SpinForItem());
            play.at(play.now() + DAY);
        }
        BonusDefinition bonus = CATALOG.dailyBonus();
        List<WheelSpun> spins =
                play.journal().stream()
                        .flatMap(change -> change.events().stream())
                        .filter(WheelSpun.class::isInstance)
                        .map(WheelSpun.class::cast)
                        .toList();

        assertThat(spins).hasSizeGreaterThan(200);
        assertThat(spins).extracting(WheelSpun::roll).contains(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(spins)
                .allSatisfy(spun -> {
                    WheelSegment segment = bonus.segmentAt(spun.roll());
                    assertThat(spun.rolls()).isEqualTo(bonus.rolls());
                    assertThat(spun.segment()).isEqualTo(segment.id());
                    assertThat(together(spun.paid(), spun.cut())).isEqualTo(segment.prize());
                });
    }

    private static Reward together(Reward one, Reward other) {
        List<ItemStack> items =
                Stream.of(one, other)
                        .flatMap(each -> each.items().stream())
                        .map(ItemStack::item)
                        .distinct()
                        .map(item ->
                                new ItemStack(
                                        item,
                                        Stream.of(one, other)
                                                .flatMap(each -> each.items().stream())
                                                .filter(each -> each.item().equals(item))
                                                .mapToInt(ItemStack::count)
                                                .sum()))
                        .toList();
        return new Reward(one.funz() + other.funz(), one.jokers() + other.jokers(), items);
    }

    @Test
    void a_player_sees_streak_and_next_claim() {
        assertThat(status(Players.fresh(), Play.START)).isEqualTo(seen(false, 0, 1, Play.START, 0));
        assertThat(status(claimed(TODAY, 3).item(TICKET, 2), Play.START))
                .isEqualTo(seen(true, 3, 4, MIDNIGHT, 2));
        assertThat(status(claimed(TODAY, 3), MIDNIGHT)).isEqualTo(seen(false, 3, 4, MIDNIGHT, 0));
        assertThat(status(claimed(TODAY, 3), MIDNIGHT + DAY))
                .isEqualTo(seen(false, 0, 1, MIDNIGHT + DAY, 0));
        assertThat(status(claimed(TODAY + 1, 3), Play.START))
                .as("claimed under a clock that is ahead")
                .isEqualTo(seen(true, 3, 4, MIDNIGHT + DAY, 0));
    }

    private static BonusStatus seen(
            boolean isClaimed, int streak, int nextDay, long nextClaim, int tickets) {
        return new BonusStatus(
                CATALOG.dailyBonus(), isClaimed, streak, nextDay, nextClaim, tickets);
    }

    @Test
    void a_player_without_a_daily_bonus_sees_that_there_is_none() {
        BonusStatus status =
                BonusRules.status(Players.fresh().state(), Play.contextAt(Play.START, WITHOUT));

        assertThat(status.definition().isOffered()).isFalse();
        assertThat(status.spinItems()).isZero();
    }

    private static BonusStatus status(Players player, long atMillis) {
        return BonusRules.status(player.state(), Play.contextAt(atMillis, CATALOG));
    }

    /** Returns content whose wheel pays items only, and none that are cut within a test. */
    private static Catalog noWheelMoney() {
        WheelSegment shard = new WheelSegment(CHEST, "Shard", 1, TestBonus.items(SHARD, 1));
        return TestCatalog.standard()
                .item(new ItemDefinition(SHARD, "Shard", "Many", 1_000))
                .dailyBonus(
                        new BonusDefinition(null, List.of(shard), TestBonus.standard().streak()))
                .build();
    }

    private static Players claimed(long epochDay, int streak) {
        PlayerState state = Players.fresh().state();
        return Players.of(state.change().bonus(new BonusState(epochDay, streak)).done());
    }

    private static StreakPaid paid(long epochDay, int streak, long funz) {
        return new StreakPaid(epochDay, streak, funz, 0);
    }

    private static Case claim(String name, BonusState bonus, long atMillis, StreakPaid paid) {
        PlayerState state = Players.fresh().state().change().bonus(bonus).done();
        return new Case(
                name,
                state,
                new ClaimDailyBonus(),
                atMillis,
                6,
                CATALOG,
                Row.accepted(
                        new DailyBonusClaimed(
                                paid.streak(),
                                paid.funzDelta(),
                                new Spin(6, 10, CHEST, CHEST_PRIZE)),
                        paid,
                        new WheelSpun(null, 6, 10, CHEST, CHEST_PRIZE, Reward.NOTHING)));
    }

    private static Case refused(
            String name,
            Players player,
            BonusCommand command,
            long atMillis,
            Catalog catalog,
            Refusal reason) {
        return new Case(name, player.state(), command, atMillis, 0, catalog, Row.refused(reason));
    }

    private static Case spin(
            String name, Players player, int roll, SegmentId segment, Reward paid) {
        return spin(name, player, roll, segment, paid, Reward.NOTHING);
    }

    private static Case spin(
            String name, Players player, int roll, SegmentId segment, Reward paid, Reward cut) {
        return new Case(
                name,
                player.state(),
                new SpinForItem(),
                Play.START,
                roll,
                CATALOG,
                Row.accepted(
                        new SpunForItem(TICKET, new Spin(roll, 10, segment, paid)),
                        new WheelSpun(TICKET, roll, 10, segment, paid, cut)));
    }

    private static RuleContext context(long atMillis, Catalog catalog, int roll) {
        return new RuleContext(atMillis, catalog, new Rolling(roll));
    }

    /** Chance that gives one roll. */
    private record Rolling(int roll) implements RandomGenerator {
        @Override
        public int nextInt(int bound) {
            assertThat(roll).as("a roll of the wheel").isBetween(0, bound - 1);
            return roll;
        }

        @Override
        public long nextLong() {
            throw new AssertionError("the wheel draws one bounded number");
        }
    }
}
