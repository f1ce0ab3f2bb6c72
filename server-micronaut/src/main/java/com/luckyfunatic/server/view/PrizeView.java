package com.luckyfunatic.server.view;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.item.ItemDefinition;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.server.json.Recurring;
import java.util.List;

/**
 * What can be won, or was, as clients see it.
 *
 * @param funz whole funz
 * @param jokers whole jokers
 * @param items items; none are left out
 */
public record PrizeView(long funz, long jokers, List<Item> items) implements Recurring {
    /** Few of the content's prizes have items, and what a player is paid is mostly one of them. */
    @Override
    public boolean recurs() {
        return !items.isEmpty();
    }

    /** So many of an item. */
    public record Item(String itemId, String name, int count) {}

    /** Shows {@code prize}. */
    public static PrizeView of(Reward prize, Catalog catalog) {
        return new PrizeView(prize.funz(), prize.jokers(), items(prize, catalog));
    }

    private static List<Item> items(Reward prize, Catalog catalog) {
        return prize.items().isEmpty()
                ? List.of()
                : prize.items().stream().map(each -> item(each, catalog)).toList();
    }

    private static Item item(ItemStack stack, Catalog catalog) {
        ItemDefinition item = catalog.item(stack.item());
        String id = stack.item().value();
        return new Item(id, item == null ? id : item.name(), stack.count());
    }
}
