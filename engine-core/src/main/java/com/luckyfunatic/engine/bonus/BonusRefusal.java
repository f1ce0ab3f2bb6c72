package com.luckyfunatic.engine.bonus;

import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.item.ItemId;

/** Why the daily bonus is not paid; the rules check in the order of this file. */
public sealed interface BonusRefusal extends Refusal {
    /** The content has no daily bonus, or no item that a spin can be had for. */
    record BonusNotOffered() implements BonusRefusal {
        @Override
        public String code() {
            return "not_available";
        }
    }

    /** The day was claimed already. */
    record DayAlreadyClaimed(long nextDayAtMillis) implements BonusRefusal {
        @Override
        public String code() {
            return "already_claimed";
        }
    }

    /** None is held of the item that a spin costs. */
    record NoSpinLeft(ItemId item) implements BonusRefusal {
        @Override
        public String code() {
            return "insufficient_items";
        }
    }
}
