package com.luckyfunatic.engine.store;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.reward.Barter;
import com.luckyfunatic.engine.reward.Reward;
import org.jspecify.annotations.Nullable;

/**
 * The rules of what is paid in Telegram Stars. Pure.
 *
 * <p>Whether something is sold is decided before it is paid ({@link #whyNot}). Once it is paid,
 * window, requirements and price play no part any more: it is given as it was offered. But what
 * would break a limit or could not be held as a whole is turned away, and the Stars go back: of two
 * invoices that are paid at once the second must not pass a limit, and nothing paid is ever cut.
 */
public final class StarRules {
    private StarRules() {}

    /**
     * Returns why {@code quantity} of a listing are not sold for Stars at the context's moment;
     * null when they are.
     *
     * @param expectedStars the price of one that the player saw
     */
    public static @Nullable Refusal whyNot(
            PlayerState state,
            ListingId id,
            long expectedStars,
            int quantity,
            RuleContext context) {
        ListingDefinition listing = context.catalog().listing(id);
        if (listing == null) {
            return new StoreRefusal.UnknownListing(id);
        }
        if (!listing.isForStars()) {
            return new StoreRefusal.ListingNotForStars(id);
        }
        Refusal notSold =
                StoreRules.whyNotSold(
                        StoreRules.status(state, listing, context),
                        expectedStars,
                        listing.stars(),
                        quantity);
        return notSold != null ? notSold : whyNotGiven(state, listing, quantity, context);
    }

    static Decision pay(PlayerState state, StoreCommand.PayWithStars paid, RuleContext context) {
        ListingDefinition listing = context.catalog().listing(paid.listing());
        if (listing == null) {
            return turnedAway(paid, new StoreRefusal.UnknownListing(paid.listing()));
        }
        if (!listing.isForStars()) {
            return turnedAway(paid, new StoreRefusal.ListingNotForStars(paid.listing()));
        }
        int quantity = paid.quantity();
        ListingStatus status = StoreRules.status(state, listing, context);
        Refusal why = StoreRules.whyOverLimit(status, quantity);
        if (why == null) {
            why = whyNotGiven(state, listing, quantity, context);
        }
        if (why != null) {
            return turnedAway(paid, why);
        }
        Reward goods = listing.goods().times(quantity);
        return Decision.accepted(
                new StoreResult.StarsTaken(paid.listing(), quantity, paid.stars(), goods),
                new StoreEvent.StarsPaid(
                        paid.listing(),
                        quantity,
                        paid.stars(),
                        paid.chargeId(),
                        goods,
                        Days.epochDay(context.nowMillis()),
                        status.boughtToday() + quantity,
                        status.boughtInTotal() + quantity));
    }

    private static @Nullable Refusal whyNotGiven(
            PlayerState state, ListingDefinition listing, int quantity, RuleContext context) {
        return Barter.whyNot(
                state, Reward.NOTHING, listing.goods().times(quantity), context.catalog());
    }

    /**
     * Accepted, so that it stays known for ever: a refusal is forgotten, and could be paid later.
     */
    private static Decision turnedAway(StoreCommand.PayWithStars paid, Refusal why) {
        return Decision.accepted(
                new StoreResult.StarsTurnedAway(
                        paid.listing(), paid.quantity(), paid.stars(), why.code()),
                new StoreEvent.StarsTurnedAway(
                        paid.listing(),
                        paid.quantity(),
                        paid.stars(),
                        paid.chargeId(),
                        why.code()));
    }

    static Decision note(StoreCommand.NoteStarsRefund back) {
        return Decision.accepted(
                new StoreResult.StarsRefundNoted(back.stars()),
                new StoreEvent.StarsRefunded(back.stars(), back.chargeId()));
    }

    static PlayerState evolve(PlayerState state, StoreEvent.StarsPaid paid) {
        return Barter.exchange(state, Reward.NOTHING, paid.goods())
                .store(
                        state.store()
                                .with(
                                        new ListingPurchases(
                                                paid.listing(),
                                                paid.boughtInTotal(),
                                                paid.epochDay(),
                                                paid.boughtOnDay())))
                .resets(state.resets().paid())
                .done();
    }
}
