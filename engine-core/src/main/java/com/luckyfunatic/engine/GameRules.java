package com.luckyfunatic.engine;

import com.luckyfunatic.engine.accrual.AccrualEvent;
import com.luckyfunatic.engine.accrual.AccrualRules;
import com.luckyfunatic.engine.balloon.BalloonCommand;
import com.luckyfunatic.engine.balloon.BalloonEvent;
import com.luckyfunatic.engine.balloon.BalloonRules;
import com.luckyfunatic.engine.bonus.BonusCommand;
import com.luckyfunatic.engine.bonus.BonusEvent;
import com.luckyfunatic.engine.bonus.BonusRules;
import com.luckyfunatic.engine.booster.BoosterCommand;
import com.luckyfunatic.engine.booster.BoosterEvent;
import com.luckyfunatic.engine.booster.BoosterRules;
import com.luckyfunatic.engine.card.CardCommand;
import com.luckyfunatic.engine.card.CardEvent;
import com.luckyfunatic.engine.card.CardRules;
import com.luckyfunatic.engine.connection.ConnectionCommand;
import com.luckyfunatic.engine.connection.ConnectionEvent;
import com.luckyfunatic.engine.connection.ConnectionRules;
import com.luckyfunatic.engine.conversion.ConversionCommand;
import com.luckyfunatic.engine.conversion.ConversionEvent;
import com.luckyfunatic.engine.conversion.ConversionRules;
import com.luckyfunatic.engine.forge.ForgeCommand;
import com.luckyfunatic.engine.forge.ForgeEvent;
import com.luckyfunatic.engine.forge.ForgeRules;
import com.luckyfunatic.engine.frenzy.FrenzyCommand;
import com.luckyfunatic.engine.frenzy.FrenzyEvent;
import com.luckyfunatic.engine.frenzy.FrenzyRules;
import com.luckyfunatic.engine.income.IncomeCommand;
import com.luckyfunatic.engine.income.IncomeEvent;
import com.luckyfunatic.engine.income.IncomeRules;
import com.luckyfunatic.engine.item.ItemCommand;
import com.luckyfunatic.engine.item.ItemEvent;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.item.ItemRules;
import com.luckyfunatic.engine.notice.NoticeCommand;
import com.luckyfunatic.engine.notice.NoticeEvent;
import com.luckyfunatic.engine.notice.NoticeRules;
import com.luckyfunatic.engine.platform.PlatformCommand;
import com.luckyfunatic.engine.platform.PlatformEvent;
import com.luckyfunatic.engine.platform.PlatformRules;
import com.luckyfunatic.engine.player.PlayerCommand;
import com.luckyfunatic.engine.player.PlayerEvent;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerRules;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.player.ResetRules;
import com.luckyfunatic.engine.prize.PrizeCommand;
import com.luckyfunatic.engine.prize.PrizeEvent;
import com.luckyfunatic.engine.prize.PrizePayment;
import com.luckyfunatic.engine.quest.QuestCommand;
import com.luckyfunatic.engine.quest.QuestEvent;
import com.luckyfunatic.engine.quest.QuestRules;
import com.luckyfunatic.engine.raffle.RaffleCommand;
import com.luckyfunatic.engine.raffle.RaffleEvent;
import com.luckyfunatic.engine.raffle.RaffleRules;
import com.luckyfunatic.engine.rank.RankEvent;
import com.luckyfunatic.engine.rank.RankRules;
import com.luckyfunatic.engine.referral.ReferralCommand;
import com.luckyfunatic.engine.referral.ReferralEvent;
import com.luckyfunatic.engine.referral.ReferralRules;
import com.luckyfunatic.engine.session.SessionCommand;
import com.luckyfunatic.engine.session.SessionEvent;
import com.luckyfunatic.engine.session.SessionRules;
import com.luckyfunatic.engine.store.StoreCommand;
import com.luckyfunatic.engine.store.StoreEvent;
import com.luckyfunatic.engine.store.StoreRules;
import com.luckyfunatic.engine.story.StoryCommand;
import com.luckyfunatic.engine.story.StoryEvent;
import com.luckyfunatic.engine.story.StoryRules;
import com.luckyfunatic.engine.tap.TapCommand;
import com.luckyfunatic.engine.tap.TapEvent;
import com.luckyfunatic.engine.tap.TapRules;
import com.luckyfunatic.engine.timetrial.TimeTrialCommand;
import com.luckyfunatic.engine.timetrial.TimeTrialEvent;
import com.luckyfunatic.engine.timetrial.TimeTrialRules;
import com.luckyfunatic.engine.tournament.TournamentCommand;
import com.luckyfunatic.engine.tournament.TournamentEvent;
import com.luckyfunatic.engine.tournament.TournamentRules;
import com.luckyfunatic.engine.wallet.WalletCommand;
import com.luckyfunatic.engine.wallet.WalletEvent;
import com.luckyfunatic.engine.wallet.WalletRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of the whole game: which feature answers to which command and event. Pure. */
public final class GameRules {
    private GameRules() {}

    /** Decides {@code command} on the state of a player who exists. */
    public static Decision decide(PlayerState state, Command command, RuleContext context) {
        return switch (command) {
            case TapCommand tap -> TapRules.decide(state, tap, context);
            case IncomeCommand income -> IncomeRules.decide(state, income, context);
            case BalloonCommand balloon -> BalloonRules.decide(state, balloon, context);
            case BonusCommand bonus -> BonusRules.decide(state, bonus, context);
            case BoosterCommand booster -> BoosterRules.decide(state, booster, context);
            case FrenzyCommand frenzy -> FrenzyRules.decide(state, frenzy, context);
            case CardCommand card -> CardRules.decide(state, card, context);
            case ConnectionCommand connection -> ConnectionRules.decide(state, connection, context);
            case StoreCommand store -> StoreRules.decide(state, store, context);
            case StoryCommand story -> StoryRules.decide(state, story, context);
            case ForgeCommand forge -> ForgeRules.decide(state, forge, context);
            case ConversionCommand conversion -> ConversionRules.decide(state, conversion, context);
            // The one use of an item that is another feature's: what the wheel takes is spun.
            case ItemCommand.UseItem(var item) when isSpun(item, context) ->
                    BonusRules.decide(state, new BonusCommand.SpinForItem(), context);
            case ItemCommand item -> ItemRules.decide(state, item, context);
            case PlatformCommand platform -> PlatformRules.decide(state, platform, context);
            case PrizeCommand prize -> PrizePayment.decide(state, prize);
            case NoticeCommand notice -> NoticeRules.decide(state, notice, context);
            case QuestCommand quest -> QuestRules.decide(state, quest, context);
            case RaffleCommand raffle -> RaffleRules.decide(state, raffle, context);
            case ReferralCommand referral -> ReferralRules.decide(state, referral, context);
            case SessionCommand session -> SessionRules.decide(session, context);
            case TournamentCommand tournament -> TournamentRules.decide(state, tournament);
            case TimeTrialCommand trial -> TimeTrialRules.decide(state, trial, context);
            case WalletCommand wallet -> WalletRules.decide(state, wallet);
            case PlayerCommand player -> PlayerRules.decide(state, player, context);
        };
    }

    private static boolean isSpun(ItemId item, RuleContext context) {
        return item.equals(context.catalog().dailyBonus().spinItem());
    }

    /**
     * Returns the state of {@code player} after {@code event}.
     *
     * @param state the state before it; null only before {@link PlayerEvent.PlayerCreated}
     * @throws IllegalStateException when the event cannot follow the state: a broken journal
     */
    public static PlayerState evolve(
            @Nullable PlayerState state, PlayerId player, GameEvent event) {
        if (event instanceof PlayerEvent.PlayerCreated created && state == null) {
            return PlayerRules.initial(player, created);
        }
        if (state == null) {
            throw new IllegalStateException("player " + player + " starts with " + event);
        }
        return evolve(state, event);
    }

    private static PlayerState evolve(PlayerState state, GameEvent event) {
        return switch (event) {
            case TapEvent tap -> TapRules.evolve(state, tap);
            case IncomeEvent income -> IncomeRules.evolve(state, income);
            case AccrualEvent accrual -> AccrualRules.evolve(state, accrual);
            case BalloonEvent balloon -> BalloonRules.evolve(state, balloon);
            case BonusEvent bonus -> BonusRules.evolve(state, bonus);
            case BoosterEvent booster -> BoosterRules.evolve(state, booster);
            case FrenzyEvent frenzy -> FrenzyRules.evolve(state, frenzy);
            case CardEvent card -> CardRules.evolve(state, card);
            case ConnectionEvent connection -> ConnectionRules.evolve(state, connection);
            case StoreEvent store -> StoreRules.evolve(state, store);
            case StoryEvent story -> StoryRules.evolve(state, story);
            case ForgeEvent forge -> ForgeRules.evolve(state, forge);
            case ConversionEvent conversion -> ConversionRules.evolve(state, conversion);
            case ItemEvent item -> ItemRules.evolve(state, item);
            case PlatformEvent platform -> PlatformRules.evolve(state, platform);
            case PrizeEvent prize -> PrizePayment.evolve(state, prize);
            case NoticeEvent notice -> NoticeRules.evolve(state, notice);
            case QuestEvent quest -> QuestRules.evolve(state, quest);
            case RaffleEvent raffle -> RaffleRules.evolve(state, raffle);
            case RankEvent rank -> RankRules.evolve(state, rank);
            case ReferralEvent referral -> ReferralRules.evolve(state, referral);
            case SessionEvent session -> SessionRules.evolve(state, session);
            case TournamentEvent tournament -> TournamentRules.evolve(state, tournament);
            case TimeTrialEvent trial -> TimeTrialRules.evolve(state, trial);
            case WalletEvent wallet -> WalletRules.evolve(state, wallet);
            case PlayerEvent.PlayerErased _ -> PlayerRules.erased(state);
            case PlayerEvent.PlayerReset reset -> ResetRules.evolve(state, reset);
            case PlayerEvent.PlayerRestored restored -> ResetRules.evolve(state, restored);
            case PlayerEvent.PlayerCreated _ ->
                    throw new IllegalStateException("player " + state.id() + " is created twice");
        };
    }

    /** Returns the state after the events of one change. */
    public static PlayerState evolve(
            @Nullable PlayerState state, PlayerId player, List<GameEvent> events, long atMillis) {
        if (state != null && events.size() == 1 && events.getFirst() instanceof TapEvent tap) {
            // By far the most frequent change is not worth a second copy of the state.
            return TapRules.nextChange(state, tap, atMillis);
        }
        PlayerState after = state;
        for (int i = 0; i < events.size(); i++) {
            after = evolve(after, player, events.get(i));
        }
        if (after == null) {
            throw new IllegalStateException("a change of player " + player + " has no events");
        }
        return after.nextChange(atMillis);
    }

    /**
     * Returns the next event that the state itself calls for, whatever command led there (a rank
     * reached, a referral that now counts, a story or a quest completed), or null when there is
     * none.
     *
     * @param last the event that led to the state; after a tap, by far the most frequent, nobody
     *     looks for stories: it brings no card. Quests are looked for on rarer occasions still
     */
    public static @Nullable GameEvent reaction(
            PlayerState state, GameEvent last, RuleContext context) {
        if (!(last instanceof TapEvent)) {
            GameEvent story = StoryRules.newlyCompleted(state, context.catalog());
            if (story != null) {
                return story;
            }
        }
        GameEvent rank = RankRules.nextReached(state, context.catalog());
        if (rank != null) {
            return rank;
        }
        GameEvent referral = ReferralRules.newlyQualified(state, context.catalog());
        return referral == null && isOccasion(last)
                ? QuestRules.newlyCompleted(state, context)
                : referral;
    }

    /**
     * Returns whether quests that are complete are recorded after {@code last}. It decides nothing
     * but what a player keeps of a quest that is withdrawn or whose time ends: so the frequent
     * events, and all that a script can decide, do without.
     */
    private static boolean isOccasion(GameEvent last) {
        return switch (last) {
            case BonusEvent _,
                    CardEvent _,
                    ConnectionEvent _,
                    ForgeEvent _,
                    ItemEvent _,
                    PlatformEvent _,
                    RaffleEvent.RafflePrizeWon _,
                    RankEvent _,
                    ReferralEvent _,
                    SessionEvent _,
                    StoreEvent _,
                    StoryEvent _,
                    TournamentEvent _,
                    TimeTrialEvent.TimeTrialFinished _,
                    QuestEvent.ExternalConfirmed _,
                    QuestEvent.FriendsLevelClaimed _,
                    QuestEvent.QuestCompleted _ ->
                    true;
            case AccrualEvent _,
                    BalloonEvent _,
                    BoosterEvent _,
                    ConversionEvent _,
                    FrenzyEvent _,
                    IncomeEvent _,
                    NoticeEvent _,
                    PlayerEvent _,
                    PrizeEvent _,
                    RaffleEvent.TicketsPaid _,
                    RaffleEvent.TicketsRefunded _,
                    TapEvent _,
                    TimeTrialEvent.TimeTrialStarted _,
                    WalletEvent _,
                    QuestEvent.QuestClaimed _,
                    QuestEvent.QuestStarted _ ->
                    false;
        };
    }
}
