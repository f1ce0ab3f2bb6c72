package com.luckyfunatic.engine;

import com.luckyfunatic.engine.balloon.BalloonCommand;
import com.luckyfunatic.engine.bonus.BonusCommand;
import com.luckyfunatic.engine.booster.BoosterCommand;
import com.luckyfunatic.engine.card.CardCommand;
import com.luckyfunatic.engine.connection.ConnectionCommand;
import com.luckyfunatic.engine.conversion.ConversionCommand;
import com.luckyfunatic.engine.forge.ForgeCommand;
import com.luckyfunatic.engine.frenzy.FrenzyCommand;
import com.luckyfunatic.engine.income.IncomeCommand;
import com.luckyfunatic.engine.item.ItemCommand;
import com.luckyfunatic.engine.notice.NoticeCommand;
import com.luckyfunatic.engine.platform.PlatformCommand;
import com.luckyfunatic.engine.player.PlayerCommand;
import com.luckyfunatic.engine.prize.PrizeCommand;
import com.luckyfunatic.engine.quest.QuestCommand;
import com.luckyfunatic.engine.raffle.RaffleCommand;
import com.luckyfunatic.engine.referral.ReferralCommand;
import com.luckyfunatic.engine.session.SessionCommand;
import com.luckyfunatic.engine.store.StoreCommand;
import com.luckyfunatic.engine.story.StoryCommand;
import com.luckyfunatic.engine.tap.TapCommand;
import com.luckyfunatic.engine.timetrial.TimeTrialCommand;
import com.luckyfunatic.engine.tournament.TournamentCommand;
import com.luckyfunatic.engine.wallet.WalletCommand;

/**
 * What somebody wants of one player's game. Commands are immutable values; each feature has its
 * own.
 */
public sealed interface Command
        permits BalloonCommand,
                BonusCommand,
                BoosterCommand,
                CardCommand,
                ConnectionCommand,
                ConversionCommand,
                ForgeCommand,
                FrenzyCommand,
                IncomeCommand,
                ItemCommand,
                NoticeCommand,
                PlatformCommand,
                PlayerCommand,
                PrizeCommand,
                QuestCommand,
                RaffleCommand,
                ReferralCommand,
                SessionCommand,
                StoreCommand,
                StoryCommand,
                TapCommand,
                TimeTrialCommand,
                TournamentCommand,
                WalletCommand {
    /** The least durability its acceptance needs; an event may ask for more. */
    Durability durability();

    /**
     * What a repeat under the same operation id must be equal to: the command, without what differs
     * between the login sessions of one player.
     */
    default Command intent() {
        return this;
    }

    /**
     * Returns whether {@code result} can be what this command gives. One that pays for what is held
     * says it exactly: its operation id may have been used for something else.
     */
    default boolean gives(Result result) {
        return true;
    }
}
