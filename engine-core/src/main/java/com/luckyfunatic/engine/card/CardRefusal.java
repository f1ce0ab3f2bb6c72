package com.luckyfunatic.engine.card;

import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.requirement.Requirement;
import java.util.List;

/** Why a card level cannot be bought; the rules check in the order of this file. */
public sealed interface CardRefusal extends Refusal {
    /** The catalog has no such card. */
    record UnknownCard(CardId card) implements CardRefusal {
        @Override
        public String code() {
            return "unknown_card";
        }
    }

    /** Requirements of the card are not met. */
    record CardRequirementsNotMet(List<Requirement> missing) implements CardRefusal {
        @Override
        public String code() {
            return "requirements_not_met";
        }
    }

    /** There is no further level. */
    record CardMaxLevelReached(int level) implements CardRefusal {
        @Override
        public String code() {
            return "max_level_reached";
        }
    }

    /** It is only announced, or outside its window. */
    record CardNotAvailable(CardId card) implements CardRefusal {
        @Override
        public String code() {
            return "not_available";
        }
    }

    /** The price is not the one the player saw. */
    record CardPriceChanged(long expected, long actual) implements CardRefusal {
        @Override
        public String code() {
            return "price_changed";
        }
    }
}
