package com.luckyfunatic.server.support;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A payment in Telegram Stars that a plan is about.
 *
 * @param listingId what it was for
 * @param quantity how many of it
 * @param stars how many were paid
 * @param given whether the player got it; not when it was turned away
 * @param refunded whether the Stars went back
 */
@Schema(
        example =
                """
                {"listingId": "gear_pack", "quantity": 1, "stars": 50, "given": true,
                "refunded": false}
                """)
record PlannedStarsView(
        String listingId, int quantity, int stars, boolean given, boolean refunded) {
    /** Returns it after the Stars went back; what was given stays. */
    PlannedStarsView givenBack() {
        return new PlannedStarsView(listingId, quantity, stars, given, true);
    }

    /** Returns it in a few words. */
    String words() {
        return stars + " Stars " + (refunded ? "went back" : "are kept");
    }
}
