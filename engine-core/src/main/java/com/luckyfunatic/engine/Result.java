package com.luckyfunatic.engine;

import com.luckyfunatic.engine.balloon.BalloonResult;
import com.luckyfunatic.engine.bonus.BonusResult;
import com.luckyfunatic.engine.booster.BoosterResult;
import com.luckyfunatic.engine.card.CardResult;
import com.luckyfunatic.engine.conversion.ConversionResult;
import com.luckyfunatic.engine.forge.ForgeResult;
import com.luckyfunatic.engine.income.IncomeResult;
import com.luckyfunatic.engine.item.ItemResult;
import com.luckyfunatic.engine.platform.PlatformResult;
import com.luckyfunatic.engine.prize.PrizeResult;
import com.luckyfunatic.engine.quest.QuestResult;
import com.luckyfunatic.engine.raffle.RaffleResult;
import com.luckyfunatic.engine.store.StoreResult;
import com.luckyfunatic.engine.story.StoryResult;
import com.luckyfunatic.engine.tap.TapResult;
import com.luckyfunatic.engine.timetrial.TimeTrialResult;
import com.luckyfunatic.engine.tournament.TournamentResult;

/** What an accepted command gives back besides the new state. */
public sealed interface Result
        permits BalloonResult,
                BonusResult,
                BoosterResult,
                CardResult,
                ConversionResult,
                ForgeResult,
                IncomeResult,
                ItemResult,
                PlatformResult,
                PrizeResult,
                QuestResult,
                RaffleResult,
                Result.Done,
                StoreResult,
                StoryResult,
                TapResult,
                TimeTrialResult,
                TournamentResult {
    /** Nothing besides the new state. */
    enum Done implements Result {
        /** The only value. */
        DONE
    }
}
