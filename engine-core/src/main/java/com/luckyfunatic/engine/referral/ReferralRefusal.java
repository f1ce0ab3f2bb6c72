package com.luckyfunatic.engine.referral;

import com.luckyfunatic.engine.Refusal;

/** Why a referral is not paid. */
public sealed interface ReferralRefusal extends Refusal {
    /** The day's rewards are used up; the friend is never paid for. */
    record ReferralDailyLimitReached(int limit) implements ReferralRefusal {
        @Override
        public String code() {
            return "daily_limit_reached";
        }
    }
}
