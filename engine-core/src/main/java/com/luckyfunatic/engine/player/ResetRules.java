package com.luckyfunatic.engine.player;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.energy.EnergyState;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.item.ItemState;
import com.luckyfunatic.engine.tap.TapState;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of games that begin anew, and of those that are brought back. Pure.
 *
 * <p>A reset and what it keeps are one change of one state, so that there is no moment at which one
 * of them is stored without the other.
 */
public final class ResetRules {
    private ResetRules() {}

    static Decision reset(PlayerState state, PlayerCommand.ResetPlayer reset, RuleContext context) {
        Catalog catalog = context.catalog();
        return Decision.accepted(
                Result.Done.DONE,
                new PlayerEvent.PlayerReset(
                        catalog.start().funz() - state.wallet().funz(),
                        catalog.start().jokers() - state.wallet().jokers(),
                        state.items().stacks(),
                        catalog.energy().max() * EnergyState.MICROS_PER_UNIT,
                        catalog.tap().burst() * TapState.TOKENS_PER_TAP,
                        context.nowMillis(),
                        reset.reason()));
    }

    static Decision restore(
            PlayerState state, PlayerCommand.RestorePlayer restore, long nowMillis) {
        KeptGame kept = state.resets().kept();
        if (kept == null) {
            return Decision.refused(
                    state.resets().resets() == 0
                            ? new PlayerRefusal.NothingToRestore(state.id())
                            : new PlayerRefusal.AlreadyRestored(state.id()));
        }
        return Decision.accepted(
                Result.Done.DONE,
                new PlayerEvent.PlayerRestored(
                        kept.wallet().funz() - state.wallet().funz(),
                        kept.wallet().jokers() - state.wallet().jokers(),
                        moreThan(kept.items(), state.items()),
                        moreThan(state.items(), kept.items()),
                        nowMillis,
                        restore.reason()));
    }

    /** Returns of which items {@code held} has more than {@code other}, and how many more. */
    private static List<ItemStack> moreThan(ItemState other, ItemState held) {
        List<ItemStack> more = new ArrayList<>();
        for (ItemStack each : held.stacks()) {
            int by = each.count() - other.count(each.item());
            if (by > 0) {
                more.add(new ItemStack(each.item(), by));
            }
        }
        return more;
    }

    /** Returns {@code state} after its game began anew. */
    public static PlayerState evolve(PlayerState state, PlayerEvent.PlayerReset reset) {
        PlayerState begun =
                PlayerRules.initial(
                        state.id(),
                        new PlayerEvent.PlayerCreated(
                                null,
                                false,
                                state.wallet().funz() + reset.funzDelta(),
                                state.wallet().jokers() + reset.jokersDelta(),
                                reset.energyMicros(),
                                reset.tapTokens(),
                                reset.atMillis()));
        return KeptGame.of(begun)
                .into(state)
                .resets(state.resets().after(KeptGame.of(state)))
                .done();
    }

    /**
     * Returns {@code state} after the game that it keeps was brought back.
     *
     * @throws IllegalStateException when it keeps none: a broken journal
     */
    public static PlayerState evolve(PlayerState state, PlayerEvent.PlayerRestored restored) {
        KeptGame kept = state.resets().kept();
        if (kept == null) {
            throw new IllegalStateException(
                    "nothing is kept of player " + state.id() + " for " + restored);
        }
        return kept.into(state).resets(state.resets().restored()).done();
    }
}
