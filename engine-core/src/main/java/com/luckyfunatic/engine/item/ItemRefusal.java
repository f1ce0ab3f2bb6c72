package com.luckyfunatic.engine.item;

import com.luckyfunatic.engine.Refusal;

/** Why items cannot be given, taken or used; the rules check in the order of this file. */
public sealed interface ItemRefusal extends Refusal {
    /** The catalog has no such item. */
    record UnknownItem(ItemId item) implements ItemRefusal {
        @Override
        public String code() {
            return "unknown_item";
        }
    }

    /** The item does nothing by itself. */
    record ItemNotUsable(ItemId item) implements ItemRefusal {
        @Override
        public String code() {
            return "not_usable";
        }
    }

    /** Fewer are held than needed. */
    record InsufficientItems(ItemId item, int required, int held) implements ItemRefusal {
        @Override
        public String code() {
            return "insufficient_items";
        }
    }

    /** More would be held than the item's maximum. */
    record ItemMaximumReached(ItemId item, int max, int held) implements ItemRefusal {
        @Override
        public String code() {
            return "item_maximum_reached";
        }
    }
}
