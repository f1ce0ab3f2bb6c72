package com.luckyfunatic.server.operation;

import static com.luckyfunatic.server.error.ProblemCode.ALREADY_ACTIVE;
import static com.luckyfunatic.server.error.ProblemCode.ALREADY_CLAIMED;
import static com.luckyfunatic.server.error.ProblemCode.ALREADY_ENTERED;
import static com.luckyfunatic.server.error.ProblemCode.ALREADY_RESTORED;
import static com.luckyfunatic.server.error.ProblemCode.BALANCE_CAP_REACHED;
import static com.luckyfunatic.server.error.ProblemCode.BALLOONS_NOT_OFFERED;
import static com.luckyfunatic.server.error.ProblemCode.BALLOONS_REPLACED;
import static com.luckyfunatic.server.error.ProblemCode.COOLING_DOWN;
import static com.luckyfunatic.server.error.ProblemCode.DAILY_LIMIT_REACHED;
import static com.luckyfunatic.server.error.ProblemCode.DISQUALIFIED;
import static com.luckyfunatic.server.error.ProblemCode.FOLLOW_UP_DROPPED;
import static com.luckyfunatic.server.error.ProblemCode.FORGE_LIMIT_REACHED;
import static com.luckyfunatic.server.error.ProblemCode.INSUFFICIENT_FUNDS;
import static com.luckyfunatic.server.error.ProblemCode.INSUFFICIENT_ITEMS;
import static com.luckyfunatic.server.error.ProblemCode.ITEM_MAXIMUM_REACHED;
import static com.luckyfunatic.server.error.ProblemCode.MAX_LEVEL_REACHED;
import static com.luckyfunatic.server.error.ProblemCode.METER_NOT_FULL;
import static com.luckyfunatic.server.error.ProblemCode.MISSING_INGREDIENTS;
import static com.luckyfunatic.server.error.ProblemCode.NOTHING_TO_RESTORE;
import static com.luckyfunatic.server.error.ProblemCode.NOT_AVAILABLE;
import static com.luckyfunatic.server.error.ProblemCode.NOT_PAID_IN_STARS;
import static com.luckyfunatic.server.error.ProblemCode.NOT_USABLE;
import static com.luckyfunatic.server.error.ProblemCode.OPERATION_LIMIT_EXCEEDED;
import static com.luckyfunatic.server.error.ProblemCode.PAID_IN_STARS;
import static com.luckyfunatic.server.error.ProblemCode.PLAYER_ALREADY_EXISTS;
import static com.luckyfunatic.server.error.ProblemCode.PRICE_CHANGED;
import static com.luckyfunatic.server.error.ProblemCode.PURCHASE_LIMIT_REACHED;
import static com.luckyfunatic.server.error.ProblemCode.QUEST_NOT_COMPLETED;
import static com.luckyfunatic.server.error.ProblemCode.RAFFLE_NOT_OPEN;
import static com.luckyfunatic.server.error.ProblemCode.RAFFLE_SOLD_OUT;
import static com.luckyfunatic.server.error.ProblemCode.REQUIREMENTS_NOT_MET;
import static com.luckyfunatic.server.error.ProblemCode.RESERVATION_EXPIRED;
import static com.luckyfunatic.server.error.ProblemCode.RUN_EXPIRED;
import static com.luckyfunatic.server.error.ProblemCode.RUN_TOO_FAST;
import static com.luckyfunatic.server.error.ProblemCode.SELF_REFERRAL;
import static com.luckyfunatic.server.error.ProblemCode.SESSION_SUPERSEDED;
import static com.luckyfunatic.server.error.ProblemCode.TICKET_LIMIT_REACHED;
import static com.luckyfunatic.server.error.ProblemCode.TOKEN_INVALID;
import static com.luckyfunatic.server.error.ProblemCode.TON_PROOF_EXPIRED;
import static com.luckyfunatic.server.error.ProblemCode.TON_PROOF_FROM_FUTURE;
import static com.luckyfunatic.server.error.ProblemCode.TON_PROOF_USED;
import static com.luckyfunatic.server.error.ProblemCode.TOURNAMENT_FULL;
import static com.luckyfunatic.server.error.ProblemCode.TOURNAMENT_NOT_OPEN;
import static com.luckyfunatic.server.error.ProblemCode.UNKNOWN_BOOSTER;
import static com.luckyfunatic.server.error.ProblemCode.UNKNOWN_CARD;
import static com.luckyfunatic.server.error.ProblemCode.UNKNOWN_CONVERSION;
import static com.luckyfunatic.server.error.ProblemCode.UNKNOWN_EXCHANGE;
import static com.luckyfunatic.server.error.ProblemCode.UNKNOWN_ITEM;
import static com.luckyfunatic.server.error.ProblemCode.UNKNOWN_LISTING;
import static com.luckyfunatic.server.error.ProblemCode.UNKNOWN_QUEST;
import static com.luckyfunatic.server.error.ProblemCode.UNKNOWN_RAFFLE;
import static com.luckyfunatic.server.error.ProblemCode.UNKNOWN_RUN;
import static com.luckyfunatic.server.error.ProblemCode.UNKNOWN_SPECIAL_CARD;
import static com.luckyfunatic.server.error.ProblemCode.UNKNOWN_STORY;
import static com.luckyfunatic.server.error.ProblemCode.UNKNOWN_TIME_TRIAL;
import static com.luckyfunatic.server.error.ProblemCode.UNKNOWN_TOURNAMENT;
import static com.luckyfunatic.server.error.ProblemCode.WALLET_TAKEN;

import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.balloon.BalloonRefusal;
import com.luckyfunatic.engine.bonus.BonusRefusal;
import com.luckyfunatic.engine.booster.BoosterRefusal;
import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.card.CardRefusal;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.connection.ConnectionRefusal;
import com.luckyfunatic.engine.conversion.ConversionRefusal;
import com.luckyfunatic.engine.forge.ForgeRefusal;
import com.luckyfunatic.engine.forge.ForgeRefusal.MissingIngredient;
import com.luckyfunatic.engine.frenzy.FrenzyRefusal;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.item.ItemRefusal;
import com.luckyfunatic.engine.player.PlayerRefusal;
import com.luckyfunatic.engine.quest.QuestRefusal;
import com.luckyfunatic.engine.raffle.RaffleRefusal;
import com.luckyfunatic.engine.referral.ReferralRefusal;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.stock.StockRefusal;
import com.luckyfunatic.engine.store.StoreRefusal;
import com.luckyfunatic.engine.story.StoryRefusal;
import com.luckyfunatic.engine.tap.TapRefusal;
import com.luckyfunatic.engine.timetrial.TimeTrialRefusal;
import com.luckyfunatic.engine.tournament.TournamentRefusal;
import com.luckyfunatic.engine.wallet.WalletRefusal;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.view.IngredientView;
import com.luckyfunatic.server.view.RequirementView;
import com.luckyfunatic.server.view.Words;
import io.micronaut.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The one place that says which error answer a refusal of the rules is. Thread-safe. */
public final class RefusalProblems {
    private RefusalProblems() {}

    /**
     * Returns the error answer.
     *
     * @param refusal what the rules say
     * @param catalog the content, for names
     */
    public static ProblemException of(Refusal refusal, Catalog catalog) {
        return switch (refusal) {
            case WalletRefusal.InsufficientFunds(var currency, long required, long held) ->
                    problem(INSUFFICIENT_FUNDS, "costs " + required + ", you have " + held)
                            .with(
                                    Map.of(
                                            "required",
                                            required,
                                            "held",
                                            held,
                                            "currency",
                                            Words.of(currency)));
            case WalletRefusal.BalanceCapReached(var currency, long held) ->
                    problem(BALANCE_CAP_REACHED, "the balance cannot hold more")
                            .with(Map.of("held", held, "currency", Words.of(currency)));

            case BalloonRefusal.BalloonsNotOffered _ ->
                    problem(BALLOONS_NOT_OFFERED, "there is no balloon game");
            case BalloonRefusal.BalloonsReplaced _ ->
                    problem(BALLOONS_REPLACED, "another game was started since");

            case BoosterRefusal.UnknownBooster(var type) -> unknown(UNKNOWN_BOOSTER, type.value());
            case BoosterRefusal.BoosterNotAvailable(var missing) -> requirements(missing, catalog);
            case BoosterRefusal.BoosterAlreadyActive(long until) -> alreadyActive(until);
            case BoosterRefusal.BoosterMaxLevelReached(int level) -> maxLevel(level);
            case BoosterRefusal.BoosterCoolingDown(long readyAt) -> coolingDown(readyAt);
            case BoosterRefusal.BoosterDailyLimitReached(int limit, long resetsAt) ->
                    problem(DAILY_LIMIT_REACHED, "only " + limit + " a day")
                            .with(Map.of("limit", limit, "resetsAt", instant(resetsAt)));

            case FrenzyRefusal.FrenzyAlreadyActive(long until) -> alreadyActive(until);
            case FrenzyRefusal.FrenzyCoolingDown(long readyAt) -> coolingDown(readyAt);
            case FrenzyRefusal.FrenzyMeterNotFull(int meter, int meterMax) ->
                    problem(METER_NOT_FULL, "the meter is at " + meter + " of " + meterMax)
                            .with(Map.of("meter", meter, "meterMax", meterMax));

            case CardRefusal.UnknownCard(var card) -> unknown(UNKNOWN_CARD, card.value());
            case CardRefusal.CardNotAvailable _ ->
                    problem(NOT_AVAILABLE, "the card cannot be bought at this time");
            case CardRefusal.CardRequirementsNotMet(var missing) -> requirements(missing, catalog);
            case CardRefusal.CardMaxLevelReached(int level) -> maxLevel(level);
            case CardRefusal.CardPriceChanged(long expected, long actual) ->
                    priceChanged(expected, actual);

            case ConnectionRefusal.WalletTaken _ ->
                    problem(WALLET_TAKEN, "the wallet is another player's");
            case ConnectionRefusal.TonProofFromFuture(long from) ->
                    problem(TON_PROOF_FROM_FUTURE, "signed too far ahead of this server's clock")
                            .with(Map.of("validFrom", instant(from)));
            case ConnectionRefusal.TonProofExpired(long until) ->
                    problem(TON_PROOF_EXPIRED, "the proof or its payload is too old")
                            .with(Map.of("validUntil", instant(until)));
            case ConnectionRefusal.TonProofUsed _ ->
                    problem(TON_PROOF_USED, "the payload was used, or a later one was");
            case ConnectionRefusal.UnknownExchange(var exchange) ->
                    unknown(UNKNOWN_EXCHANGE, exchange.value());

            case ForgeRefusal.UnknownSpecialCard(var card) ->
                    unknown(UNKNOWN_SPECIAL_CARD, card.value());
            case ForgeRefusal.ForgeRequirementsNotMet(var missing) ->
                    requirements(missing, catalog);
            case ForgeRefusal.ForgeLimitReached(int limit) ->
                    problem(FORGE_LIMIT_REACHED, "it can be forged " + limit + " times")
                            .with(Map.of("limit", limit));
            case ForgeRefusal.MissingIngredients(var missing) -> ingredients(missing, catalog);

            case QuestRefusal.UnknownQuest(var quest) -> unknown(UNKNOWN_QUEST, quest.value());
            case QuestRefusal.QuestAlreadyClaimed _ ->
                    problem(ALREADY_CLAIMED, "the reward was paid already");
            case QuestRefusal.QuestNotAvailable _ ->
                    problem(NOT_AVAILABLE, "the quest is not on offer at this time");
            case QuestRefusal.QuestRequirementsNotMet(var missing) ->
                    requirements(missing, catalog);
            case QuestRefusal.QuestNotCompleted(var _, var step) ->
                    problem(QUEST_NOT_COMPLETED, "the quest is not complete yet")
                            .with(Map.of("questStatus", Words.of(step)));
            case QuestRefusal.NoFriendsLevelLeft(int friends) -> maxLevel(friends);

            case StoryRefusal.UnknownStory(var story) -> unknown(UNKNOWN_STORY, story.value());
            case StoryRefusal.StoryAlreadyClaimed _ ->
                    problem(ALREADY_CLAIMED, "the reward was paid already");
            case StoryRefusal.StoryIncomplete(var missing) -> cards(missing, catalog);

            case BonusRefusal.BonusNotOffered _ ->
                    problem(NOT_AVAILABLE, "it is not offered at this time");
            case BonusRefusal.DayAlreadyClaimed(long nextDayAt) ->
                    problem(ALREADY_CLAIMED, "the day was claimed already")
                            .with(Map.of("nextClaimAt", instant(nextDayAt)));
            case BonusRefusal.NoSpinLeft(var item) -> tooFew(item, 1, 0);

            case TapRefusal.TapSessionSuperseded _ ->
                    problem(
                            SESSION_SUPERSEDED,
                            "newer logins have displaced this one; log in again to send tap"
                                    + " sequences");

            case ItemRefusal.UnknownItem(var item) -> unknown(UNKNOWN_ITEM, item.value());
            case ItemRefusal.ItemNotUsable _ ->
                    problem(NOT_USABLE, "the item does nothing by itself");
            case ItemRefusal.InsufficientItems(var item, int required, int held) ->
                    tooFew(item, required, held);
            case ItemRefusal.ItemMaximumReached(var item, int max, int held) ->
                    problem(ITEM_MAXIMUM_REACHED, "at most " + max + " can be held")
                            .with(Map.of("itemId", item.value(), "max", max, "held", held));

            case ConversionRefusal.UnknownConversion(var conversion) ->
                    unknown(UNKNOWN_CONVERSION, conversion.value());
            case ConversionRefusal.ConversionTooLarge(int max) ->
                    problem(OPERATION_LIMIT_EXCEEDED, "at most " + max + " at once")
                            .with(Map.of("max", max));
            case ConversionRefusal.ConversionDailyLimitReached(
                            int limit,
                            long remaining,
                            long resetsAt) ->
                    dailyLimit(limit, remaining, resetsAt);

            case TimeTrialRefusal.UnknownTimeTrial(var trial) ->
                    unknown(UNKNOWN_TIME_TRIAL, trial.value());
            case TimeTrialRefusal.NoSuchTry _ ->
                    problem(UNKNOWN_RUN, "no such run goes on; start one");
            case TimeTrialRefusal.TryExpired(long max) ->
                    problem(RUN_EXPIRED, "it can take " + max + " ms at most")
                            .with(Map.of("maxTimeMs", max));
            case TimeTrialRefusal.TryTooFast(long min) ->
                    problem(RUN_TOO_FAST, "nobody is faster than " + min + " ms")
                            .with(Map.of("minTimeMs", min));

            case StoreRefusal.UnknownListing(var listing) ->
                    unknown(UNKNOWN_LISTING, listing.value());
            case StoreRefusal.ListingForStars _ ->
                    problem(PAID_IN_STARS, "it is paid in Telegram Stars");
            case StoreRefusal.ListingNotForStars _ ->
                    problem(NOT_PAID_IN_STARS, "it is not paid in Telegram Stars");
            case StoreRefusal.ListingNotAvailable _ ->
                    problem(NOT_AVAILABLE, "it is not sold at this time");
            case StoreRefusal.ListingRequirementsNotMet(var missing) ->
                    requirements(missing, catalog);
            case StoreRefusal.ListingPriceChanged(long expected, long actual) ->
                    priceChanged(expected, actual);
            case StoreRefusal.ListingLimitReached(int limit, long remaining) ->
                    problem(
                                    PURCHASE_LIMIT_REACHED,
                                    "only " + limit + " for each, " + remaining + " are left")
                            .with(Map.of("limit", limit, "remaining", remaining));
            case StoreRefusal.ListingDailyLimitReached(int limit, long remaining, long resetsAt) ->
                    dailyLimit(limit, remaining, resetsAt);

            case TournamentRefusal.UnknownTournament(var tournament) ->
                    problem(UNKNOWN_TOURNAMENT, "there is no tournament '" + tournament + "'");
            case TournamentRefusal.TournamentNotOpen(
                            var _,
                            long opensAt,
                            long closesAt,
                            boolean cancelled) ->
                    problem(TOURNAMENT_NOT_OPEN, "it does not take entries at this time")
                            .with(
                                    Map.of(
                                            "opensAt",
                                            instant(opensAt),
                                            "closesAt",
                                            instant(closesAt),
                                            "cancelled",
                                            cancelled));
            case TournamentRefusal.TournamentRequirementsNotMet(var missing) ->
                    requirements(missing, catalog);
            case TournamentRefusal.TournamentFeeChanged(long expected, long actual) ->
                    priceChanged(expected, actual);
            case TournamentRefusal.PlayerDisqualified _ ->
                    problem(DISQUALIFIED, "you were taken out of this tournament");
            case TournamentRefusal.EntryLimitReached(int limit) ->
                    problem(ALREADY_ENTERED, "a player can enter " + limit + " times")
                            .with(Map.of("limit", limit));
            case TournamentRefusal.TournamentFull(int seats) ->
                    problem(TOURNAMENT_FULL, "all " + seats + " seats are taken")
                            .with(Map.of("seats", seats));

            case RaffleRefusal.UnknownRaffle(var raffle) ->
                    problem(UNKNOWN_RAFFLE, "there is no raffle '" + raffle + "'");
            case RaffleRefusal.TicketLimitReached(int limit, int remaining) ->
                    problem(
                                    TICKET_LIMIT_REACHED,
                                    "only " + limit + " for each, " + remaining + " are left")
                            .with(Map.of("limit", limit, "remaining", remaining));
            case RaffleRefusal.RaffleSoldOut(int left) ->
                    problem(
                                    RAFFLE_SOLD_OUT,
                                    left == 0 ? "no ticket is left" : "only " + left + " are left")
                            .with(Map.of("left", left));
            case RaffleRefusal.RaffleNotOpen(long opensAt, long closesAt) ->
                    problem(RAFFLE_NOT_OPEN, "tickets are not sold at this time")
                            .with(
                                    Map.of(
                                            "opensAt",
                                            instant(opensAt),
                                            "closesAt",
                                            instant(closesAt)));
            case RaffleRefusal.RaffleRequirementsNotMet(var missing) ->
                    requirements(missing, catalog);
            case RaffleRefusal.TicketPriceChanged(long expected, long actual) ->
                    priceChanged(expected, actual);

            case ReferralRefusal.ReferralDailyLimitReached(int limit) ->
                    problem(DAILY_LIMIT_REACHED, "only " + limit + " a day")
                            .with(Map.of("limit", limit));

            case StockRefusal.ReservationExpired(long until) ->
                    problem(RESERVATION_EXPIRED, "what was held for this purchase went to others")
                            .with(Map.of("heldUntil", instant(until)));

            case PlayerRefusal.UnknownPlayer _ -> unknownPlayer();
            case PlayerRefusal.PlayerAlreadyExists _ ->
                    problem(PLAYER_ALREADY_EXISTS, "the player's game has started already");
            case PlayerRefusal.SelfReferral _ ->
                    problem(SELF_REFERRAL, "a player cannot invite themselves");
            case PlayerRefusal.NothingToRestore _ ->
                    problem(NOTHING_TO_RESTORE, "the player's game never began anew");
            case PlayerRefusal.FollowUpDropped _ ->
                    problem(FOLLOW_UP_DROPPED, "an operator has decided that it is not done");
            case PlayerRefusal.AlreadyRestored _ ->
                    problem(
                            ALREADY_RESTORED,
                            "the game from before the last reset was brought back already");
        };
    }

    /** A good token of a player whom the store does not know: only a new login helps. */
    public static ProblemException unknownPlayer() {
        return problem(TOKEN_INVALID, "the token's player does not exist; log in again")
                .withHeaders(Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
    }

    /** Something that the catalog does not have, whatever the text. */
    private static ProblemException unknown(ProblemCode code, String id) {
        return problem(code, "the catalog has no '" + id + "'");
    }

    private static ProblemException requirements(List<Requirement> missing, Catalog catalog) {
        return problem(REQUIREMENTS_NOT_MET, "requirements are not met; see 'missing'")
                .with(Map.of("missing", RequirementView.of(missing, missing, catalog)));
    }

    private static ProblemException cards(List<CardId> missing, Catalog catalog) {
        return requirements(
                missing.stream()
                        .<Requirement>map(card -> new Requirement.OwnCard(card, 1))
                        .toList(),
                catalog);
    }

    private static ProblemException ingredients(List<MissingIngredient> missing, Catalog catalog) {
        return problem(MISSING_INGREDIENTS, "too little of some ingredients; see 'missing'")
                .with(
                        Map.of(
                                "missing",
                                missing.stream()
                                        .map(each ->
                                                IngredientView.of(
                                                        each.ingredient(), each.held(), catalog))
                                        .toList()));
    }

    private static ProblemException tooFew(ItemId item, int required, int held) {
        return problem(INSUFFICIENT_ITEMS, "needs " + required + ", you have " + held)
                .with(Map.of("itemId", item.value(), "required", required, "held", held));
    }

    private static ProblemException priceChanged(long expected, long actual) {
        return problem(PRICE_CHANGED, "the price is " + actual + " now")
                .with(Map.of("expected", expected, "actual", actual));
    }

    private static ProblemException dailyLimit(int limit, long remaining, long resetsAtMillis) {
        return problem(DAILY_LIMIT_REACHED, "only " + limit + " a day, " + remaining + " are left")
                .with(
                        Map.of(
                                "limit",
                                limit,
                                "remaining",
                                remaining,
                                "resetsAt",
                                instant(resetsAtMillis)));
    }

    private static ProblemException alreadyActive(long untilMillis) {
        return problem(ALREADY_ACTIVE, "it works already")
                .with(Map.of("activeUntil", instant(untilMillis)));
    }

    private static ProblemException coolingDown(long readyAtMillis) {
        return problem(COOLING_DOWN, "the last use is too recent")
                .with(Map.of("readyAt", instant(readyAtMillis)));
    }

    private static ProblemException maxLevel(int level) {
        return problem(MAX_LEVEL_REACHED, "there is no level after " + level)
                .with(Map.of("level", level));
    }

    private static Instant instant(long epochMillis) {
        return Instant.ofEpochMilli(epochMillis);
    }

    private static ProblemException problem(ProblemCode code, String detail) {
        return new ProblemException(code, detail);
    }
}
