package com.luckyfunatic.engine;

import com.luckyfunatic.engine.balloon.BalloonRefusal;
import com.luckyfunatic.engine.bonus.BonusRefusal;
import com.luckyfunatic.engine.booster.BoosterRefusal;
import com.luckyfunatic.engine.card.CardRefusal;
import com.luckyfunatic.engine.connection.ConnectionRefusal;
import com.luckyfunatic.engine.conversion.ConversionRefusal;
import com.luckyfunatic.engine.forge.ForgeRefusal;
import com.luckyfunatic.engine.frenzy.FrenzyRefusal;
import com.luckyfunatic.engine.item.ItemRefusal;
import com.luckyfunatic.engine.player.PlayerRefusal;
import com.luckyfunatic.engine.quest.QuestRefusal;
import com.luckyfunatic.engine.raffle.RaffleRefusal;
import com.luckyfunatic.engine.referral.ReferralRefusal;
import com.luckyfunatic.engine.stock.StockRefusal;
import com.luckyfunatic.engine.store.StoreRefusal;
import com.luckyfunatic.engine.story.StoryRefusal;
import com.luckyfunatic.engine.tap.TapRefusal;
import com.luckyfunatic.engine.timetrial.TimeTrialRefusal;
import com.luckyfunatic.engine.tournament.TournamentRefusal;
import com.luckyfunatic.engine.wallet.WalletRefusal;

/** Why the rules do not allow a command: a value, never an exception. The state is unchanged. */
public sealed interface Refusal
        permits BalloonRefusal,
                BonusRefusal,
                BoosterRefusal,
                CardRefusal,
                ConnectionRefusal,
                ConversionRefusal,
                ForgeRefusal,
                FrenzyRefusal,
                ItemRefusal,
                PlayerRefusal,
                QuestRefusal,
                RaffleRefusal,
                ReferralRefusal,
                StockRefusal,
                StoreRefusal,
                StoryRefusal,
                TapRefusal,
                TimeTrialRefusal,
                TournamentRefusal,
                WalletRefusal {
    /** The stable snake_case word that callers branch on. Features may share one. */
    String code();
}
