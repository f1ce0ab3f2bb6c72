package com.luckyfunatic.storage.scylla;

import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.accrual.AccrualEvent;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.balloon.BalloonEvent;
import com.luckyfunatic.engine.bonus.BonusEvent;
import com.luckyfunatic.engine.booster.ActiveBooster;
import com.luckyfunatic.engine.booster.BoosterEvent;
import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.engine.booster.BoosterUse;
import com.luckyfunatic.engine.card.CardEvent;
import com.luckyfunatic.engine.connection.ConnectionEvent;
import com.luckyfunatic.engine.conversion.ConversionEvent;
import com.luckyfunatic.engine.forge.ForgeEvent;
import com.luckyfunatic.engine.forge.Ingredient;
import com.luckyfunatic.engine.frenzy.FrenzyEvent;
import com.luckyfunatic.engine.income.IncomeEvent;
import com.luckyfunatic.engine.item.ItemEvent;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.notice.NoticeEvent;
import com.luckyfunatic.engine.platform.PlatformEvent;
import com.luckyfunatic.engine.player.PlayerEvent;
import com.luckyfunatic.engine.prize.PrizeEvent;
import com.luckyfunatic.engine.quest.QuestEvent;
import com.luckyfunatic.engine.raffle.RaffleEvent;
import com.luckyfunatic.engine.rank.RankEvent;
import com.luckyfunatic.engine.referral.ReferralEvent;
import com.luckyfunatic.engine.session.SessionEvent;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.store.StoreEvent;
import com.luckyfunatic.engine.story.StoryEvent;
import com.luckyfunatic.engine.tap.TapEvent;
import com.luckyfunatic.engine.timetrial.TimeTrialEvent;
import com.luckyfunatic.engine.tournament.TournamentEvent;
import com.luckyfunatic.engine.wallet.WalletEvent;
import com.luckyfunatic.storage.scylla.AuditFact.BoosterSnapshot;
import com.luckyfunatic.storage.scylla.AuditFact.ItemTransaction;
import com.luckyfunatic.storage.scylla.AuditFact.SessionBegun;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change tells about items, sessions and boosters. Pure: the same change, the same facts.
 */
final class AuditFacts {
    /**
     * Between the positions of two events: a forge has a fact for each of its ingredients.
     * Numbering the facts instead would move them, and so double them, when another event gets
     * facts one day.
     */
    private static final int EVENT_STEP = 1_000;

    private final StateChange change;
    private final List<AuditFact> facts = new ArrayList<>();

    private AuditFacts(StateChange change) {
        this.change = change;
    }

    /** Returns the facts of {@code change}, in the order of its events. */
    static List<AuditFact> of(StateChange change) {
        AuditFacts collected = new AuditFacts(change);
        for (int i = 0; i < change.events().size(); i++) {
            collected.add(change.events().get(i), i * EVENT_STEP);
        }
        return collected.facts;
    }

    private void add(GameEvent event, int number) {
        switch (event) {
            case ItemEvent.ItemAdjusted(var item, int delta, String reason) ->
                    facts.add(itemTransaction(item, delta, reason, number));
            case ItemEvent.ItemOpened(var item, var paid) -> {
                facts.add(itemTransaction(item, -1, "opened", number));
                addGiven(paid.items(), number + 1, "item " + item);
            }
            case ItemEvent.ItemBoosted boosted -> addBoosted(boosted, number);
            case ConversionEvent.Converted converted -> addConverted(converted, number);
            case StoreEvent.Purchased bought ->
                    addGiven(bought.goods().items(), number, "purchase " + bought.listing());
            case StoreEvent.StarsPaid bought ->
                    addGiven(bought.goods().items(), number, "purchase " + bought.listing());
            case ForgeEvent.SpecialCardForged forged -> addConsumed(forged, number);
            case SessionEvent.LoggedIn(long session, long _) ->
                    facts.add(
                            new SessionBegun(
                                    change.player(), position(number), change.atMillis(), session));
            case BonusEvent.WheelSpun spun -> addWheel(spun, number);
            case BoosterEvent booster -> facts.add(snapshot(booster, number));
            case PlatformEvent.GrantReceived granted ->
                    addGiven(granted.paid().items(), number, "platform " + granted.reference());
            case PlatformEvent.TransferRequested(var sent) ->
                    facts.add(
                            itemTransaction(
                                    sent.item(), -sent.count(), "transfer " + sent.id(), number));
            case PlatformEvent.TransferReturned(var id, var item, int count) ->
                    facts.add(itemTransaction(item, count, "transfer returned " + id, number));
            case QuestEvent.QuestClaimed paid ->
                    addGiven(paid.items(), number, "quest " + paid.quest());
            case QuestEvent.FriendsLevelClaimed paid ->
                    addGiven(paid.items(), number, "friends " + paid.friends());
            case RaffleEvent.RafflePrizeWon won ->
                    addGiven(won.paid().items(), number, "raffle " + won.raffle());
            case TimeTrialEvent.TimeTrialFinished finished ->
                    addGiven(finished.paid().items(), number, "time trial " + finished.trial());
            case PlayerEvent.PlayerReset reset -> addTaken(reset.taken(), number, "reset");
            case PlayerEvent.PlayerRestored restored -> {
                addTaken(restored.taken(), number, "restore");
                addGiven(restored.given(), number + restored.taken().size(), "restore");
            }
            case AccrualEvent _,
                    BalloonEvent _,
                    BonusEvent.StreakPaid _,
                    CardEvent _,
                    ConnectionEvent _,
                    FrenzyEvent _,
                    IncomeEvent _,
                    NoticeEvent _,
                    PlayerEvent.PlayerCreated _,
                    PlayerEvent.PlayerErased _,
                    PrizeEvent _,
                    QuestEvent.ExternalConfirmed _,
                    QuestEvent.QuestCompleted _,
                    QuestEvent.QuestStarted _,
                    RaffleEvent.TicketsPaid _,
                    RaffleEvent.TicketsRefunded _,
                    RankEvent _,
                    ReferralEvent _,
                    StoreEvent.StarsRefunded _,
                    StoreEvent.StarsTurnedAway _,
                    StoryEvent _,
                    TapEvent _,
                    TournamentEvent _,
                    TimeTrialEvent.TimeTrialStarted _,
                    WalletEvent _ -> {}
        }
    }

    /** The spent item comes first, at a position of its own whether one was spent or not. */
    private void addWheel(BonusEvent.WheelSpun spun, int number) {
        ItemId spent = spun.spent();
        if (spent != null) {
            facts.add(itemTransaction(spent, -1, "spin of the wheel", number));
        }
        addGiven(spun.paid().items(), number + 1, "wheel " + spun.segment());
    }

    private void addBoosted(ItemEvent.ItemBoosted boosted, int number) {
        facts.add(itemTransaction(boosted.item(), -1, "booster " + boosted.booster(), number));
        facts.add(
                new BoosterSnapshot(
                        change.player(),
                        position(number),
                        change.atMillis(),
                        boosted.booster(),
                        Currency.FUNZ,
                        0,
                        0,
                        boosted.start().timed(),
                        null));
    }

    /** What was taken comes first. */
    private void addConverted(ConversionEvent.Converted converted, int number) {
        String reason = "conversion " + converted.conversion();
        List<ItemStack> taken = converted.taken().items();
        addTaken(taken, number, reason);
        addGiven(converted.given().items(), number + taken.size(), reason);
    }

    private void addTaken(List<ItemStack> items, int number, String reason) {
        for (int i = 0; i < items.size(); i++) {
            ItemStack each = items.get(i);
            facts.add(itemTransaction(each.item(), -each.count(), reason, number + i));
        }
    }

    private ItemTransaction itemTransaction(ItemId item, int delta, String reason, int number) {
        return new ItemTransaction(
                change.player(), position(number), change.atMillis(), item, delta, reason);
    }

    private void addGiven(List<ItemStack> items, int number, String reason) {
        for (int i = 0; i < items.size(); i++) {
            ItemStack each = items.get(i);
            facts.add(itemTransaction(each.item(), each.count(), reason, number + i));
        }
    }

    private void addConsumed(ForgeEvent.SpecialCardForged forged, int number) {
        for (int i = 0; i < forged.consumed().size(); i++) {
            if (forged.consumed().get(i) instanceof Ingredient.Items(var item, int count)) {
                facts.add(itemTransaction(item, -count, "forge " + forged.card(), number + i));
            }
        }
    }

    private BoosterSnapshot snapshot(BoosterEvent event, int number) {
        return switch (event) {
            case BoosterEvent.BoosterActivated activated ->
                    snapshot(
                            activated,
                            activated.type(),
                            number,
                            0,
                            activated.started(),
                            activated.use());
            case BoosterEvent.BoosterLevelBought bought ->
                    snapshot(bought, bought.type(), number, bought.level(), null, null);
        };
    }

    private BoosterSnapshot snapshot(
            BoosterEvent event,
            BoosterType type,
            int number,
            int level,
            @Nullable ActiveBooster active,
            @Nullable BoosterUse use) {
        return new BoosterSnapshot(
                change.player(),
                position(number),
                change.atMillis(),
                type,
                event.currency(),
                event.price(),
                level,
                active,
                use);
    }

    private AuditPosition position(int event) {
        return new AuditPosition(change.sequence(), change.id(), event);
    }
}
