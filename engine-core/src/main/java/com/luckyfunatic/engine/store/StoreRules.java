package com.luckyfunatic.engine.store;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.requirement.Requirements;
import com.luckyfunatic.engine.reward.Barter;
import com.luckyfunatic.engine.reward.Reward;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the store. Pure.
 *
 * <p>All of a purchase is made or nothing, and nothing is lost: what could not be held afterwards
 * is refused. Funz that were bought are not earned.
 */
public final class StoreRules {
    private StoreRules() {}

    /** Decides a command on the store. */
    public static Decision decide(PlayerState state, StoreCommand command, RuleContext context) {
        return switch (command) {
            case StoreCommand.Purchase purchase -> purchase(state, purchase, context);
            case StoreCommand.PayWithStars paid -> StarRules.pay(state, paid, context);
            case StoreCommand.NoteStarsRefund back -> StarRules.note(back);
        };
    }

    private static Decision purchase(
            PlayerState state, StoreCommand.Purchase purchase, RuleContext context) {
        ListingId id = purchase.listing();
        ListingDefinition listing = context.catalog().listing(id);
        if (listing == null) {
            return Decision.refused(new StoreRefusal.UnknownListing(id));
        }
        // Its price in the game is 0, and it is no gift.
        if (listing.isForStars()) {
            return Decision.refused(new StoreRefusal.ListingForStars(id));
        }
        ListingStatus status = status(state, listing, context);
        Refusal notSold =
                whyNotSold(status, purchase.expectedPrice(), listing.price(), purchase.quantity());
        if (notSold != null) {
            return Decision.refused(notSold);
        }
        int quantity = purchase.quantity();
        Reward cost = listing.cost(quantity);
        Reward goods = listing.goods().times(quantity);
        Refusal notPossible = Barter.whyNot(state, cost, goods, context.catalog());
        if (notPossible != null) {
            return Decision.refused(notPossible);
        }
        long paid = listing.price() * quantity;
        return Decision.accepted(
                new StoreResult.PurchaseMade(id, quantity, listing.currency(), paid, goods),
                new StoreEvent.Purchased(
                        listing.id(),
                        quantity,
                        listing.currency(),
                        paid,
                        goods,
                        Days.epochDay(context.nowMillis()),
                        status.boughtToday() + quantity,
                        status.boughtInTotal() + quantity));
    }

    static @Nullable Refusal whyNotSold(
            ListingStatus status, long expectedPrice, long price, int quantity) {
        ListingDefinition listing = status.definition();
        if (!status.isAvailable()) {
            return new StoreRefusal.ListingNotAvailable(listing.id());
        }
        if (!status.missing().isEmpty()) {
            return new StoreRefusal.ListingRequirementsNotMet(status.missing());
        }
        if (expectedPrice != price) {
            return new StoreRefusal.ListingPriceChanged(expectedPrice, price);
        }
        return whyOverLimit(status, quantity);
    }

    static @Nullable Refusal whyOverLimit(ListingStatus status, int quantity) {
        ListingDefinition listing = status.definition();
        if (quantity > status.remainingInTotal()) {
            return new StoreRefusal.ListingLimitReached(
                    listing.totalLimit(), status.remainingInTotal());
        }
        if (quantity > status.remainingToday()) {
            return new StoreRefusal.ListingDailyLimitReached(
                    listing.dailyLimit(), status.remainingToday(), status.resetsAtMillis());
        }
        return null;
    }

    /** Returns {@code state} after {@code event}. */
    public static PlayerState evolve(PlayerState state, StoreEvent event) {
        return switch (event) {
            case StoreEvent.Purchased bought ->
                    Barter.exchange(
                                    state,
                                    Reward.of(bought.currency(), bought.paid()),
                                    bought.goods())
                            .store(
                                    state.store()
                                            .with(
                                                    new ListingPurchases(
                                                            bought.listing(),
                                                            bought.boughtInTotal(),
                                                            bought.epochDay(),
                                                            bought.boughtOnDay())))
                            .done();
            case StoreEvent.StarsPaid paid -> StarRules.evolve(state, paid);
            case StoreEvent.StarsTurnedAway _, StoreEvent.StarsRefunded _ -> state;
        };
    }

    /** Returns every listing of the catalog as the player sees it at the context's moment. */
    public static List<ListingStatus> statuses(PlayerState state, RuleContext context) {
        return context.catalog().listings().stream()
                .map(each -> status(state, each, context))
                .toList();
    }

    /** Returns one listing as the player sees it; empty when the catalog does not have it. */
    public static Optional<ListingStatus> status(
            PlayerState state, ListingId listing, RuleContext context) {
        return Optional.ofNullable(context.catalog().listing(listing))
                .map(definition -> status(state, definition, context));
    }

    static ListingStatus status(PlayerState state, ListingDefinition listing, RuleContext context) {
        long now = context.nowMillis();
        return new ListingStatus(
                listing,
                state.store().boughtOn(listing.id(), Days.epochDay(now)),
                state.store().bought(listing.id()),
                Days.nextMidnight(now),
                Requirements.missing(state, listing.requirements()),
                listing.isAvailable(now));
    }
}
