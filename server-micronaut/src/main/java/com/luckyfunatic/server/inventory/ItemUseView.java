package com.luckyfunatic.server.inventory;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.bonus.BonusResult;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.item.ItemResult;
import com.luckyfunatic.server.operation.Performed;
import com.luckyfunatic.server.view.BoosterView;
import com.luckyfunatic.server.view.Examples;
import com.luckyfunatic.server.view.GameStateView;
import com.luckyfunatic.server.view.PrizeView;
import com.luckyfunatic.server.view.SpinView;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The answer to using an item: what it did, and the whole game after it.
 *
 * @param itemId the item of which one was used up
 * @param reward what was in it; null when it was not opened
 * @param booster the booster that it started; null when it started none
 * @param spin where the wheel stopped; null when it was not spun
 * @param inventory what is held now
 */
@Schema(
        example =
                "{\"itemId\": \"prize_crate\", \"reward\": {\"funz\": 25000, \"jokers\": 2,"
                        + " \"items\": [{\"itemId\": \"brass_gear\", \"name\": \"Brass Gear\","
                        + " \"count\": 2}]}, \"booster\": null, \"spin\": null, \"inventory\": "
                        + InventoryView.EXAMPLE
                        + ", "
                        + Examples.GAME_MEMBERS
                        + "}")
public record ItemUseView(
        String itemId,
        @Nullable PrizeView reward,
        @Nullable BoosterView booster,
        @Nullable SpinView spin,
        InventoryView inventory,
        @JsonUnwrapped GameStateView game) {
    static ItemUseView of(Performed used) {
        Result result = used.result();
        if (result instanceof BonusResult.SpunForItem(var item, var spin)) {
            return of(item, null, null, SpinView.of(spin, used.context().catalog()), used);
        }
        return switch ((ItemResult) result) {
            case ItemResult.PackageOpened(var item, var paid) ->
                    of(item, PrizeView.of(paid, used.context().catalog()), null, null, used);
            case ItemResult.BoosterStarted(var item, var booster, long _) ->
                    of(item, null, used.game().booster(booster), null, used);
        };
    }

    private static ItemUseView of(
            ItemId item,
            @Nullable PrizeView reward,
            @Nullable BoosterView booster,
            @Nullable SpinView spin,
            Performed used) {
        return new ItemUseView(
                item.value(),
                reward,
                booster,
                spin,
                InventoryView.of(used.state(), used.context()),
                used.game());
    }
}
