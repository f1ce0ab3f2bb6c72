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
import org.jspecify.annotations.Nullable;

/**
 * The rules of the store. Pure.
 *
 * <p>All of a purchase is made or nothing, and nothing is lost: what could not be held afterwards is
 * refused. Funz that were bought are not earned.
 */
public final class StoreRules {
    private StoreRules() {}

    /** Decides a command on the store. */
    public static Decision decide(PlayerState state, StoreCommand command, RuleContext context) {
        return switch (command) {
            case StoreCommand.Purchase purchase -> purchase(state, purchase, context);
        };
    }

    private static Decision purchase(
            PlayerState state, StoreCommand.Purchase purchase, RuleContext context) {
        ListingId id = purchase.listing();
        ListingDefinition listing = context.catalog().listing(id);
        if (listing == null) {
            return Decision.refused(new StoreRefusal.UnknownListing(id));
        }
        ListingStatus status = status(state, listing, context);
        Refusal notSold = whyNotSold(status, purchase);
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
                        id,
                        quantity,
                        listing.currency(),
                        paid,
                        goods,
                        Days.epochDay(context.nowMillis()),
                        status.boughtToday() + quantity,
                        status.boughtInTotal() + quantity));
    }

    private static @Nullable Refusal whyNotSold(
            ListingStatus status, StoreCommand.Purchase purchase) {
        ListingDefinition listing = status.definition();
        if (!status.isAvailable()) {
            return new StoreRefusal.ListingNotAvailable(listing.id());
        }
        if (!status.missing().isEmpty()) {
            return new StoreRefusal.ListingRequirementsNotMet(status.missing());
        }
        if (purchase.expectedPrice() != listing.price()) {
            return new StoreRefusal.ListingPriceChanged(
                    purchase.expectedPrice(), listing.price());
        }
        if (purchase.quantity() > status.remainingInTotal()) {
            return new StoreRefusal.ListingLimitReached(
                    listing.totalLimit(), status.remainingInTotal());
        }
        if (purchase.quantity() > status.remainingToday()) {
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
        };
    }

    /** Returns every listing of the catalog as the player sees it at the context's moment. */
    public static List<ListingStatus> statuses(PlayerState state, RuleContext context) {
        return context.catalog().listings().stream()
                .map(each -> status(state, each, context))
                .toList();
    }

    private static ListingStatus status(
            PlayerState state, ListingDefinition listing, RuleContext context) {
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
