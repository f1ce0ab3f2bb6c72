package com.luckyfunatic.engine.player;

import com.luckyfunatic.engine.balloon.BalloonState;
import com.luckyfunatic.engine.bonus.BonusState;
import com.luckyfunatic.engine.booster.BoosterState;
import com.luckyfunatic.engine.card.CardState;
import com.luckyfunatic.engine.conversion.ConversionState;
import com.luckyfunatic.engine.energy.EnergyState;
import com.luckyfunatic.engine.forge.ForgeState;
import com.luckyfunatic.engine.frenzy.FrenzyState;
import com.luckyfunatic.engine.income.IncomeState;
import com.luckyfunatic.engine.item.ItemState;
import com.luckyfunatic.engine.quest.QuestState;
import com.luckyfunatic.engine.rank.RankState;
import com.luckyfunatic.engine.story.StoryState;
import com.luckyfunatic.engine.tap.TapState;
import com.luckyfunatic.engine.timetrial.TimeTrialState;
import com.luckyfunatic.engine.wallet.Wallet;
import java.util.List;

/**
 * The parts of a player's state that a reset lets begin anew, and a restore brings back. Immutable.
 *
 * <p>It holds no {@link PlayerState}: a state keeps such a game, and stored forms are not read of a
 * type that leads to itself.
 *
 * @param wallet balances
 * @param tap taps and their rate limit, without the last taps of sessions
 * @param energy energy
 * @param income passive income
 * @param boosters boosters
 * @param frenzy frenzy
 * @param cards cards owned
 * @param stories stories claimed
 * @param forge special cards forged
 * @param items items held
 * @param rank the rank reached
 * @param bonus the daily bonus
 * @param quests quests, without what was confirmed outside the game
 * @param conversions conversions
 * @param balloons games of balloons
 * @param timeTrials time trials
 */
public record KeptGame(
        Wallet wallet,
        TapState tap,
        EnergyState energy,
        IncomeState income,
        BoosterState boosters,
        FrenzyState frenzy,
        CardState cards,
        StoryState stories,
        ForgeState forge,
        ItemState items,
        RankState rank,
        BonusState bonus,
        QuestState quests,
        ConversionState conversions,
        BalloonState balloons,
        TimeTrialState timeTrials) {
    /** Returns the game that {@code state} is in. */
    public static KeptGame of(PlayerState state) {
        return new KeptGame(
                state.wallet(),
                state.tap().withSessions(List.of()),
                state.energy(),
                state.income(),
                state.boosters(),
                state.frenzy(),
                state.cards(),
                state.stories(),
                state.forge(),
                state.items(),
                state.rank(),
                state.bonus(),
                state.quests().withOutside(QuestState.NONE),
                state.conversions(),
                state.balloons(),
                state.timeTrials());
    }

    /** Returns {@code present} with this game in the place of its own; all else stays. */
    PlayerState.Change into(PlayerState present) {
        return present.change()
                .wallet(wallet)
                // A numbered tap that is repeated must not count again in another game.
                .tap(tap.withSessions(present.tap().sessions()))
                .energy(energy)
                .income(income)
                .boosters(boosters)
                .frenzy(frenzy)
                .cards(cards)
                .stories(stories)
                .forge(forge)
                .items(items)
                .rank(rank)
                .bonus(bonus)
                .quests(quests.withOutside(present.quests()))
                .conversions(conversions)
                .balloons(balloons)
                .timeTrials(timeTrials);
    }
}
