package com.luckyfunatic.engine.forge;

import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.item.ItemId;

/** Something that forging consumes for good. */
public sealed interface Ingredient {
    /** How much of it is consumed, in levels or items. */
    int amount();

    /** So many levels of a card; at none left the card is given up. */
    record CardLevels(CardId card, int levels) implements Ingredient {
        @Override
        public int amount() {
            return levels;
        }
    }

    /** So many of an item. */
    record Items(ItemId item, int count) implements Ingredient {
        @Override
        public int amount() {
            return count;
        }
    }
}
