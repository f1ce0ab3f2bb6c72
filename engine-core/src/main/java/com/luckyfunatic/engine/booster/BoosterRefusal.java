package com.luckyfunatic.engine.booster;

import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.requirement.Requirement;
import java.util.List;

/** Why a booster cannot be activated; the rules check in the order of this file. */
public sealed interface BoosterRefusal extends Refusal {
    /** The catalog has no such booster. */
    record UnknownBooster(BoosterType type) implements BoosterRefusal {
        @Override
        public String code() {
            return "unknown_booster";
        }
    }

    /** Requirements of the booster are not met. */
    record BoosterNotAvailable(List<Requirement> missing) implements BoosterRefusal {
        @Override
        public String code() {
            return "requirements_not_met";
        }
    }

    /** It works already and does not stack. */
    record BoosterAlreadyActive(long untilMillis) implements BoosterRefusal {
        @Override
        public String code() {
            return "already_active";
        }
    }

    /** A permanent booster has no further level. */
    record BoosterMaxLevelReached(int level) implements BoosterRefusal {
        @Override
        public String code() {
            return "max_level_reached";
        }
    }

    /** The last use is too recent. */
    record BoosterCoolingDown(long readyAtMillis) implements BoosterRefusal {
        @Override
        public String code() {
            return "cooling_down";
        }
    }

    /** It was used as often as a day allows. */
    record BoosterDailyLimitReached(int limit, long resetsAtMillis) implements BoosterRefusal {
        @Override
        public String code() {
            return "daily_limit_reached";
        }
    }
}
