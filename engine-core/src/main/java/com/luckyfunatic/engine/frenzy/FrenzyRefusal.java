package com.luckyfunatic.engine.frenzy;

import com.luckyfunatic.engine.Refusal;

/** Why frenzy cannot start; the rules check in the order of this file. */
public sealed interface FrenzyRefusal extends Refusal {
    /** It works already. */
    record FrenzyAlreadyActive(long untilMillis) implements FrenzyRefusal {
        @Override
        public String code() {
            return "already_active";
        }
    }

    /** The last start is too recent. */
    record FrenzyCoolingDown(long readyAtMillis) implements FrenzyRefusal {
        @Override
        public String code() {
            return "cooling_down";
        }
    }

    /** The meter is not full. */
    record FrenzyMeterNotFull(int meter, int meterMax) implements FrenzyRefusal {
        @Override
        public String code() {
            return "meter_not_full";
        }
    }
}
