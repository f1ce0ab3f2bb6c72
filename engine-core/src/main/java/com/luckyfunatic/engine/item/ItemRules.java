package com.luckyfunatic.engine.item;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.player.PlayerState;

/** The rules of items. Pure. */
public final class ItemRules {
    private ItemRules() {}

    /** Decides a command on items. */
    public static Decision decide(PlayerState state, ItemCommand command, RuleContext context) {
        return switch (command) {
            case ItemCommand.AdjustItem adjust -> adjust(state, adjust, context);
        };
    }

    private static Decision adjust(
            PlayerState state, ItemCommand.AdjustItem adjust, RuleContext context) {
        ItemDefinition item = context.catalog().item(adjust.item());
        if (item == null) {
            return Decision.refused(new ItemRefusal.UnknownItem(adjust.item()));
        }
        int held = state.items().count(adjust.item());
        long after = (long) held + adjust.delta();
        if (after < 0) {
            return Decision.refused(
                    new ItemRefusal.InsufficientItems(adjust.item(), -adjust.delta(), held));
        }
        // Content may allow fewer than are held; taking some is right then too.
        if (adjust.delta() > 0 && after > item.max()) {
            return Decision.refused(
                    new ItemRefusal.ItemMaximumReached(adjust.item(), item.max(), held));
        }
        return Decision.accepted(
                Result.Done.DONE,
                new ItemEvent.ItemAdjusted(adjust.item(), adjust.delta(), adjust.reason()));
    }

    /** Returns {@code state} after {@code event}. */
    public static PlayerState evolve(PlayerState state, ItemEvent event) {
        return switch (event) {
            case ItemEvent.ItemAdjusted(var item, int delta, var _) ->
                    state.change().items(state.items().plus(item, delta)).done();
        };
    }
}
