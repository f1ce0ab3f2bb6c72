package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.balloon.BalloonCommand;
import com.luckyfunatic.engine.balloon.BalloonCommand.FinishBalloons;
import com.luckyfunatic.engine.balloon.BalloonCommand.StartBalloons;
import com.luckyfunatic.engine.balloon.BalloonGameId;
import com.luckyfunatic.engine.balloon.BalloonScore;
import com.luckyfunatic.engine.bonus.BonusCommand.ClaimDailyBonus;
import com.luckyfunatic.engine.bonus.BonusCommand.SpinForItem;
import com.luckyfunatic.engine.booster.BoosterCommand.ActivateBooster;
import com.luckyfunatic.engine.booster.BoosterDefinition;
import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.engine.card.CardCommand.BuyCardLevel;
import com.luckyfunatic.engine.card.CardDefinition;
import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.card.CardLevel;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.connection.ConnectionCommand.ChooseExchange;
import com.luckyfunatic.engine.connection.ConnectionCommand.ConnectTonWallet;
import com.luckyfunatic.engine.connection.ExchangeDefinition;
import com.luckyfunatic.engine.connection.ExchangeId;
import com.luckyfunatic.engine.connection.TonAddress;
import com.luckyfunatic.engine.conversion.ConversionCommand.Convert;
import com.luckyfunatic.engine.conversion.ConversionDefinition;
import com.luckyfunatic.engine.conversion.ConversionId;
import com.luckyfunatic.engine.forge.ForgeCommand.ForgeSpecialCard;
import com.luckyfunatic.engine.forge.SpecialCardDefinition;
import com.luckyfunatic.engine.forge.SpecialCardId;
import com.luckyfunatic.engine.frenzy.FrenzyCommand.StartFrenzy;
import com.luckyfunatic.engine.income.IncomeCommand.CollectIncome;
import com.luckyfunatic.engine.item.ItemCommand.AdjustItem;
import com.luckyfunatic.engine.item.ItemCommand.UseItem;
import com.luckyfunatic.engine.item.ItemDefinition;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.notice.AnnouncementDefinition;
import com.luckyfunatic.engine.notice.AnnouncementId;
import com.luckyfunatic.engine.notice.NoticeCommand.MarkRead;
import com.luckyfunatic.engine.platform.PlatformAccountId;
import com.luckyfunatic.engine.platform.PlatformCommand.ReceiveGrant;
import com.luckyfunatic.engine.platform.PlatformCommand.ReturnTransfer;
import com.luckyfunatic.engine.platform.PlatformCommand.TransferItems;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.player.PlayerCommand;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerCommand.ErasePlayer;
import com.luckyfunatic.engine.player.PlayerCommand.ResetPlayer;
import com.luckyfunatic.engine.player.PlayerCommand.RestorePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.prize.PrizeCommand.PayPrize;
import com.luckyfunatic.engine.quest.External;
import com.luckyfunatic.engine.quest.ExternalKind;
import com.luckyfunatic.engine.quest.QuestCommand;
import com.luckyfunatic.engine.quest.QuestCommand.ClaimNextFriendsLevel;
import com.luckyfunatic.engine.quest.QuestCommand.ClaimQuest;
import com.luckyfunatic.engine.quest.QuestCommand.CompleteDueQuest;
import com.luckyfunatic.engine.quest.QuestCommand.ConfirmExternal;
import com.luckyfunatic.engine.quest.QuestCommand.StartQuest;
import com.luckyfunatic.engine.quest.QuestDefinition;
import com.luckyfunatic.engine.quest.QuestId;
import com.luckyfunatic.engine.raffle.RaffleCommand.BuyTickets;
import com.luckyfunatic.engine.raffle.RaffleCommand.PayRafflePrize;
import com.luckyfunatic.engine.raffle.RaffleCommand.RefundTickets;
import com.luckyfunatic.engine.raffle.RaffleId;
import com.luckyfunatic.engine.raffle.RaffleTerms;
import com.luckyfunatic.engine.referral.ReferralCommand.CountFriend;
import com.luckyfunatic.engine.referral.ReferralCommand.RewardReferral;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.session.SessionCommand.LogIn;
import com.luckyfunatic.engine.store.ListingDefinition;
import com.luckyfunatic.engine.store.ListingId;
import com.luckyfunatic.engine.store.StoreCommand.NoteStarsRefund;
import com.luckyfunatic.engine.store.StoreCommand.PayWithStars;
import com.luckyfunatic.engine.store.StoreCommand.Purchase;
import com.luckyfunatic.engine.story.StoryCommand.ClaimStory;
import com.luckyfunatic.engine.story.StoryDefinition;
import com.luckyfunatic.engine.story.StoryId;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.tap.TapSequence;
import com.luckyfunatic.engine.timetrial.TimeTrialCommand.FinishTimeTrial;
import com.luckyfunatic.engine.timetrial.TimeTrialCommand.StartTimeTrial;
import com.luckyfunatic.engine.timetrial.TimeTrialId;
import com.luckyfunatic.engine.tournament.TournamentCommand.Enter;
import com.luckyfunatic.engine.tournament.TournamentCommand.Refund;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Draws commands of every feature on the content of a catalog, most of them sensible, some that
 * must be refused. The same seed draws the same commands. Not thread-safe.
 */
public final class GeneratedCommands {
    private static final TournamentId CUP = new TournamentId("cup");
    private static final RaffleId RAFFLE = new RaffleId("drawn");

    private final RandomGenerator random;
    private final Catalog catalog;
    private final @Nullable PlayerId player;
    private long session = 1;
    private long challenge;
    private long tapNumber;
    private int ofThePlayer;

    /** Draws with {@code random} from {@code catalog}. */
    public GeneratedCommands(RandomGenerator random, Catalog catalog) {
        this(random, catalog, null);
    }

    /** Draws for {@code player}; null for nobody in particular. */
    GeneratedCommands(RandomGenerator random, Catalog catalog, @Nullable PlayerId player) {
        this.random = random;
        this.catalog = catalog;
        this.player = player;
    }

    /** Returns the command that activates the booster named {@code type}. */
    public static ActivateBooster activate(String type) {
        return new ActivateBooster(new BoosterType(type));
    }

    /** Returns the next command. */
    public Command next() {
        return switch (random.nextInt(45)) {
            case 0, 1, 2, 3 -> tap();
            case 4 -> new CollectIncome();
            case 5, 6, 7, 20, 21 -> new ActivateBooster(boosterType());
            case 8, 25, 26 -> new StartFrenzy();
            case 9, 10, 11 -> buyCard();
            case 12, 27 -> new ClaimStory(storyId());
            case 13, 14 -> new ForgeSpecialCard(specialCardId());
            case 15 -> adjustItem();
            case 16 -> adjustBalance();
            case 17 -> new LogIn(++session);
            case 18 -> new ClaimDailyBonus();
            case 19 -> new SpinForItem();
            case 22, 23, 24 -> quest();
            case 32, 33 -> new UseItem(itemId());
            case 34, 35 -> convert();
            case 36, 37, 38 -> purchase();
            case 39, 40 -> fromOutside();
            case 41, 42 -> balloons();
            case 43, 44 -> timeTrial();
            default -> rare();
        };
    }

    /** Of few games, so that most results are of the one that was started. */
    private BalloonCommand balloons() {
        BalloonGameId game = new BalloonGameId(1 + random.nextInt(2));
        return random.nextInt(3) == 0
                ? new FinishBalloons(game, new BalloonScore(random.nextInt(100), 40, 8))
                : new StartBalloons(game);
    }

    /** Mostly at the price that it has. */
    private Purchase purchase() {
        if (isOdd()) {
            return new Purchase(new ListingId("no_such_listing"), 0, 1);
        }
        ListingDefinition listing = one(catalog.listings());
        long price = isOdd() ? listing.price() + 1 : listing.price();
        return new Purchase(listing.id(), price, 1 + random.nextInt(isOdd() ? 9 : 2));
    }

    private Command fromOutside() {
        return switch (random.nextInt(11)) {
            case 6 -> prize();
            case 7 -> new Enter(CUP, one(List.of(Currency.values())), random.nextInt(200));
            case 8 -> new Refund(CUP, one(List.of(Currency.values())), random.nextInt(200));
            case 9 -> new PayRafflePrize(RAFFLE, 1, 1, grant().grant());
            case 10 ->
                    random.nextBoolean()
                            ? buyTickets()
                            : new RefundTickets(
                                    RAFFLE,
                                    1,
                                    2,
                                    one(List.of(Currency.values())),
                                    random.nextInt(200));
            case 4 ->
                    new TransferItems(
                            transferId(),
                            new PlatformAccountId("drawn"),
                            itemId(),
                            1 + random.nextInt(3));
            case 5 ->
                    new ReturnTransfer(
                            transferId(), one(catalog.items()).id(), 1 + random.nextInt(3));
            case 0 -> new NoteStarsRefund(1 + random.nextInt(99), "charge");
            case 1 -> grant();
            default -> payWithStars();
        };
    }

    private PayPrize prize() {
        return new PayPrize(
                new TournamentId("drawn"),
                1 + random.nextInt(100),
                random.nextBoolean() ? Currency.FUNZ : Currency.JOKERS,
                isOdd() ? Amounts.MAX : 1 + random.nextInt(1_000));
    }

    private BuyTickets buyTickets() {
        RaffleTerms terms =
                new RaffleTerms(
                        isOdd() ? Long.MAX_VALUE - 1 : 0,
                        Long.MAX_VALUE,
                        isOdd() ? List.of(new Requirement.ReachRank(99)) : List.of(),
                        one(List.of(Currency.values())),
                        3);
        return new BuyTickets(RAFFLE, 1 + random.nextInt(3), isOdd() ? 4 : 3, terms);
    }

    private TransferId transferId() {
        return new TransferId(
                HexFormat.of().toHexDigits(random.nextLong())
                        + HexFormat.of().toHexDigits(random.nextLong()));
    }

    private PayWithStars payWithStars() {
        List<ListingDefinition> forStars =
                catalog.listings().stream().filter(ListingDefinition::isForStars).toList();
        return isOdd() || forStars.isEmpty()
                ? new PayWithStars(new ListingId("no_such_listing"), 1, 25, "charge")
                : new PayWithStars(one(forStars).id(), 1 + random.nextInt(2), 25, "charge");
    }

    /** A finish names a try that nobody has begun: which number was drawn is not known here. */
    private Command timeTrial() {
        TimeTrialId trial =
                isOdd() || catalog.timeTrials().isEmpty()
                        ? new TimeTrialId("no_such_trial")
                        : one(catalog.timeTrials()).id();
        return random.nextInt(3) == 0
                ? new FinishTimeTrial(trial, random.nextLong(1_000))
                : new StartTimeTrial(trial);
    }

    /** Mostly so few that a limit lets them through. */
    private Convert convert() {
        ConversionId conversion =
                isOdd()
                        ? new ConversionId("no_such_conversion")
                        : one(
                                catalog.conversions().stream()
                                        .map(ConversionDefinition::id)
                                        .toList());
        int most = isOdd() ? 200 : 4;
        return new Convert(conversion, 1 + random.nextInt(most));
    }

    private QuestCommand quest() {
        QuestId quest =
                isOdd()
                        ? new QuestId("no_such_quest")
                        : one(catalog.quests().stream().map(QuestDefinition::id).toList());
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> new StartQuest(quest);
            case 3 -> new CompleteDueQuest(quest);
            case 4 -> new ClaimNextFriendsLevel();
            case 5 ->
                    new ConfirmExternal(
                            isOdd()
                                    ? new External(ExternalKind.WALLET_CONNECTED, "")
                                    : new External(ExternalKind.CHANNEL_JOINED, "funatic_news"));
            default -> new ClaimQuest(quest);
        };
    }

    private Command rare() {
        PlayerId friend = new PlayerId(random.nextLong(1, Long.MAX_VALUE));
        return switch (random.nextInt(10)) {
            case 9 -> new ErasePlayer();
            case 7 -> markRead();
            case 5 -> new ChooseExchange(exchangeId());
            case 6, 8 -> connectWallet(friend);
            case 0, 1 -> new CountFriend(friend);
            case 2, 3 -> new RewardReferral(friend, random.nextBoolean());
            default -> ofThePlayer(random.nextBoolean());
        };
    }

    /** In turn: first there is nothing to restore, and each game is back before the next reset. */
    private PlayerCommand ofThePlayer(boolean premium) {
        ofThePlayer++;
        return switch (ofThePlayer % 4) {
            case 1, 3 -> new RestorePlayer("drawn");
            case 2 -> new ResetPlayer("drawn");
            default -> new CreatePlayer(null, premium);
        };
    }

    private ReceiveGrant grant() {
        List<ItemStack> items =
                random.nextBoolean() || catalog.items().isEmpty()
                        ? List.of()
                        : List.of(new ItemStack(one(catalog.items()).id(), 1 + random.nextInt(3)));
        return new ReceiveGrant(
                new Reward(1 + random.nextInt(50), random.nextInt(3), items), "drawn");
    }

    private Tap tap() {
        return new Tap(1 + random.nextInt(Tap.COUNT_MAX), tapSequence());
    }

    private @Nullable TapSequence tapSequence() {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> new TapSequence(Math.max(1, session - random.nextInt(6)), tapNumber);
            default -> new TapSequence(session, ++tapNumber);
        };
    }

    private BoosterType boosterType() {
        return isOdd()
                ? new BoosterType("no_such_booster")
                : one(catalog.boosters().stream().map(BoosterDefinition::type).toList());
    }

    private BuyCardLevel buyCard() {
        if (isOdd()) {
            return new BuyCardLevel(new CardId("no_such_card"), null);
        }
        CardId card = one(catalog.cards().stream().map(CardDefinition::id).toList());
        List<CardLevel> levels = catalog.cardLevels(card);
        return new BuyCardLevel(card, random.nextInt(3) == 0 ? one(levels).price() : null);
    }

    private StoryId storyId() {
        return isOdd()
                ? new StoryId("no_such_story")
                : one(catalog.stories().stream().map(StoryDefinition::id).toList());
    }

    private ExchangeId exchangeId() {
        return isOdd()
                ? new ExchangeId("no_such_exchange")
                : one(catalog.exchanges().stream().map(ExchangeDefinition::id).toList());
    }

    /** Mostly of the player, and valid for ever. */
    private ConnectTonWallet connectWallet(PlayerId other) {
        TonAddress wallet = new TonAddress("0:" + Integer.toString(random.nextInt(10)).repeat(64));
        return new ConnectTonWallet(
                wallet,
                isOdd() || player == null ? other : player,
                ++challenge,
                isOdd() ? Long.MAX_VALUE : 0,
                isOdd() ? 0 : Long.MAX_VALUE);
    }

    private MarkRead markRead() {
        List<AnnouncementId> all =
                catalog.announcements().stream().map(AnnouncementDefinition::id).toList();
        if (all.isEmpty() || isOdd()) {
            return new MarkRead(true, List.of(new AnnouncementId("no_such_announcement")));
        }
        return new MarkRead(isOdd(), List.of(one(all), one(all)));
    }

    private SpecialCardId specialCardId() {
        return isOdd()
                ? new SpecialCardId("no_such_special_card")
                : one(catalog.specialCards().stream().map(SpecialCardDefinition::id).toList());
    }

    private AdjustItem adjustItem() {
        int number = 1 + random.nextInt(4);
        return new AdjustItem(itemId(), random.nextInt(4) == 0 ? -number : number, "drawn");
    }

    private ItemId itemId() {
        return isOdd()
                ? new ItemId("no_such_item")
                : one(catalog.items().stream().map(ItemDefinition::id).toList());
    }

    private AdjustBalance adjustBalance() {
        Currency currency = one(List.of(Currency.values()));
        long amount = Math.clamp(EdgeAmounts.draw(random), 1, Amounts.MAX);
        return new AdjustBalance(currency, random.nextInt(3) == 0 ? -amount : amount, "drawn");
    }

    private boolean isOdd() {
        return random.nextInt(10) == 0;
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
