package com.luckyfunatic.engine.bonus;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Durability;

/**
 * Commands on the daily bonus. None of them carries a roll: the rules draw it when they decide, so
 * that a repeat of the command is the same command and is answered with the first draw.
 */
public sealed interface BonusCommand extends Command {
    /** Claims what the day pays: the next day of the streak, and the free spin of the wheel. */
    record ClaimDailyBonus() implements BonusCommand {
        @Override
        public Durability durability() {
            return Durability.HARD;
        }
    }

    /** Spins the wheel once more, for one of the item that content names. */
    record SpinForItem() implements BonusCommand {
        @Override
        public Durability durability() {
            return Durability.HARD;
        }
    }
}
