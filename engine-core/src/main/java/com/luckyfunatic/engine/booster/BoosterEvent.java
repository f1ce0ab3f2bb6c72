package com.luckyfunatic.engine.booster;

import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.effect.Effect;
import org.jspecify.annotations.Nullable;

/** What happened to boosters. */
public sealed interface BoosterEvent extends GameEvent {
    /** The price that was paid. */
    long price();

    /** What it was paid in. */
    Currency currency();

    @Override
    default long funzDelta() {
        return currency() == Currency.FUNZ ? -price() : 0;
    }

    @Override
    default long jokersDelta() {
        return currency() == Currency.JOKERS ? -price() : 0;
    }

    /** Hard as soon as something was paid. */
    @Override
    default Durability durability() {
        return price() > 0 ? Durability.HARD : Durability.SOFT;
    }

    /**
     * A timed or instant booster was activated.
     *
     * @param started the timed effect, null for an instant one
     * @param use the use after it
     * @param energyMicrosAfter the energy after it, millionths of a unit
     */
    record BoosterActivated(
            BoosterType type,
            Effect effect,
            Currency currency,
            long price,
            @Nullable ActiveBooster started,
            BoosterUse use,
            long energyMicrosAfter)
            implements BoosterEvent {}

    /** A level of a permanent booster was bought. */
    record BoosterLevelBought(BoosterType type, int level, Currency currency, long price)
            implements BoosterEvent {}
}
