package com.luckyfunatic.server.operation;

import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.balloon.BalloonResult;
import com.luckyfunatic.engine.bonus.BonusResult;
import com.luckyfunatic.engine.booster.BoosterResult;
import com.luckyfunatic.engine.card.CardResult;
import com.luckyfunatic.engine.conversion.ConversionResult;
import com.luckyfunatic.engine.forge.ForgeResult;
import com.luckyfunatic.engine.income.IncomeResult;
import com.luckyfunatic.engine.item.ItemResult;
import com.luckyfunatic.engine.platform.PlatformResult;
import com.luckyfunatic.engine.prize.PrizeResult;
import com.luckyfunatic.engine.quest.QuestResult;
import com.luckyfunatic.engine.raffle.RaffleResult;
import com.luckyfunatic.engine.store.StoreResult;
import com.luckyfunatic.engine.story.StoryResult;
import com.luckyfunatic.engine.tap.TapResult;
import com.luckyfunatic.engine.timetrial.TimeTrialResult;
import com.luckyfunatic.engine.tournament.TournamentResult;
import com.luckyfunatic.server.view.RewardView;
import com.luckyfunatic.server.view.Words;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What an accepted operation gave, as clients see it. The members depend on {@link #type()}. */
@Schema(
        description = "What the operation gave; the members depend on `type`.",
        oneOf = {
            OperationResultView.Done.class,
            OperationResultView.Taps.class,
            OperationResultView.Income.class,
            OperationResultView.Booster.class,
            OperationResultView.Card.class,
            OperationResultView.Quest.class,
            OperationResultView.FriendsLevel.class,
            OperationResultView.SpecialCard.class,
            OperationResultView.Story.class,
            OperationResultView.DailyBonus.class,
            OperationResultView.Spin.class,
            OperationResultView.Opened.class,
            OperationResultView.ItemBooster.class,
            OperationResultView.Conversion.class,
            OperationResultView.Purchase.class,
            OperationResultView.StarPurchase.class,
            OperationResultView.StarsReturned.class,
            OperationResultView.Grant.class,
            OperationResultView.Transfer.class,
            OperationResultView.Balloons.class,
            OperationResultView.Prize.class,
            OperationResultView.RafflePrize.class,
            OperationResultView.RaffleTickets.class,
            OperationResultView.TournamentEntry.class,
            OperationResultView.TryFinished.class,
            OperationResultView.TryStarted.class
        })
public sealed interface OperationResultView {
    /** The kind of result. */
    String type();

    /** Nothing besides the new state. */
    record Done(@Schema(type = "string", allowableValues = "done") String type)
            implements OperationResultView {}

    /** Taps were made: how many counted, and what they paid. */
    record Taps(
            @Schema(type = "string", allowableValues = "taps") String type,
            int accepted,
            long paid,
            boolean repeated)
            implements OperationResultView {}

    /** Passive income was collected. */
    record Income(
            @Schema(type = "string", allowableValues = "income") String type,
            long amount,
            long forDurationMs,
            boolean capped)
            implements OperationResultView {}

    /** A booster was activated, or a level of it bought. */
    record Booster(
            @Schema(type = "string", allowableValues = "booster") String type,
            String boosterType,
            String currency,
            long price)
            implements OperationResultView {}

    /** A card reached a level. */
    record Card(
            @Schema(type = "string", allowableValues = "card") String type,
            String cardId,
            int level,
            String currency,
            long price,
            long incomePerHour)
            implements OperationResultView {}

    /** A special card was forged for the {@code forged}-th time. */
    record SpecialCard(
            @Schema(type = "string", allowableValues = "special_card") String type,
            String specialCardId,
            int forged)
            implements OperationResultView {}

    /** A quest's reward was paid. */
    record Quest(
            @Schema(type = "string", allowableValues = "quest") String type,
            String questId,
            RewardView reward)
            implements OperationResultView {}

    /** A level of the ladder of friends was paid. */
    record FriendsLevel(
            @Schema(type = "string", allowableValues = "friends_level") String type,
            int level,
            RewardView reward)
            implements OperationResultView {}

    /** A story's reward was paid. */
    record Story(
            @Schema(type = "string", allowableValues = "story") String type,
            String storyId,
            long funz,
            long jokers)
            implements OperationResultView {}

    /** The daily bonus was claimed: a day of the streak, and a spin. */
    record DailyBonus(
            @Schema(type = "string", allowableValues = "daily_bonus") String type,
            int day,
            long funz,
            Won spin)
            implements OperationResultView {}

    /** One more spin was had for one of an item. */
    record Spin(
            @Schema(type = "string", allowableValues = "spin") String type, String itemId, Won spin)
            implements OperationResultView {}

    /** An item was opened: what was in it. */
    record Opened(
            @Schema(type = "string", allowableValues = "item_opened") String type,
            String itemId,
            RewardView reward)
            implements OperationResultView {}

    /** An item started a booster. */
    record ItemBooster(
            @Schema(type = "string", allowableValues = "item_booster") String type,
            String itemId,
            String boosterType)
            implements OperationResultView {}

    /** A try at a level of the time trials began. */
    record TryStarted(
            @Schema(type = "string", allowableValues = "time_trial_started") String type,
            String timeTrialId,
            String runToken)
            implements OperationResultView {}

    /** A try at a level of the time trials ended: how long it took, and what that paid. */
    record TryFinished(
            @Schema(type = "string", allowableValues = "time_trial_finished") String type,
            String timeTrialId,
            long timeMs,
            long bestTimeMs,
            List<String> medals,
            RewardView paid)
            implements OperationResultView {}

    /** A conversion was made so often: what was given for what. */
    record Conversion(
            @Schema(type = "string", allowableValues = "conversion") String type,
            String conversionId,
            int count,
            RewardView taken,
            RewardView given)
            implements OperationResultView {}

    /** So many of a listing were bought: what was paid, and what they gave. */
    record Purchase(
            @Schema(type = "string", allowableValues = "purchase") String type,
            String listingId,
            int quantity,
            String currency,
            long paid,
            RewardView goods)
            implements OperationResultView {}

    /** So many of a listing were paid in Telegram Stars: what was paid, and what they gave. */
    record StarPurchase(
            @Schema(type = "string", allowableValues = "star_purchase") String type,
            String listingId,
            int quantity,
            int stars,
            RewardView goods)
            implements OperationResultView {}

    /** So many Telegram Stars were paid and went back. */
    record StarsReturned(
            @Schema(type = "string", allowableValues = "stars_returned") String type, int stars)
            implements OperationResultView {}

    /** The platform granted something: what was paid, and what did not fit and is lost. */
    record Grant(
            @Schema(type = "string", allowableValues = "grant") String type,
            RewardView paid,
            RewardView cut)
            implements OperationResultView {}

    /** Items went to the platform, under this name. */
    record Transfer(
            @Schema(type = "string", allowableValues = "transfer") String type,
            String transferId,
            String itemId,
            int count)
            implements OperationResultView {}

    /** A game of balloons counted: its score, what it paid, and the best score. */
    record Balloons(
            @Schema(type = "string", allowableValues = "balloons") String type,
            long score,
            long funz,
            long best,
            boolean isBest)
            implements OperationResultView {}

    /** The prize of a tournament was paid; what did not fit below the largest balance was cut. */
    record Prize(
            @Schema(type = "string", allowableValues = "prize") String type,
            String tournamentId,
            long rank,
            String currency,
            long paid,
            long cut)
            implements OperationResultView {}

    /** So many tickets of a raffle were bought: what was paid for all of them. */
    record RaffleTickets(
            @Schema(type = "string", allowableValues = "raffle_tickets") String type,
            String raffleId,
            int quantity,
            String currency,
            long paid)
            implements OperationResultView {}

    /** An entry in a tournament was paid for. */
    record TournamentEntry(
            @Schema(type = "string", allowableValues = "tournament_entry") String type,
            String tournamentId,
            String currency,
            long paid)
            implements OperationResultView {}

    /** A ticket of a raffle was drawn as number {@code place}: what that paid. */
    record RafflePrize(
            @Schema(type = "string", allowableValues = "raffle_prize") String type,
            String raffleId,
            int place,
            RewardView paid)
            implements OperationResultView {}

    /** Where the wheel stopped, by which of the equally likely rolls, and what that paid. */
    record Won(String segmentId, int roll, int rolls, long funz, long jokers, List<WonItem> items) {
        static Won of(BonusResult.Spin spin) {
            return new Won(
                    spin.segment().value(),
                    spin.roll(),
                    spin.rolls(),
                    spin.paid().funz(),
                    spin.paid().jokers(),
                    spin.paid().items().stream()
                            .map(each -> new WonItem(each.item().value(), each.count()))
                            .toList());
        }
    }

    /** So many of an item. */
    record WonItem(String itemId, int count) {}

    /** Returns {@code result} as clients see it. */
    static OperationResultView of(Result result) {
        return switch (result) {
            case Result.Done _ -> new Done("done");
            case TapResult.Taps(int accepted, long paid, boolean repeated) ->
                    new Taps("taps", accepted, paid, repeated);
            case IncomeResult.PassiveIncome(long amount, long forMillis, boolean capped) ->
                    new Income("income", amount, forMillis, capped);
            case BoosterResult.Activated(var booster, var currency, long price) ->
                    new Booster("booster", booster.value(), Words.of(currency), price);
            case CardResult.LevelBought(
                            var card,
                            int level,
                            var currency,
                            long price,
                            long incomePerHour) ->
                    new Card("card", card.value(), level, Words.of(currency), price, incomePerHour);
            case ForgeResult.Forged(var card, int count) ->
                    new SpecialCard("special_card", card.value(), count);
            case QuestResult.QuestPaid(var quest, long funz, long jokers, var items) ->
                    new Quest("quest", quest.value(), RewardView.of(funz, jokers, items));
            case QuestResult.FriendsLevelPaid(int friends, long funz, long jokers, var items) ->
                    new FriendsLevel("friends_level", friends, RewardView.of(funz, jokers, items));
            case StoryResult.Claimed(var story, long funz, long jokers) ->
                    new Story("story", story.value(), funz, jokers);
            case BalloonResult.BalloonsCounted(
                            long score,
                            long funz,
                            long best,
                            boolean isBest,
                            int _) ->
                    new Balloons("balloons", score, funz, best, isBest);
            case BonusResult.DailyBonusClaimed(int day, long funz, var spin) ->
                    new DailyBonus("daily_bonus", day, funz, Won.of(spin));
            case BonusResult.SpunForItem(var item, var spin) ->
                    new Spin("spin", item.value(), Won.of(spin));
            case ItemResult.PackageOpened(var item, var paid) ->
                    new Opened("item_opened", item.value(), RewardView.of(paid));
            case ItemResult.BoosterStarted(var item, var booster, long _) ->
                    new ItemBooster("item_booster", item.value(), booster.value());
            case StoreResult.PurchaseMade(
                            var listing,
                            int quantity,
                            var currency,
                            long paid,
                            var goods) ->
                    new Purchase(
                            "purchase",
                            listing.value(),
                            quantity,
                            Words.of(currency),
                            paid,
                            RewardView.of(goods));
            case StoreResult.StarsTaken(var listing, int quantity, int stars, var goods) ->
                    new StarPurchase(
                            "star_purchase",
                            listing.value(),
                            quantity,
                            stars,
                            RewardView.of(goods));
            case StoreResult.StarsTurnedAway(var _, int _, int stars, var _) ->
                    new StarsReturned("stars_returned", stars);
            case StoreResult.StarsRefundNoted(int stars) ->
                    new StarsReturned("stars_returned", stars);
            case ConversionResult.ConversionMade(var conversion, int count, var taken, var given) ->
                    new Conversion(
                            "conversion",
                            conversion.value(),
                            count,
                            RewardView.of(taken),
                            RewardView.of(given));
            case RaffleResult.TicketsBought(var raffle, int quantity, var currency, long paid) ->
                    new RaffleTickets(
                            "raffle_tickets", raffle.value(), quantity, Words.of(currency), paid);
            case TournamentResult.EntryPaid(var tournament, var currency, long fee) ->
                    new TournamentEntry(
                            "tournament_entry", tournament.value(), Words.of(currency), fee);
            case RaffleResult.RafflePrizeReceived(var raffle, int place, var paid) ->
                    new RafflePrize("raffle_prize", raffle.value(), place, RewardView.of(paid));
            case TimeTrialResult.TryStarted(var run, long _) ->
                    new TryStarted(
                            "time_trial_started", run.trial().value(), Long.toString(run.nonce()));
            case TimeTrialResult.TryFinished(
                            var trial,
                            long millis,
                            long best,
                            var medals,
                            var paid,
                            var _) ->
                    new TryFinished(
                            "time_trial_finished",
                            trial.value(),
                            millis,
                            best,
                            medals.stream().map(Words::of).toList(),
                            RewardView.of(paid));
            case PlatformResult.GrantPaid(var paid, var cut) ->
                    new Grant("grant", RewardView.of(paid), RewardView.of(cut));
            case PlatformResult.TransferTaken(var sent) ->
                    new Transfer("transfer", sent.id().value(), sent.item().value(), sent.count());
            case PrizeResult.PrizeReceived(
                            var tournament,
                            long rank,
                            var currency,
                            long paid,
                            long cut) ->
                    new Prize("prize", tournament.value(), rank, Words.of(currency), paid, cut);
        };
    }
}
