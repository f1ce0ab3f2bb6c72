package com.luckyfunatic.engine.store;

import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.requirement.Requirement;
import java.util.List;

/**
 * Why something is not sold; the rules check in the order of this file, and then what {@link
 * com.luckyfunatic.engine.reward.Barter} checks.
 */
public sealed interface StoreRefusal extends Refusal {
    /** The catalog has no such listing. */
    record UnknownListing(ListingId listing) implements StoreRefusal {
        @Override
        public String code() {
            return "unknown_listing";
        }
    }

    /** It is paid in Telegram Stars, and in nothing else. */
    record ListingForStars(ListingId listing) implements StoreRefusal {
        @Override
        public String code() {
            return "paid_in_stars";
        }
    }

    /** It is not paid in Telegram Stars. */
    record ListingNotForStars(ListingId listing) implements StoreRefusal {
        @Override
        public String code() {
            return "not_paid_in_stars";
        }
    }

    /** It is not sold at this time. */
    record ListingNotAvailable(ListingId listing) implements StoreRefusal {
        @Override
        public String code() {
            return "not_available";
        }
    }

    /** Requirements are not met. */
    record ListingRequirementsNotMet(List<Requirement> missing) implements StoreRefusal {
        @Override
        public String code() {
            return "requirements_not_met";
        }
    }

    /** The price of one is not what the player saw. */
    record ListingPriceChanged(long expected, long actual) implements StoreRefusal {
        @Override
        public String code() {
            return "price_changed";
        }
    }

    /**
     * The player cannot buy so many any more, ever.
     *
     * @param limit how many a player can buy
     * @param remaining how many this one can still
     */
    record ListingLimitReached(int limit, long remaining) implements StoreRefusal {
        @Override
        public String code() {
            return "purchase_limit_reached";
        }
    }

    /**
     * The player cannot buy so many today.
     *
     * @param limit how many a player can buy on one day
     * @param remaining how many this one can on this day still
     * @param resetsAtMillis when the day ends, epoch milliseconds
     */
    record ListingDailyLimitReached(int limit, long remaining, long resetsAtMillis)
            implements StoreRefusal {
        @Override
        public String code() {
            return "daily_limit_reached";
        }
    }
}
