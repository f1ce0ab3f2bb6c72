package com.luckyfunatic.server.bonus;

import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.bonus.BonusDefinition;
import com.luckyfunatic.engine.bonus.BonusRules;
import com.luckyfunatic.engine.bonus.BonusStatus;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.item.ItemDefinition;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.server.json.RecurringList;
import com.luckyfunatic.server.view.OncePerCatalog;
import com.luckyfunatic.server.view.WheelSegmentView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The daily bonus as clients see it.
 *
 * @param isOffered whether the content has one; without it, lists are empty
 * @param isClaimed whether the day was claimed
 * @param cooldown whole seconds, rounded up, until the next day can be claimed; 0 for now
 * @param cooldownMs the same in milliseconds
 * @param nextClaimAt when that is
 * @param segments the wheel, with exact odds
 * @param streak days in a row
 * @param spins what can be spun
 */
@Schema(example = DailyBonusView.EXAMPLE)
public record DailyBonusView(
        boolean isOffered,
        boolean isClaimed,
        long cooldown,
        long cooldownMs,
        Instant nextClaimAt,
        List<WheelSegmentView> segments,
        Streak streak,
        Spins spins) {
    static final String EXAMPLE =
            "{\"isOffered\": true, \"isClaimed\": true, \"cooldown\": 32400, \"cooldownMs\":"
                    + " 32400000, \"nextClaimAt\": \"2026-11-23T00:00:00.000Z\", \"segments\": ["
                    + WheelSegmentView.EXAMPLE
                    + "], \"streak\": {\"days\": 3, \"nextDay\": 4, \"rewards\": [{\"day\": 1,"
                    + " \"funz\": 500}, {\"day\": 2, \"funz\": 1000}]}, \"spins\": {\"free\": 0,"
                    + " \"item\": {\"itemId\": \"wheel_token\", \"name\": \"Wheel Token\","
                    + " \"held\": 2}}}";

    private static final OncePerCatalog<List<Reward>> REWARDS =
            new OncePerCatalog<>(DailyBonusView::rewards);

    /**
     * Days in a row.
     *
     * @param days how many were claimed; 0 when one was missed
     * @param nextDay which day of the streak the next claim in time is
     * @param rewards what the days pay; the last is for every later day too
     */
    public record Streak(int days, int nextDay, List<Reward> rewards) {}

    /** What a day of a streak pays, whole funz. */
    public record Reward(int day, long funz) {}

    /**
     * What can be spun.
     *
     * @param free 1 while the day is not claimed, else 0
     * @param item the item that a further spin takes one of; null when none can be had
     */
    public record Spins(int free, @Nullable Item item) {}

    /** An item and how many of it are held. */
    public record Item(String itemId, String name, int held) {}

    /** Shows the daily bonus of {@code state} at the context's moment. */
    static DailyBonusView of(PlayerState state, RuleContext context) {
        BonusStatus status = BonusRules.status(state, context);
        BonusDefinition bonus = status.definition();
        long left = status.nextClaimAtMillis() - context.nowMillis();
        boolean canClaim = bonus.isOffered() && !status.isClaimed();
        return new DailyBonusView(
                bonus.isOffered(),
                status.isClaimed(),
                Math.ceilDiv(left, 1_000),
                left,
                Instant.ofEpochMilli(status.nextClaimAtMillis()),
                WheelSegmentView.all(context.catalog()),
                new Streak(status.streak(), status.nextDay(), REWARDS.of(context.catalog())),
                new Spins(
                        canClaim ? 1 : 0,
                        item(bonus.spinItem(), status.spinItems(), context.catalog())));
    }

    private static List<Reward> rewards(Catalog catalog) {
        BonusDefinition bonus = catalog.dailyBonus();
        return new RecurringList<>(
                IntStream.rangeClosed(1, bonus.streak().size())
                        .mapToObj(day -> new Reward(day, bonus.streakDay(day).funz()))
                        .toList());
    }

    private static @Nullable Item item(@Nullable ItemId id, int held, Catalog catalog) {
        ItemDefinition item = id == null ? null : catalog.item(id);
        return item == null ? null : new Item(item.id().value(), item.name(), held);
    }
}
