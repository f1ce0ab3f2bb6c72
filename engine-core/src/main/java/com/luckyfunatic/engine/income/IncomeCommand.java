package com.luckyfunatic.engine.income;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Durability;

/** Commands on passive income. */
public sealed interface IncomeCommand extends Command {
    /** Pays out what has accrued since the last collection. */
    record CollectIncome() implements IncomeCommand {
        @Override
        public Durability durability() {
            return Durability.SOFT;
        }
    }
}
