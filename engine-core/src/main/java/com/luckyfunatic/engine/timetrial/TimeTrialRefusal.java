package com.luckyfunatic.engine.timetrial;

import com.luckyfunatic.engine.Refusal;

/** Why a time trial is not started or finished; the rules check in the order of this file. */
public sealed interface TimeTrialRefusal extends Refusal {
    /** The catalog has no such level. */
    record UnknownTimeTrial(TimeTrialId trial) implements TimeTrialRefusal {
        @Override
        public String code() {
            return "unknown_time_trial";
        }
    }

    /** No such try goes on: it was finished, another was started, or there never was one. */
    record NoSuchTry(TimeTrialId trial) implements TimeTrialRefusal {
        @Override
        public String code() {
            return "unknown_run";
        }
    }

    /** It took longer than is allowed. */
    record TryExpired(long maxMillis) implements TimeTrialRefusal {
        @Override
        public String code() {
            return "run_expired";
        }
    }

    /** It took less than anybody can take; the try goes on. */
    record TryTooFast(long minMillis) implements TimeTrialRefusal {
        @Override
        public String code() {
            return "run_too_fast";
        }
    }
}
