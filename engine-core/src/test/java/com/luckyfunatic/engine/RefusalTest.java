package com.luckyfunatic.engine;

import static com.luckyfunatic.engine.fixture.Players.PLAYER;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.balloon.BalloonRefusal;
import com.luckyfunatic.engine.bonus.BonusRefusal;
import com.luckyfunatic.engine.booster.BoosterRefusal;
import com.luckyfunatic.engine.card.CardRefusal;
import com.luckyfunatic.engine.connection.ConnectionRefusal;
import com.luckyfunatic.engine.connection.TonAddress;
import com.luckyfunatic.engine.conversion.ConversionRefusal;
import com.luckyfunatic.engine.fixture.TestBoosters;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.fixture.TestStore;
import com.luckyfunatic.engine.fixture.TestTrials;
import com.luckyfunatic.engine.forge.ForgeRefusal;
import com.luckyfunatic.engine.frenzy.FrenzyRefusal;
import com.luckyfunatic.engine.item.ItemRefusal;
import com.luckyfunatic.engine.player.PlayerRefusal;
import com.luckyfunatic.engine.quest.QuestRefusal;
import com.luckyfunatic.engine.quest.QuestStep;
import com.luckyfunatic.engine.raffle.RaffleId;
import com.luckyfunatic.engine.raffle.RaffleRefusal;
import com.luckyfunatic.engine.referral.ReferralRefusal;
import com.luckyfunatic.engine.stock.StockRefusal;
import com.luckyfunatic.engine.store.StoreRefusal;
import com.luckyfunatic.engine.story.StoryRefusal;
import com.luckyfunatic.engine.tap.TapRefusal;
import com.luckyfunatic.engine.timetrial.TimeTrialRefusal;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.engine.tournament.TournamentRefusal;
import com.luckyfunatic.engine.wallet.WalletRefusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Callers branch on these words: they never change. */
class RefusalTest {
    private static final TournamentId CUP = new TournamentId("cup");
    private static final RaffleId RAFFLE = new RaffleId("weekly_1");
    private static final Map<Refusal, String> CODES =
            Map.ofEntries(
                    Map.entry(new BonusRefusal.BonusNotOffered(), "not_available"),
                    Map.entry(new BonusRefusal.DayAlreadyClaimed(1), "already_claimed"),
                    Map.entry(
                            new BonusRefusal.NoSpinLeft(TestCatalog.TICKET), "insufficient_items"),
                    Map.entry(
                            new BoosterRefusal.UnknownBooster(TestBoosters.MULTITAP),
                            "unknown_booster"),
                    Map.entry(
                            new BoosterRefusal.BoosterNotAvailable(List.of()),
                            "requirements_not_met"),
                    Map.entry(new BoosterRefusal.BoosterAlreadyActive(1), "already_active"),
                    Map.entry(new BoosterRefusal.BoosterMaxLevelReached(1), "max_level_reached"),
                    Map.entry(new BoosterRefusal.BoosterCoolingDown(1), "cooling_down"),
                    Map.entry(
                            new BoosterRefusal.BoosterDailyLimitReached(1, 1),
                            "daily_limit_reached"),
                    Map.entry(new StockRefusal.ReservationExpired(1), "reservation_expired"),
                    Map.entry(new CardRefusal.UnknownCard(TestCatalog.MINER), "unknown_card"),
                    Map.entry(new CardRefusal.CardNotAvailable(TestCatalog.MINER), "not_available"),
                    Map.entry(
                            new CardRefusal.CardRequirementsNotMet(List.of()),
                            "requirements_not_met"),
                    Map.entry(new CardRefusal.CardMaxLevelReached(1), "max_level_reached"),
                    Map.entry(new CardRefusal.CardPriceChanged(1, 2), "price_changed"),
                    Map.entry(new BalloonRefusal.BalloonsNotOffered(), "balloons_not_offered"),
                    Map.entry(new BalloonRefusal.BalloonsReplaced(null), "balloons_replaced"),
                    Map.entry(
                            new ConnectionRefusal.WalletTaken(
                                    new TonAddress("0:" + "0".repeat(64))),
                            "wallet_taken"),
                    Map.entry(new ConnectionRefusal.TonProofFromFuture(1), "ton_proof_from_future"),
                    Map.entry(new ConnectionRefusal.TonProofExpired(1), "ton_proof_expired"),
                    Map.entry(new ConnectionRefusal.TonProofUsed(1), "ton_proof_used"),
                    Map.entry(
                            new ConnectionRefusal.UnknownExchange(TestCatalog.NORTH),
                            "unknown_exchange"),
                    Map.entry(
                            new ConversionRefusal.UnknownConversion(TestCatalog.TO_FUNZ),
                            "unknown_conversion"),
                    Map.entry(
                            new ConversionRefusal.ConversionTooLarge(1),
                            "operation_limit_exceeded"),
                    Map.entry(
                            new ConversionRefusal.ConversionDailyLimitReached(2, 1, 3),
                            "daily_limit_reached"),
                    Map.entry(
                            new ForgeRefusal.UnknownSpecialCard(TestCatalog.STATUE),
                            "unknown_special_card"),
                    Map.entry(
                            new ForgeRefusal.ForgeRequirementsNotMet(List.of()),
                            "requirements_not_met"),
                    Map.entry(new ForgeRefusal.ForgeLimitReached(1), "forge_limit_reached"),
                    Map.entry(
                            new ForgeRefusal.MissingIngredients(List.of()), "missing_ingredients"),
                    Map.entry(new FrenzyRefusal.FrenzyAlreadyActive(1), "already_active"),
                    Map.entry(new FrenzyRefusal.FrenzyCoolingDown(1), "cooling_down"),
                    Map.entry(new FrenzyRefusal.FrenzyMeterNotFull(1, 2), "meter_not_full"),
                    Map.entry(new ItemRefusal.UnknownItem(TestCatalog.SHARD), "unknown_item"),
                    Map.entry(new ItemRefusal.ItemNotUsable(TestCatalog.SHARD), "not_usable"),
                    Map.entry(
                            new ItemRefusal.InsufficientItems(TestCatalog.SHARD, 2, 1),
                            "insufficient_items"),
                    Map.entry(
                            new ItemRefusal.ItemMaximumReached(TestCatalog.SHARD, 2, 1),
                            "item_maximum_reached"),
                    Map.entry(new PlayerRefusal.UnknownPlayer(PLAYER), "unknown_player"),
                    Map.entry(
                            new PlayerRefusal.PlayerAlreadyExists(PLAYER), "player_already_exists"),
                    Map.entry(new PlayerRefusal.SelfReferral(PLAYER), "self_referral"),
                    Map.entry(new PlayerRefusal.NothingToRestore(PLAYER), "nothing_to_restore"),
                    Map.entry(new PlayerRefusal.AlreadyRestored(PLAYER), "already_restored"),
                    Map.entry(new PlayerRefusal.FollowUpDropped(PLAYER), "follow_up_dropped"),
                    Map.entry(
                            new ReferralRefusal.ReferralDailyLimitReached(1),
                            "daily_limit_reached"),
                    Map.entry(new QuestRefusal.UnknownQuest(TestCatalog.WELCOME), "unknown_quest"),
                    Map.entry(
                            new QuestRefusal.QuestAlreadyClaimed(TestCatalog.WELCOME),
                            "already_claimed"),
                    Map.entry(
                            new QuestRefusal.QuestNotAvailable(TestCatalog.WELCOME),
                            "not_available"),
                    Map.entry(
                            new QuestRefusal.QuestRequirementsNotMet(List.of()),
                            "requirements_not_met"),
                    Map.entry(
                            new QuestRefusal.QuestNotCompleted(
                                    TestCatalog.WELCOME, QuestStep.STARTED),
                            "quest_not_completed"),
                    Map.entry(new QuestRefusal.NoFriendsLevelLeft(1_000), "max_level_reached"),
                    Map.entry(new RaffleRefusal.UnknownRaffle(RAFFLE), "unknown_raffle"),
                    Map.entry(new RaffleRefusal.TicketLimitReached(2, 1), "ticket_limit_reached"),
                    Map.entry(new RaffleRefusal.RaffleSoldOut(1), "raffle_sold_out"),
                    Map.entry(new RaffleRefusal.RaffleNotOpen(1, 2), "raffle_not_open"),
                    Map.entry(
                            new RaffleRefusal.RaffleRequirementsNotMet(List.of()),
                            "requirements_not_met"),
                    Map.entry(new RaffleRefusal.TicketPriceChanged(1, 2), "price_changed"),
                    Map.entry(new StoreRefusal.UnknownListing(TestStore.GUMS), "unknown_listing"),
                    Map.entry(new StoreRefusal.ListingForStars(TestStore.GUMS), "paid_in_stars"),
                    Map.entry(
                            new StoreRefusal.ListingNotForStars(TestStore.GUMS),
                            "not_paid_in_stars"),
                    Map.entry(
                            new StoreRefusal.ListingNotAvailable(TestStore.GUMS), "not_available"),
                    Map.entry(
                            new StoreRefusal.ListingRequirementsNotMet(List.of()),
                            "requirements_not_met"),
                    Map.entry(new StoreRefusal.ListingPriceChanged(1, 2), "price_changed"),
                    Map.entry(new StoreRefusal.ListingLimitReached(2, 1), "purchase_limit_reached"),
                    Map.entry(
                            new StoreRefusal.ListingDailyLimitReached(2, 1, 3),
                            "daily_limit_reached"),
                    Map.entry(new StoryRefusal.UnknownStory(TestCatalog.ORIGIN), "unknown_story"),
                    Map.entry(
                            new StoryRefusal.StoryAlreadyClaimed(TestCatalog.ORIGIN),
                            "already_claimed"),
                    Map.entry(new StoryRefusal.StoryIncomplete(List.of()), "requirements_not_met"),
                    Map.entry(new TapRefusal.TapSessionSuperseded(1), "session_superseded"),
                    Map.entry(new TournamentRefusal.UnknownTournament(CUP), "unknown_tournament"),
                    Map.entry(
                            new TournamentRefusal.TournamentNotOpen(CUP, 1, 2, false),
                            "tournament_not_open"),
                    Map.entry(
                            new TournamentRefusal.TournamentRequirementsNotMet(List.of()),
                            "requirements_not_met"),
                    Map.entry(new TournamentRefusal.TournamentFeeChanged(1, 2), "price_changed"),
                    Map.entry(new TournamentRefusal.PlayerDisqualified(CUP), "disqualified"),
                    Map.entry(new TournamentRefusal.EntryLimitReached(1), "already_entered"),
                    Map.entry(new TournamentRefusal.TournamentFull(10), "tournament_full"),
                    Map.entry(
                            new TimeTrialRefusal.UnknownTimeTrial(TestTrials.SPRINT),
                            "unknown_time_trial"),
                    Map.entry(new TimeTrialRefusal.NoSuchTry(TestTrials.SPRINT), "unknown_run"),
                    Map.entry(new TimeTrialRefusal.TryExpired(1), "run_expired"),
                    Map.entry(new TimeTrialRefusal.TryTooFast(1), "run_too_fast"),
                    Map.entry(
                            new WalletRefusal.InsufficientFunds(Currency.FUNZ, 2, 1),
                            "insufficient_funds"),
                    Map.entry(
                            new WalletRefusal.BalanceCapReached(Currency.FUNZ, 1),
                            "balance_cap_reached"));

    @Test
    void each_refusal_has_its_code() {
        assertThat(CODES).allSatisfy((refusal, code) -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void no_refusal_is_left_out() {
        Set<Class<?>> listed =
                CODES.keySet().stream().map(Object::getClass).collect(Collectors.toSet());

        assertThat(listed).isEqualTo(leaves(Refusal.class).collect(Collectors.toSet()));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        return permitted == null
                ? Stream.of(type)
                : Arrays.stream(permitted).flatMap(RefusalTest::leaves);
    }
}
