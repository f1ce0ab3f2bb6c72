package com.luckyfunatic.server.view;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.effect.Effect;
import com.luckyfunatic.engine.quest.QuestStep;
import com.luckyfunatic.engine.raffle.RaffleStep;
import com.luckyfunatic.engine.timetrial.Medal;

/** The stable words by which clients know values of the engine. */
public final class Words {
    private Words() {}

    /** Returns the word for {@code currency}. */
    public static String of(Currency currency) {
        return switch (currency) {
            case FUNZ -> "funz";
            case JOKERS -> "jokers";
        };
    }

    /** Returns the word for {@code step}. */
    public static String of(QuestStep step) {
        return switch (step) {
            case NOT_STARTED -> "not_started";
            case STARTED -> "started";
            case COMPLETED -> "completed";
            case CLAIMED -> "claimed";
        };
    }

    /** Returns the word for how far a raffle has come. */
    public static String of(RaffleStep step) {
        return switch (step) {
            case OPEN -> "open";
            case CLOSED -> "closed";
            case FROZEN -> "frozen";
            case DRAWN -> "drawn";
            case DONE -> "done";
            case CANCELLED -> "cancelled";
            case REFUNDED -> "refunded";
        };
    }

    /** Returns the word for {@code medal}. */
    public static String of(Medal medal) {
        return switch (medal) {
            case BRONZE -> "bronze";
            case SILVER -> "silver";
            case GOLD -> "gold";
        };
    }

    /** Returns the word for {@code effect}. */
    public static String of(Effect effect) {
        return switch (effect) {
            case REFILL_ENERGY -> "refill_energy";
            case ENERGY_MAX_ADD -> "energy_max_add";
            case ENERGY_REGEN_MULTIPLY -> "energy_regen_multiply";
            case FUNZ_PER_TAP_ADD -> "funz_per_tap_add";
            case FUNZ_PER_TAP_MULTIPLY -> "funz_per_tap_multiply";
            case INCOME_MULTIPLY -> "income_multiply";
        };
    }
}
