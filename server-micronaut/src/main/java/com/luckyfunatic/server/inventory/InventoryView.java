package com.luckyfunatic.server.inventory;

import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.conversion.ConversionRules;
import com.luckyfunatic.engine.conversion.ConversionStatus;
import com.luckyfunatic.engine.item.ItemDefinition;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.item.ItemUse;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.server.json.Recurring;
import com.luckyfunatic.server.view.OncePerCatalog;
import com.luckyfunatic.server.view.PrizeView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a player holds, and what it can be turned into.
 *
 * @param items the items held, in the order they first came
 * @param conversions every conversion of the content
 */
@Schema(example = InventoryView.EXAMPLE)
public record InventoryView(List<Item> items, List<ConversionView> conversions) {
    static final String EXAMPLE =
            "{\"items\": [{\"itemId\": \"prize_crate\", \"name\": \"Prize Crate\","
                    + " \"description\": \"Straight from behind the counter.\", \"count\": 2,"
                    + " \"max\": 20, \"use\": {\"type\": \"reward\", \"reward\": {\"funz\": 25000,"
                    + " \"jokers\": 2, \"items\": []}, \"boosterType\": null}}], \"conversions\": ["
                    + ConversionView.EXAMPLE
                    + "]}";

    /**
     * So many of an item.
     *
     * @param name what players read; the id of one that the content has no more
     * @param count how many are held
     * @param max the most that can be; null for one that the content has no more
     * @param use what using one does; null when it cannot be used by itself
     */
    public record Item(
            String itemId,
            String name,
            String description,
            int count,
            @Nullable Integer max,
            @Nullable Use use) {}

    /**
     * What using an item does.
     *
     * @param type {@code reward}: it is opened; {@code booster}: it starts one; {@code spin}: the
     *     wheel is spun
     * @param reward what is in it; null for the other types
     * @param boosterType the booster; null for the other types
     */
    public record Use(String type, @Nullable PrizeView reward, @Nullable String boosterType)
            implements Recurring {
        @Override
        public boolean recurs() {
            return true;
        }
    }

    private static final OncePerCatalog<Map<ItemId, Item>> KNOWN =
            new OncePerCatalog<>(InventoryView::known);

    /** Shows what {@code state} holds at the context's moment. */
    static InventoryView of(PlayerState state, RuleContext context) {
        return new InventoryView(items(state, context.catalog()), conversions(state, context));
    }

    private static List<Item> items(PlayerState state, Catalog catalog) {
        Map<ItemId, Item> known = KNOWN.of(catalog);
        List<ItemStack> stacks = state.items().stacks();
        List<Item> items = new ArrayList<>(stacks.size());
        for (ItemStack stack : stacks) {
            items.add(item(stack, known.get(stack.item())));
        }
        return items;
    }

    private static List<ConversionView> conversions(PlayerState state, RuleContext context) {
        List<ConversionStatus> statuses = ConversionRules.statuses(state, context);
        List<ConversionView> views = new ArrayList<>(statuses.size());
        for (ConversionStatus status : statuses) {
            views.add(ConversionView.of(status, context.catalog()));
        }
        return views;
    }

    private static Item item(ItemStack stack, @Nullable Item known) {
        String id = stack.item().value();
        return known == null
                ? new Item(id, id, "", stack.count(), null, null)
                : new Item(
                        id,
                        known.name(),
                        known.description(),
                        stack.count(),
                        known.max(),
                        known.use());
    }

    /** Every item of {@code catalog}, of which nobody holds any. */
    private static Map<ItemId, Item> known(Catalog catalog) {
        return catalog.items().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                ItemDefinition::id,
                                each ->
                                        new Item(
                                                each.id().value(),
                                                each.name(),
                                                each.description(),
                                                0,
                                                each.max(),
                                                use(each, catalog))));
    }

    private static @Nullable Use use(ItemDefinition item, Catalog catalog) {
        if (item.id().equals(catalog.dailyBonus().spinItem())) {
            return new Use("spin", null, null);
        }
        ItemUse use = item.use();
        if (use == null) {
            return null;
        }
        return switch (use) {
            case ItemUse.Opens(var reward) ->
                    new Use("reward", PrizeView.of(reward, catalog), null);
            case ItemUse.Boosts(var booster) -> new Use("booster", null, booster.value());
        };
    }
}
