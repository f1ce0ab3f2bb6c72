package com.luckyfunatic.engine.player;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.booster.BoosterState;
import com.luckyfunatic.engine.card.CardState;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.connection.ConnectionState;
import com.luckyfunatic.engine.energy.EnergyState;
import com.luckyfunatic.engine.forge.ForgeState;
import com.luckyfunatic.engine.frenzy.FrenzyState;
import com.luckyfunatic.engine.income.IncomeState;
import com.luckyfunatic.engine.item.ItemState;
import com.luckyfunatic.engine.rank.RankState;
import com.luckyfunatic.engine.referral.ReferralState;
import com.luckyfunatic.engine.session.SessionState;
import com.luckyfunatic.engine.story.StoryState;
import com.luckyfunatic.engine.tap.TapState;
import com.luckyfunatic.engine.wallet.Wallet;
import java.util.List;

/** The rules of a player as a whole. Pure. */
public final class PlayerRules {
    private PlayerRules() {}

    /** Decides whether {@code player}, who has no state yet, may start. */
    public static Decision create(
            PlayerId player, PlayerCommand.CreatePlayer create, RuleContext context) {
        if (player.equals(create.referrer())) {
            return Decision.refused(new PlayerRefusal.SelfReferral(player));
        }
        Catalog catalog = context.catalog();
        return Decision.accepted(
                Result.Done.DONE,
                new PlayerEvent.PlayerCreated(
                        create.referrer(),
                        create.premium(),
                        catalog.start().funz(),
                        catalog.start().jokers(),
                        catalog.energy().max() * EnergyState.MICROS_PER_UNIT,
                        catalog.tap().burst() * TapState.TOKENS_PER_TAP,
                        context.nowMillis()));
    }

    /** Decides a command on a player who exists. */
    public static Decision decide(PlayerState state, PlayerCommand command, RuleContext context) {
        return switch (command) {
            case PlayerCommand.CreatePlayer _ ->
                    Decision.refused(new PlayerRefusal.PlayerAlreadyExists(state.id()));
            // Each time anew: the history is to tell of everybody who erased the player.
            case PlayerCommand.ErasePlayer _ ->
                    Decision.accepted(
                            Result.Done.DONE, new PlayerEvent.PlayerErased(context.nowMillis()));
            case PlayerCommand.ResetPlayer reset -> ResetRules.reset(state, reset, context);
            case PlayerCommand.RestorePlayer restore ->
                    ResetRules.restore(state, restore, context.nowMillis());
        };
    }

    /** Returns {@code state} without what it holds of the person: wallet and exchange. */
    public static PlayerState erased(PlayerState state) {
        return state.change().connections(ConnectionState.NONE).done();
    }

    /** Returns the state that {@code created} starts. */
    public static PlayerState initial(PlayerId player, PlayerEvent.PlayerCreated created) {
        long at = created.atMillis();
        return new PlayerState(
                player,
                0,
                at,
                new Wallet(created.funzDelta(), created.jokersDelta(), 0),
                new TapState(0, created.tapTokens(), at, List.of()),
                new EnergyState(created.energyMicros(), at),
                IncomeState.startingAt(at),
                BoosterState.NONE,
                FrenzyState.EMPTY,
                CardState.NONE,
                StoryState.NONE,
                ForgeState.NONE,
                ItemState.NONE,
                RankState.FIRST,
                new ReferralState(created.referrer(), created.premium(), false, 0, 0, 0),
                SessionState.NONE,
                Pursuits.NONE);
    }
}
