package com.luckyfunatic.engine.catalog;

import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.store.ListingDefinition;
import com.luckyfunatic.engine.store.StoreCommand;
import java.util.List;

/** Checks the listings of the store. Pure. */
final class StoreChecks {
    private static final String LIST = "listings";
    private static final int AT_ONCE = StoreCommand.Purchase.QUANTITY_MAX;

    private StoreChecks() {}

    static void check(Content content, Report report) {
        List<ListingDefinition> listings = content.definition().listings();
        report.unique(LIST, "id", listings, ListingDefinition::id);
        for (int i = 0; i < listings.size(); i++) {
            ListingDefinition listing = listings.get(i);
            String row = Report.row(LIST, i, listing.id());
            report.line(row + ".name", listing.name(), Limits.NAME_MAX);
            report.line(row + ".description", listing.description(), Limits.DESCRIPTION_MAX);
            report.line(row + ".image", listing.image(), Limits.IMAGE_MAX);
            price(row, listing, report);
            goods(row + ".goods", listing, content, report);
            limit(row + ".dailyLimit", listing.dailyLimit(), report);
            limit(row + ".totalLimit", listing.totalLimit(), report);
            if (listing.isStocked()) {
                report.range(row + ".stock", listing.stock(), 0, Limits.AMOUNT_MAX);
            }
            report.window(row, listing.availableFrom(), listing.availableUntil());
            RequirementChecks.check(row, listing.requirements(), content, report);
        }
    }

    private static void price(String row, ListingDefinition listing, Report report) {
        if (listing.isForStars()) {
            stars(row, listing, report);
            return;
        }
        long price = listing.price();
        if (report.range(row + ".price", price, 0, Limits.AMOUNT_MAX)) {
            RewardChecks.times(row + ".price", price, AT_ONCE, Limits.AMOUNT_MAX, report);
        }
        if (price == 0
                && listing.dailyLimit() == ListingDefinition.UNLIMITED
                && listing.totalLimit() == ListingDefinition.UNLIMITED) {
            report.add(row, "is free, so it must have a dailyLimit or a totalLimit");
        }
    }

    private static void stars(String row, ListingDefinition listing, Report report) {
        report.range(row + ".stars", listing.stars(), 1, ListingDefinition.STARS_MAX);
        if (listing.price() != 0) {
            report.add(row + ".price", "a listing for Stars has no price besides");
        }
        if (listing.isStocked()) {
            report.add(row + ".stock", "a listing for Stars has no stock");
        }
    }

    private static void goods(
            String row, ListingDefinition listing, Content content, Report report) {
        Reward goods = listing.goods();
        if (RewardChecks.check(row, goods, content, report)) {
            RewardChecks.times(row, goods, AT_ONCE, report);
        }
        long back =
                switch (listing.currency()) {
                    case FUNZ -> goods.funz();
                    case JOKERS -> goods.jokers();
                };
        if (listing.price() > 0 && back >= listing.price()) {
            report.add(row, "must give less than the price back, gives " + back);
        }
    }

    private static void limit(String row, int limit, Report report) {
        if (limit != ListingDefinition.UNLIMITED) {
            report.range(row, limit, 1, Limits.PURCHASES_MAX);
        }
    }
}
