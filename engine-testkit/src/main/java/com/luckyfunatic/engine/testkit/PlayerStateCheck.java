package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.booster.BoosterState;
import com.luckyfunatic.engine.card.OwnedCard;
import com.luckyfunatic.engine.conversion.ConversionUse;
import com.luckyfunatic.engine.forge.ForgedCard;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.player.KeptGame;
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
        assertThat(state.sequence()).as("sequence").isPositive();
        checkGame(KeptGame.of(state), state.changedAtMillis());
        assertThat(state.tap().sessions())
                .as("tap sessions")
                .hasSizeLessThanOrEqualTo(TapState.SESSIONS_MAX)
                .extracting(TapSession::session)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(state.session().loggedInAtMillis())
                .as("login")
                .isLessThanOrEqualTo(state.changedAtMillis());
        assertThat(state.referral().friends()).as("friends").isNotNegative();
        assertThat(state.store().purchases())
                .as("purchases")
                .allSatisfy(each -> {
                    assertThat(each.onDay()).isBetween(1L, each.total());
                    assertThat(each.epochDay())
                            .isLessThanOrEqualTo(Days.epochDay(state.changedAtMillis()));
                });
        noneTwice("purchases", state.store().purchases(), ListingPurchases::listing);
        noneTwice("read announcements", state.notices().read(), Function.identity());
        KeptGame kept = state.resets().kept();
        if (kept != null) {
            checkGame(kept, state.changedAtMillis());
            assertThat(kept.tap().sessions()).as("sessions that stay with the player").isEmpty();
            assertThat(kept.quests().confirmed()).as("what stays with the player").isEmpty();
        }
    }

    /** Checks a game that is or was played, the last time at {@code last} or before. */
    private static void checkGame(KeptGame game, long last) {
        checkWallet(game.wallet());
        assertThat(game.tap().taps()).as("taps").isNotNegative();
        assertThat(game.tap().tokens()).as("tap tokens").isNotNegative();
        checkTimes(game, last);
        checkBoosters(game.boosters());
        assertThat(game.bonus().streak()).as("streak").isNotNegative();
        assertThat(game.bonus().claimedEpochDay())
                .as("day of the last claim")
                .isLessThanOrEqualTo(Days.epochDay(last));
        assertThat(game.energy().micros()).as("energy").isNotNegative();
        assertThat(game.income().accrued()).as("accrued income").isNotNegative();
        assertThat(game.frenzy().meter()).as("frenzy meter").isNotNegative();
        assertThat(game.rank().rank()).as("rank").isPositive();
        assertThat(game.cards().owned())
                .as("cards")
                .allSatisfy(card -> assertThat(card.level()).isPositive());
        assertThat(game.forge().cards())
                .as("special cards")
                .allSatisfy(card -> assertThat(card.count()).isPositive());
        assertThat(game.items().stacks())
                .as("items")
                .allSatisfy(stack -> assertThat(stack.count()).isPositive());
        noneTwice("cards", game.cards().owned(), OwnedCard::card);
        noneTwice("special cards", game.forge().cards(), ForgedCard::card);
        noneTwice("items", game.items().stacks(), ItemStack::item);
        noneTwice("stories", game.stories().claimed(), Function.identity());
        assertThat(game.balloons().best()).as("best balloon score").isNotNegative();
        assertThat(game.balloons().epochDay())
                .as("day of the last balloons")
                .isLessThanOrEqualTo(Days.epochDay(last));
        assertThat(game.conversions().uses())
                .as("conversions")
                .allSatisfy(use -> {
                    assertThat(use.countOnDay()).isPositive();
                    assertThat(use.epochDay()).isLessThanOrEqualTo(Days.epochDay(last));
                });
        noneTwice("conversions", game.conversions().uses(), ConversionUse::conversion);
        assertThat(game.timeTrials().bests())
                .as("time trials")
                .allSatisfy(best -> {
                    assertThat(best.bestMillis()).isNotNegative();
                    assertThat(best.atMillis()).isLessThanOrEqualTo(last);
                    assertThat(best.medals()).doesNotHaveDuplicates();
                });
        noneTwice("time trials", game.timeTrials().bests(), PersonalBest::trial);
        noneTwice("started quests", game.quests().started(), StartedQuest::quest);
        noneTwice("earned quests", game.quests().earned(), EarnedQuest::quest);
        noneTwice("claimed quests", game.quests().claimed(), ClaimedQuest::quest);
    }

    /** Checks that every balance is an amount. */
    public static void checkWallet(Wallet wallet) {
        Amounts.require("funz", wallet.funz());
        Amounts.require("jokers", wallet.jokers());
        Amounts.require("funzEarned", wallet.funzEarned());
    }

    private static void checkTimes(KeptGame game, long last) {
        assertThat(game.energy().atMillis()).as("energy's moment").isLessThanOrEqualTo(last);
        assertThat(game.tap().tokensAtMillis()).as("bucket's moment").isLessThanOrEqualTo(last);
        assertThat(game.income().settledAtMillis())
                .as("income's settlement")
                .isBetween(game.income().collectedAtMillis(), last);
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
