package com.luckyfunatic.engine;

import com.luckyfunatic.engine.accrual.AccrualEvent;
import com.luckyfunatic.engine.balloon.BalloonEvent;
import com.luckyfunatic.engine.bonus.BonusEvent;
import com.luckyfunatic.engine.booster.BoosterEvent;
import com.luckyfunatic.engine.card.CardEvent;
import com.luckyfunatic.engine.connection.ConnectionEvent;
import com.luckyfunatic.engine.conversion.ConversionEvent;
import com.luckyfunatic.engine.forge.ForgeEvent;
import com.luckyfunatic.engine.frenzy.FrenzyEvent;
import com.luckyfunatic.engine.income.IncomeEvent;
import com.luckyfunatic.engine.item.ItemEvent;
import com.luckyfunatic.engine.notice.NoticeEvent;
import com.luckyfunatic.engine.platform.PlatformEvent;
import com.luckyfunatic.engine.player.PlayerEvent;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.prize.PrizeEvent;
import com.luckyfunatic.engine.quest.QuestEvent;
import com.luckyfunatic.engine.raffle.RaffleEvent;
import com.luckyfunatic.engine.rank.RankEvent;
import com.luckyfunatic.engine.referral.ReferralEvent;
import com.luckyfunatic.engine.session.SessionEvent;
import com.luckyfunatic.engine.store.StoreEvent;
import com.luckyfunatic.engine.story.StoryEvent;
import com.luckyfunatic.engine.tap.TapEvent;
import com.luckyfunatic.engine.timetrial.TimeTrialEvent;
import com.luckyfunatic.engine.tournament.TournamentEvent;
import com.luckyfunatic.engine.wallet.WalletEvent;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to one player, complete in itself: applying the events of a player in
 * order to the initial state gives the current state, without catalog, clock or randomness.
 */
public sealed interface GameEvent
        permits AccrualEvent,
                BalloonEvent,
                BonusEvent,
                BoosterEvent,
                CardEvent,
                ConnectionEvent,
                ConversionEvent,
                ForgeEvent,
                FrenzyEvent,
                IncomeEvent,
                ItemEvent,
                NoticeEvent,
                PlatformEvent,
                PlayerEvent,
                PrizeEvent,
                QuestEvent,
                RaffleEvent,
                RankEvent,
                ReferralEvent,
                SessionEvent,
                StoreEvent,
                StoryEvent,
                TapEvent,
                TimeTrialEvent,
                TournamentEvent,
                WalletEvent {
    /** By how much the funz balance changed. */
    default long funzDelta() {
        return 0;
    }

    /** By how much the joker balance changed. */
    default long jokersDelta() {
        return 0;
    }

    /** The durability this event needs, whatever the command's. Default: soft. */
    default Durability durability() {
        return Durability.SOFT;
    }

    /**
     * The command that this event calls for, on another player or later, or null for none. It has a
     * deterministic operation id, so that carrying it out again changes nothing.
     *
     * @param self the player to whom the event happened
     */
    default @Nullable FollowUp followUp(PlayerId self) {
        return null;
    }
}
