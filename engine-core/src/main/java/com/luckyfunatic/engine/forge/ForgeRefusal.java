package com.luckyfunatic.engine.forge;

import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.requirement.Requirement;
import java.util.List;

/** Why a special card cannot be forged; the rules check in the order of this file. */
public sealed interface ForgeRefusal extends Refusal {
    /** The catalog has no such special card. */
    record UnknownSpecialCard(SpecialCardId card) implements ForgeRefusal {
        @Override
        public String code() {
            return "unknown_special_card";
        }
    }

    /** Requirements are not met. */
    record ForgeRequirementsNotMet(List<Requirement> missing) implements ForgeRefusal {
        @Override
        public String code() {
            return "requirements_not_met";
        }
    }

    /** It was forged as often as it can be. */
    record ForgeLimitReached(int limit) implements ForgeRefusal {
        @Override
        public String code() {
            return "forge_limit_reached";
        }
    }

    /** Too little is held of these ingredients. */
    record MissingIngredients(List<MissingIngredient> missing) implements ForgeRefusal {
        @Override
        public String code() {
            return "missing_ingredients";
        }
    }

    /** An ingredient of which only {@code held} is held. */
    record MissingIngredient(Ingredient ingredient, int held) {}
}
