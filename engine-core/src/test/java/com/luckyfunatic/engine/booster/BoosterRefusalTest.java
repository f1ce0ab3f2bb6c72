package com.luckyfunatic.engine.booster;

import static com.luckyfunatic.engine.fixture.Play.START;
import static com.luckyfunatic.engine.fixture.TestBoosters.MULTITAP;
import static com.luckyfunatic.engine.fixture.TestBoosters.VIP_TAP;

import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.booster.BoosterCommand.ActivateBooster;
import com.luckyfunatic.engine.effect.Effect;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.Row;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.wallet.WalletRefusal.InsufficientFunds;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The order of refusals: unknown, requirements, active, cooling down, daily limit, balance. Each
 * row breaks its own condition and all that come after it.
 */
class BoosterRefusalTest {
    private static final long MIDNIGHT = START + Duration.ofHours(12).toMillis();
    private static final BoosterType NOTHING = new BoosterType("nothing");
    private static final Requirement RANK = new Requirement.ReachRank(3);
    private static final Requirement FRIEND = new Requirement.InviteFriends(1);

    static Stream<Row> precedence() {
        return Stream.of(
                row(
                        "unknown",
                        player(1, 0, 10, 20, 1, 0),
                        NOTHING,
                        new BoosterRefusal.UnknownBooster(NOTHING)),
                row(
                        "both requirements missing",
                        player(2, 0, 10, 20, 1, 0),
                        VIP_TAP,
                        new BoosterRefusal.BoosterNotAvailable(List.of(RANK, FRIEND))),
                row(
                        "one requirement missing",
                        player(3, 0, 10, 20, 1, 0),
                        VIP_TAP,
                        new BoosterRefusal.BoosterNotAvailable(List.of(FRIEND))),
                row(
                        "active",
                        player(3, 1, 10, 20, 1, 0),
                        VIP_TAP,
                        new BoosterRefusal.BoosterAlreadyActive(START + 10)),
                row(
                        "active for one more millisecond",
                        player(3, 1, 1, 20, 1, 0),
                        VIP_TAP,
                        new BoosterRefusal.BoosterAlreadyActive(START + 1)),
                row(
                        "cooling down",
                        player(3, 1, 0, 20, 1, 0),
                        VIP_TAP,
                        new BoosterRefusal.BoosterCoolingDown(START + 20)),
                row(
                        "cooling down for one more millisecond",
                        player(3, 1, 0, 1, 1, 0),
                        VIP_TAP,
                        new BoosterRefusal.BoosterCoolingDown(START + 1)),
                row(
                        "used as often as a day allows",
                        player(3, 1, 0, 0, 1, 0),
                        VIP_TAP,
                        new BoosterRefusal.BoosterDailyLimitReached(1, MIDNIGHT)),
                row(
                        "too few jokers",
                        player(3, 1, 0, 0, 0, 1),
                        VIP_TAP,
                        new InsufficientFunds(Currency.JOKERS, 2, 1)));
    }

    static Stream<Row> permanent() {
        return Stream.of(
                row(
                        "the last level, whatever is held",
                        Players.fresh().level(MULTITAP, 20),
                        MULTITAP,
                        new BoosterRefusal.BoosterMaxLevelReached(20)),
                row(
                        "a level beyond what content has now",
                        Players.rich().level(MULTITAP, 21),
                        MULTITAP,
                        new BoosterRefusal.BoosterMaxLevelReached(21)),
                row(
                        "one funz too few for the next level",
                        Players.fresh().wallet(7_999, 0).level(MULTITAP, 3),
                        MULTITAP,
                        new InsufficientFunds(Currency.FUNZ, 8_000, 7_999)));
    }

    @ParameterizedTest
    @MethodSource({"precedence", "permanent"})
    void refuses(Row row) {
        row.check(TestCatalog.catalog());
    }

    private static Row row(String name, Players player, BoosterType type, Refusal reason) {
        return Row.of(name, player, new ActivateBooster(type), Row.refused(reason));
    }

    private static Players player(
            int rank, int friends, long activeMillis, long coolsMillis, int used, long jokers) {
        ActiveBooster active =
                new ActiveBooster(
                        VIP_TAP, Effect.FUNZ_PER_TAP_MULTIPLY, 20_000, START + activeMillis);
        BoosterUse use = new BoosterUse(VIP_TAP, START + coolsMillis, Days.epochDay(START), used);
        return Players.fresh()
                .wallet(0, jokers)
                .rank(rank)
                .friends(friends)
                .boosters(new BoosterState(List.of(active), List.of(), List.of(use)));
    }
}
