package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.booster.BoosterState;
import com.luckyfunatic.engine.card.OwnedCard;
import com.luckyfunatic.engine.conversion.ConversionUse;
import com.luckyfunatic.engine.forge.ForgedCard;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.quest.ClaimedQuest;
import com.luckyfunatic.engine.quest.EarnedQuest;
import com.luckyfunatic.engine.quest.StartedQuest;
import com.luckyfunatic.engine.store.ListingPurchases;
import com.luckyfunatic.engine.tap.TapSession;
import com.luckyfunatic.engine.tap.TapState;
import com.luckyfunatic.engine.timetrial.PersonalBest;
import com.luckyfunatic.engine.wallet.Wallet;
import java.util.List;
import java.util.function.Function;

/** Checks what holds for every player's state, however it came about. */
public final class PlayerStateCheck {
    private PlayerStateCheck() {}

    /**
     * Checks {@code state}.
     *
     * @throws AssertionError when something cannot be, with what it is
     */
    public static void check(PlayerState state) {
        checkWallet(state.wallet());
        assertThat(state.sequence()).as("sequence").isPositive();
        checkTaps(state.tap());
        checkTimes(state);
        checkBoosters(state.boosters());
        assertThat(state.bonus().streak()).as("streak").isNotNegative();
        assertThat(state.bonus().claimedEpochDay())
                .as("day of the last claim")
                .isLessThanOrEqualTo(Days.epochDay(state.changedAtMillis()));
        assertThat(state.energy().micros()).as("energy").isNotNegative();
        assertThat(state.income().accrued()).as("accrued income").isNotNegative();
        assertThat(state.frenzy().meter()).as("frenzy meter").isNotNegative();
        assertThat(state.rank().rank()).as("rank").isPositive();
        assertThat(state.referral().friends()).as("friends").isNotNegative();
        assertThat(state.cards().owned())
                .as("cards")
                .allSatisfy(card -> assertThat(card.level()).isPositive());
        assertThat(state.forge().cards())
                .as("special cards")
                .allSatisfy(card -> assertThat(card.count()).isPositive());
        assertThat(state.items().stacks())
                .as("items")
                .allSatisfy(stack -> assertThat(stack.count()).isPositive());
        noneTwice("cards", state.cards().owned(), OwnedCard::card);
        noneTwice("special cards", state.forge().cards(), ForgedCard::card);
        noneTwice("items", state.items().stacks(), ItemStack::item);
        noneTwice("stories", state.stories().claimed(), Function.identity());
        assertThat(state.balloons().best()).as("best balloon score").isNotNegative();
        assertThat(state.balloons().epochDay())
                .as("day of the last balloons")
                .isLessThanOrEqualTo(Days.epochDay(state.changedAtMillis()));
        assertThat(state.conversions().uses())
                .as("conversions")
                .allSatisfy(use -> {
                    assertThat(use.countOnDay()).isPositive();
                    assertThat(use.epochDay())
                            .isLessThanOrEqualTo(Days.epochDay(state.changedAtMillis()));
                });
        assertThat(state.store().purchases())
                .as("purchases")
                .allSatisfy(each -> {
                    assertThat(each.onDay()).isBetween(1L, each.total());
                    assertThat(each.epochDay())
                            .isLessThanOrEqualTo(Days.epochDay(state.changedAtMillis()));
                });
        noneTwice("purchases", state.store().purchases(), ListingPurchases::listing);
        noneTwice("conversions", state.conversions().uses(), ConversionUse::conversion);
        assertThat(state.timeTrials().bests())
                .as("time trials")
                .allSatisfy(best -> {
                    assertThat(best.bestMillis()).isNotNegative();
                    assertThat(best.atMillis()).isLessThanOrEqualTo(state.changedAtMillis());
                    assertThat(best.medals()).doesNotHaveDuplicates();
                });
        noneTwice("time trials", state.timeTrials().bests(), PersonalBest::trial);
        noneTwice("started quests", state.quests().started(), StartedQuest::quest);
        noneTwice("earned quests", state.quests().earned(), EarnedQuest::quest);
        noneTwice("read announcements", state.notices().read(), Function.identity());
        noneTwice("claimed quests", state.quests().claimed(), ClaimedQuest::quest);
    }

    /** Checks that every balance is an amount. */
    public static void checkWallet(Wallet wallet) {
        Amounts.require("funz", wallet.funz());
        Amounts.require("jokers", wallet.jokers());
        Amounts.require("funzEarned", wallet.funzEarned());
    }

    private static void checkTaps(TapState tap) {
        assertThat(tap.taps()).as("taps").isNotNegative();
        assertThat(tap.tokens()).as("tap tokens").isNotNegative();
        assertThat(tap.sessions())
                .as("tap sessions")
                .hasSizeLessThanOrEqualTo(TapState.SESSIONS_MAX)
                .extracting(TapSession::session)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    private static void checkTimes(PlayerState state) {
        long last = state.changedAtMillis();
        assertThat(state.energy().atMillis()).as("energy's moment").isLessThanOrEqualTo(last);
        assertThat(state.tap().tokensAtMillis()).as("bucket's moment").isLessThanOrEqualTo(last);
        assertThat(state.session().loggedInAtMillis()).as("login").isLessThanOrEqualTo(last);
        assertThat(state.income().settledAtMillis())
                .as("income's settlement")
                .isBetween(state.income().collectedAtMillis(), last);
    }

    private static void checkBoosters(BoosterState boosters) {
        assertThat(boosters.levels())
                .as("booster levels")
                .allSatisfy(level -> assertThat(level.level()).isPositive());
        assertThat(boosters.uses())
                .as("booster uses")
                .allSatisfy(use -> assertThat(use.usedOnDay()).isPositive());
        noneTwice("active boosters", boosters.active(), active -> active.type());
        noneTwice("booster levels", boosters.levels(), level -> level.type());
        noneTwice("booster uses", boosters.uses(), use -> use.type());
    }

    private static <T> void noneTwice(String what, List<T> rows, Function<T, ?> name) {
        assertThat(rows.stream().map(name).toList()).as(what).doesNotHaveDuplicates();
    }
}
