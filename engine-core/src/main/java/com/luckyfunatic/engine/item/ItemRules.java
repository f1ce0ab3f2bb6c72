package com.luckyfunatic.engine.item;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.accrual.AccrualEvent;
import com.luckyfunatic.engine.accrual.AccrualRules;
import com.luckyfunatic.engine.booster.ActiveBooster;
import com.luckyfunatic.engine.booster.BoosterDefinition;
import com.luckyfunatic.engine.booster.BoosterRules;
import com.luckyfunatic.engine.booster.BoosterStart;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.reward.Barter;
import com.luckyfunatic.engine.reward.Payment;
import com.luckyfunatic.engine.reward.Reward;
import java.util.List;
import java.util.Objects;

/**
 * The rules of items. Pure.
 *
 * <p>What is in an item that is opened must fit: a player chooses the moment, so nothing of it is
 * cut off. It counts as earned, as every reward does.
 */
public final class ItemRules {
    private ItemRules() {}

    /** Decides a command on items. */
    public static Decision decide(PlayerState state, ItemCommand command, RuleContext context) {
        return switch (command) {
            case ItemCommand.AdjustItem adjust -> adjust(state, adjust, context);
            case ItemCommand.UseItem(var item) -> use(state, item, context);
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

    private static Decision use(PlayerState state, ItemId id, RuleContext context) {
        ItemDefinition item = context.catalog().item(id);
        if (item == null) {
            return Decision.refused(new ItemRefusal.UnknownItem(id));
        }
        ItemUse use = item.use();
        if (use == null) {
            return Decision.refused(new ItemRefusal.ItemNotUsable(id));
        }
        int held = state.items().count(id);
        if (held < 1) {
            return Decision.refused(new ItemRefusal.InsufficientItems(id, 1, held));
        }
        return switch (use) {
            case ItemUse.Opens(var reward) -> open(state, id, reward, context);
            case ItemUse.Boosts(var type) -> {
                BoosterDefinition booster = context.catalog().booster(type);
                yield boost(state, id, Objects.requireNonNull(booster), context);
            }
        };
    }

    private static Decision open(
            PlayerState state, ItemId item, Reward reward, RuleContext context) {
        Refusal notPossible =
                Barter.whyNot(state, Reward.ofItems(item, 1), reward, context.catalog());
        return notPossible == null
                ? Decision.accepted(
                        new ItemResult.PackageOpened(item, reward),
                        new ItemEvent.ItemOpened(item, reward))
                : Decision.refused(notPossible);
    }

    private static Decision boost(
            PlayerState state, ItemId item, BoosterDefinition booster, RuleContext context) {
        Refusal active = BoosterRules.whyNotStacked(state.boosters(), booster, context.nowMillis());
        if (active != null) {
            return Decision.refused(active);
        }
        AccrualEvent.AccrualSettled settled = AccrualRules.settle(state, context);
        BoosterStart start =
                BoosterRules.start(state, settled.energyMicrosAfter(), booster, context);
        ActiveBooster timed = start.timed();
        return Decision.accepted(
                new ItemResult.BoosterStarted(
                        item, booster.type(), timed == null ? 0 : timed.untilMillis()),
                List.of(settled, new ItemEvent.ItemBoosted(item, booster.type(), start)));
    }

    /** Returns {@code state} after {@code event}. */
    public static PlayerState evolve(PlayerState state, ItemEvent event) {
        return switch (event) {
            case ItemEvent.ItemAdjusted(var item, int delta, var _) -> plus(state, item, delta);
            case ItemEvent.ItemOpened(var item, var paid) ->
                    Payment.pay(plus(state, item, -1), paid).done();
            case ItemEvent.ItemBoosted(var item, var _, var start) ->
                    BoosterRules.started(plus(state, item, -1), start);
        };
    }

    private static PlayerState plus(PlayerState state, ItemId item, int delta) {
        return state.change().items(state.items().plus(item, delta)).done();
    }
}
