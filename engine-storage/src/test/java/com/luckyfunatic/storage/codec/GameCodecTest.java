package com.luckyfunatic.storage.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.accrual.AccrualEvent;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.bonus.BonusCommand;
import com.luckyfunatic.engine.bonus.BonusEvent;
import com.luckyfunatic.engine.bonus.BonusState;
import com.luckyfunatic.engine.bonus.SegmentId;
import com.luckyfunatic.engine.booster.ActiveBooster;
import com.luckyfunatic.engine.booster.BoosterEvent;
import com.luckyfunatic.engine.booster.BoosterStart;
import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.engine.booster.BoosterUse;
import com.luckyfunatic.engine.card.CardCommand.BuyCardLevel;
import com.luckyfunatic.engine.card.CardEvent;
import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.card.CardRefusal;
import com.luckyfunatic.engine.card.CardState;
import com.luckyfunatic.engine.card.OwnedCard;
import com.luckyfunatic.engine.connection.ChosenExchange;
import com.luckyfunatic.engine.connection.ConnectionEvent;
import com.luckyfunatic.engine.connection.ConnectionState;
import com.luckyfunatic.engine.connection.ExchangeId;
import com.luckyfunatic.engine.connection.TonAddress;
import com.luckyfunatic.engine.connection.TonWallet;
import com.luckyfunatic.engine.conversion.ConversionCommand;
import com.luckyfunatic.engine.conversion.ConversionEvent;
import com.luckyfunatic.engine.conversion.ConversionId;
import com.luckyfunatic.engine.conversion.ConversionState;
import com.luckyfunatic.engine.conversion.ConversionUse;
import com.luckyfunatic.engine.effect.Effect;
import com.luckyfunatic.engine.income.IncomeEvent;
import com.luckyfunatic.engine.income.IncomeResult.PassiveIncome;
import com.luckyfunatic.engine.income.IncomeState;
import com.luckyfunatic.engine.item.ItemEvent;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.leaderboard.Scoring;
import com.luckyfunatic.engine.leaderboard.ScoringDirection;
import com.luckyfunatic.engine.leaderboard.ScoringMethod;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.notice.AnnouncementId;
import com.luckyfunatic.engine.notice.NoticeCommand;
import com.luckyfunatic.engine.notice.NoticeEvent;
import com.luckyfunatic.engine.notice.NoticeState;
import com.luckyfunatic.engine.platform.PlatformAccountId;
import com.luckyfunatic.engine.platform.PlatformCommand.OpenTransfer;
import com.luckyfunatic.engine.platform.PlatformCommand.ReceiveGrant;
import com.luckyfunatic.engine.platform.PlatformEvent;
import com.luckyfunatic.engine.platform.Transfer;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.player.KeptGame;
import com.luckyfunatic.engine.player.PlayerEvent;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerRules;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.player.ResetState;
import com.luckyfunatic.engine.prize.PrizeKind;
import com.luckyfunatic.engine.prize.PrizeRange;
import com.luckyfunatic.engine.prize.PrizeTable;
import com.luckyfunatic.engine.quest.QuestState;
import com.luckyfunatic.engine.rank.RankEvent;
import com.luckyfunatic.engine.referral.ReferralEvent;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.engine.store.ListingId;
import com.luckyfunatic.engine.store.ListingPurchases;
import com.luckyfunatic.engine.store.StoreEvent;
import com.luckyfunatic.engine.store.StoreState;
import com.luckyfunatic.engine.story.StoryEvent;
import com.luckyfunatic.engine.story.StoryId;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.tap.TapEvent;
import com.luckyfunatic.engine.tap.TapSequence;
import com.luckyfunatic.engine.timetrial.Medal;
import com.luckyfunatic.engine.timetrial.PersonalBest;
import com.luckyfunatic.engine.timetrial.TimeTrialCommand;
import com.luckyfunatic.engine.timetrial.TimeTrialEvent;
import com.luckyfunatic.engine.timetrial.TimeTrialId;
import com.luckyfunatic.engine.timetrial.TimeTrialRun;
import com.luckyfunatic.engine.timetrial.TimeTrialState;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentEvent;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.engine.tournament.TournamentTally;
import com.luckyfunatic.engine.wallet.Wallet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GameCodecTest {
    private final GameCodec codec = new GameCodec();

    /** A change with everything that a document can have, and these events. */
    static ChangeDocument change(GameEvent... events) {
        return new ChangeDocument(
                "Tap",
                new OperationId("op 1"),
                new Actor.Operator("ann"),
                "v1",
                Durability.HARD,
                List.of(events),
                new Wallet(1, 2, 3));
    }

    @Test
    void a_change_is_read_as_it_was_written() {
        ChangeDocument change =
                change(
                        new TapEvent.Tapped(
                                3, 9, 0, 1_000_000, 57_000, 3, new TapSequence(7, 1), 5),
                        new BoosterEvent.BoosterActivated(
                                new BoosterType("turbo_tap"),
                                Effect.FUNZ_PER_TAP_MULTIPLY,
                                Currency.FUNZ,
                                0,
                                new ActiveBooster(
                                        new BoosterType("turbo_tap"),
                                        Effect.FUNZ_PER_TAP_MULTIPLY,
                                        50_000,
                                        Amounts.MAX),
                                new BoosterUse(new BoosterType("turbo_tap"), 1, 2, 3),
                                4));

        assertThat(codec.readChange(codec.write(change))).isEqualTo(change);
    }

    @Test
    void a_change_is_written_in_words_that_people_can_read() {
        String text = codec.write(change(new TapEvent.Tapped(3, 9, 0, 1, 2, 3, null, 5)));

        assertThat(text)
                .contains("\"@type\":\"Tapped\"", "\"accepted\":3", "\"funzDelta\":9")
                .doesNotContain("sequence");
    }

    @Test
    void an_answer_is_read_as_it_was_written() {
        Answer answer =
                new Answer(
                        new Outcome.Refused(
                                new CardRefusal.CardRequirementsNotMet(
                                        List.of(
                                                new Requirement.OwnCard(new CardId("miner"), 3),
                                                new Requirement.ReachRank(2)))),
                        null,
                        new PassiveIncome(5, 6, true),
                        7,
                        false);

        assertThat(
                        codec.readAnswer(codec.write(AnswerDocument.of(answer)))
                                .toRepeat(null, () -> null))
                .isEqualTo(answer.asRepeat());
    }

    @Test
    void values_without_components_are_read_as_they_were_written() {
        Answer done =
                new Answer(
                        new Outcome.Accepted(Result.Done.DONE), null, PassiveIncome.NONE, 1, true);
        ChangeDocument own =
                new ChangeDocument(
                        "Tap",
                        null,
                        Actor.Player.SELF,
                        "v1",
                        Durability.SOFT,
                        List.of(),
                        new Wallet(0, 0, 0));

        assertThat(
                        codec.readAnswer(codec.write(AnswerDocument.of(done)))
                                .toRepeat(null, () -> null))
                .isEqualTo(done);
        assertThat(codec.readChange(codec.write(own))).isEqualTo(own);
    }

    @Test
    void a_fingerprint_is_the_same_whatever_was_asked_for_before() {
        List<Command> commands = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            commands.add(
                    i % 2 == 0
                            ? new Tap(i % 50 + 1)
                            : new ConversionCommand.Convert(new ConversionId("c" + i % 7), i));
        }
        GameCodec other = new GameCodec();
        Map<Command, String> backwards = new HashMap<>();
        commands.reversed().forEach(each -> backwards.put(each, other.fingerprint(each)));

        assertThat(commands)
                .allSatisfy(each ->
                        assertThat(codec.fingerprint(each))
                                .isEqualTo(codec.fingerprint(each))
                                .isEqualTo(backwards.get(each)));
        assertThat(Set.copyOf(backwards.values())).hasSize(backwards.size());
    }

    @Test
    void commands_differ_by_their_fingerprint() {
        CardId miner = new CardId("miner");

        assertThat(codec.fingerprint(new BuyCardLevel(miner, 50L)))
                .hasSize(32)
                .isEqualTo(codec.fingerprint(new BuyCardLevel(miner, 50L)))
                .isNotEqualTo(codec.fingerprint(new BuyCardLevel(miner, 51L)))
                .isNotEqualTo(codec.fingerprint(new BuyCardLevel(miner, null)))
                .isNotEqualTo(codec.fingerprint(new Tap(50)));
    }

    @Test
    void a_component_that_a_newer_build_has_added_is_passed_over() {
        String text =
                codec.write(change()).replace("\"command\":", "\"future\":{\"a\":1},\"command\":");

        assertThat(codec.readChange(text)).isEqualTo(change());
    }

    @Test
    void events_of_a_build_that_kept_no_parts_of_the_income_have_none() {
        String text =
                codec.write(
                        change(
                                new AccrualEvent.AccrualSettled(1, 2, 3, 4),
                                new IncomeEvent.IncomeCollected(1, 2, 3, true, 4, 5, 6)));
        String old = text.replace(",\"incomePartsAfter\":4", "").replace(",\"partsAfter\":6", "");

        assertThat(old).doesNotContain("arts");
        assertThat(codec.readChange(old))
                .isEqualTo(
                        change(
                                new AccrualEvent.AccrualSettled(1, 2, 3, 0),
                                new IncomeEvent.IncomeCollected(1, 2, 3, true, 4, 5, 0)));
    }

    @Test
    void rewards_of_a_build_that_kept_no_cut_have_none() {
        StoryId story = new StoryId("origin");
        String text =
                codec.write(
                        change(
                                new RankEvent.RankReached(2, 1, 77),
                                new ReferralEvent.ReferralRewarded(new PlayerId(8), 1, 2, 77),
                                new StoryEvent.StoryClaimed(story, 1, 2, 77, 77)));
        String old = text.replaceAll(",\"(cut|funzCut|jokersCut)\":77", "");

        assertThat(old).doesNotContain("77");
        assertThat(codec.readChange(old))
                .isEqualTo(
                        change(
                                new RankEvent.RankReached(2, 1, 0),
                                new ReferralEvent.ReferralRewarded(new PlayerId(8), 1, 2, 0),
                                new StoryEvent.StoryClaimed(story, 1, 2, 0, 0)));
    }

    @Test
    void states_of_a_build_that_recorded_no_completed_stories_have_none() {
        PlayerState state =
                PlayerRules.initial(
                        new PlayerId(7),
                        new PlayerEvent.PlayerCreated(null, false, 0, 0, 1_000, 60, 5));
        CompactCodec<PlayerState> compact = CompactCodec.ofStates();
        String shortText = compact.write(state);
        String old = shortText.replace("[[],[]]", "[[]]");

        assertThat(codec.readState(codec.write(state).replace(",\"completed\":[]", "")))
                .isEqualTo(state);
        assertThat(old).isNotEqualTo(shortText);
        assertThat(compact.read(old)).isEqualTo(state);
    }

    @Test
    void states_of_a_build_with_a_bonus_alone_have_no_more() {
        PlayerState state =
                PlayerRules.initial(
                                new PlayerId(7),
                                new PlayerEvent.PlayerCreated(null, false, 0, 0, 1_000, 60, 5))
                        .change()
                        .bonus(new BonusState(20_000, 3))
                        .done();
        CompactCodec<PlayerState> compact = CompactCodec.ofStates();
        String shortText = compact.write(state);

        assertThat(codec.write(state))
                .doesNotContain(
                        "connections",
                        "quests",
                        "conversions",
                        "store",
                        "notices",
                        "balloons",
                        "tournaments",
                        "timeTrials",
                        "resets");
        assertThat(codec.readState(codec.write(state))).isEqualTo(state);
        assertThat(shortText)
                .endsWith(",[[20000,3],null,null,null,null,null,null,null,null,null]]");
        assertThat(compact.read(shortText)).isEqualTo(state);
        assertThat(
                        compact.read(
                                shortText.replace(
                                        ",null,null,null,null,null,null,null,null,null]]", "]]")))
                .isEqualTo(state);
        assertThat(compact.read(shortText.replace(",null]]", "]]"))).isEqualTo(state);
    }

    @Test
    void a_draw_is_read_as_it_was_written() {
        Reward prize = new Reward(5, 6, List.of(new ItemStack(new ItemId("shard"), 7)));
        SegmentId chest = new SegmentId("chest");
        ChangeDocument change =
                change(
                        new BonusEvent.StreakPaid(20_000, 3, 4, 5),
                        new BonusEvent.WheelSpun(null, 8, 10, chest, prize, Reward.NOTHING),
                        new BonusEvent.WheelSpun(
                                new ItemId("key"), 8, 10, chest, Reward.NOTHING, prize));
        PlayerState state =
                PlayerRules.initial(
                                new PlayerId(7),
                                new PlayerEvent.PlayerCreated(null, false, 0, 0, 1_000, 60, 5))
                        .change()
                        .bonus(new BonusState(20_000, 3))
                        .done();
        CompactCodec<PlayerState> compact = CompactCodec.ofStates();

        assertThat(codec.readChange(codec.write(change))).isEqualTo(change);
        assertThat(codec.readState(codec.write(state))).isEqualTo(state);
        assertThat(compact.read(compact.write(state))).isEqualTo(state);
    }

    @Test
    void uses_of_items_conversions_and_purchases_are_read_as_they_were_written() {
        Reward prize = new Reward(5, 6, List.of(new ItemStack(new ItemId("shard"), 7)));
        ConversionId conversion = new ConversionId("to_funz");
        ListingId listing = new ListingId("gums");
        BoosterType tea = new BoosterType("tea");
        BoosterStart start =
                new BoosterStart(new ActiveBooster(tea, Effect.INCOME_MULTIPLY, 20_000, 9), 8);
        ChangeDocument change =
                change(
                        new ItemEvent.ItemOpened(new ItemId("crate"), prize),
                        new ItemEvent.ItemBoosted(new ItemId("leaf"), tea, start),
                        new ItemEvent.ItemBoosted(
                                new ItemId("leaf"), tea, new BoosterStart(null, 8)),
                        new ConversionEvent.Converted(
                                conversion, 3, prize, Reward.ofFunz(4), 20_000, 5),
                        new StoreEvent.Purchased(
                                listing, 3, Currency.JOKERS, 9, prize, 20_000, 5, 1L << 40),
                        new StoreEvent.StarsPaid(
                                listing, 3, 75, "stx_1", prize, 20_000, 5, 1L << 40),
                        new StoreEvent.StarsTurnedAway(listing, 3, 75, "stx_2", "not_available"),
                        new StoreEvent.StarsRefunded(75, "stx_2"));
        PlayerState state =
                PlayerRules.initial(
                                new PlayerId(7),
                                new PlayerEvent.PlayerCreated(null, false, 0, 0, 1_000, 60, 5))
                        .change()
                        .conversions(
                                new ConversionState(
                                        List.of(new ConversionUse(conversion, 20_000, 1L << 40))))
                        .store(
                                new StoreState(
                                        List.of(
                                                new ListingPurchases(
                                                        listing, 1L << 40, 20_000, 5))))
                        .done();
        CompactCodec<PlayerState> compact = CompactCodec.ofStates();

        assertThat(codec.readChange(codec.write(change))).isEqualTo(change);
        assertThat(codec.readState(codec.write(state))).isEqualTo(state);
        assertThat(compact.read(compact.write(state))).isEqualTo(state);
        assertThat(codec.fingerprint(new ConversionCommand.Convert(conversion, 1)))
                .isNotEqualTo(codec.fingerprint(new ConversionCommand.Convert(conversion, 2)));
    }

    @Test
    void time_trials_are_read_as_they_were_written() {
        TimeTrialId sprint = new TimeTrialId("sprint");
        Reward prize = new Reward(5, 6, List.of(new ItemStack(new ItemId("shard"), 7)));
        ChangeDocument change =
                change(
                        new TimeTrialEvent.TimeTrialStarted(sprint, 1L << 52, 3, 1L << 40),
                        new TimeTrialEvent.TimeTrialFinished(
                                sprint,
                                12_345,
                                1L << 40,
                                List.of(Medal.BRONZE, Medal.GOLD),
                                prize,
                                Reward.NOTHING));
        PlayerState state =
                PlayerRules.initial(
                                new PlayerId(7),
                                new PlayerEvent.PlayerCreated(null, false, 0, 0, 1_000, 60, 5))
                        .change()
                        .timeTrials(
                                new TimeTrialState(
                                        new TimeTrialRun(sprint, 1L << 52, 3, 1L << 40),
                                        List.of(
                                                new PersonalBest(
                                                        sprint,
                                                        9,
                                                        1L << 40,
                                                        List.of(Medal.SILVER)))))
                        .done();
        CompactCodec<PlayerState> compact = CompactCodec.ofStates();

        assertThat(codec.readChange(codec.write(change))).isEqualTo(change);
        assertThat(codec.readState(codec.write(state))).isEqualTo(state);
        assertThat(compact.read(compact.write(state))).isEqualTo(state);
        assertThat(codec.fingerprint(new TimeTrialCommand.FinishTimeTrial(sprint, 1)))
                .isNotEqualTo(codec.fingerprint(new TimeTrialCommand.FinishTimeTrial(sprint, 2)));
    }

    @Test
    void a_grant_is_read_as_it_was_written() {
        Reward grant = new Reward(5, 6, List.of(new ItemStack(new ItemId("shard"), 7)));
        ChangeDocument change =
                change(new PlatformEvent.GrantReceived(grant, Reward.ofFunz(8), "campaign 81"));

        assertThat(codec.readChange(codec.write(change))).isEqualTo(change);
        assertThat(codec.fingerprint(new ReceiveGrant(grant, "a")))
                .isEqualTo(codec.fingerprint(new ReceiveGrant(grant, "a")))
                .isNotEqualTo(codec.fingerprint(new ReceiveGrant(grant, "b")))
                .isNotEqualTo(codec.fingerprint(new ReceiveGrant(Reward.ofFunz(5), "a")));
    }

    @Test
    void a_transfer_is_read_as_it_was_written() {
        Transfer transfer =
                new Transfer(
                        new TransferId("0123456789abcdef0123456789abcdef"),
                        new PlayerId(7),
                        new PlatformAccountId("funtico-1"),
                        new ItemId("shard"),
                        3,
                        1_700_000_000_000L);
        ChangeDocument change = change(new PlatformEvent.TransferRequested(transfer));
        OpenTransfer open = new OpenTransfer(transfer);

        assertThat(codec.readChange(codec.write(change))).isEqualTo(change);
        assertThat(codec.readCommand(codec.write(open))).isEqualTo(open);
        assertThat(codec.write(open)).contains("\"" + transfer.id() + "\"");
    }

    @Test
    void a_claim_is_the_same_intent_whenever_it_is_sent() {
        assertThat(codec.fingerprint(new BonusCommand.ClaimDailyBonus()))
                .isEqualTo(codec.fingerprint(new BonusCommand.ClaimDailyBonus()))
                .isNotEqualTo(codec.fingerprint(new BonusCommand.SpinForItem()));
    }

    @Test
    void states_of_a_build_that_kept_no_parts_of_the_income_have_none() {
        IncomeState income = new IncomeState(1, 2, 3, true, 4);
        PlayerState state =
                PlayerRules.initial(
                        new PlayerId(7),
                        new PlayerEvent.PlayerCreated(null, false, 0, 0, 1_000, 60, 5));
        PlayerState kept = state.change().income(income).done();
        PlayerState expected = state.change().income(new IncomeState(1, 2, 3, true, 0)).done();
        CompactCodec<PlayerState> compact = CompactCodec.ofStates();

        assertThat(codec.readState(codec.write(kept))).isEqualTo(kept);
        assertThat(codec.readState(codec.write(kept).replace(",\"parts\":4", "")))
                .isEqualTo(expected);
        assertThat(compact.read(compact.write(kept))).isEqualTo(kept);
        assertThat(compact.read(compact.write(kept).replace("[1,2,3,true,4]", "[1,2,3,true]")))
                .isEqualTo(expected);
    }

    @Test
    void states_of_a_build_that_knew_no_pursuits_have_none() {
        PlayerState state =
                PlayerRules.initial(
                        new PlayerId(7),
                        new PlayerEvent.PlayerCreated(null, false, 0, 0, 1_000, 60, 5));
        CompactCodec<PlayerState> compact = CompactCodec.ofStates();
        String shortText = compact.write(state);

        assertThat(codec.write(state)).doesNotContain("pursuits");
        assertThat(codec.readState(codec.write(state))).isEqualTo(state);
        assertThat(shortText).endsWith(",null]");
        assertThat(compact.read(shortText)).isEqualTo(state);
        assertThat(compact.read(shortText.replace(",null]", "]"))).isEqualTo(state);
        PlayerState read = compact.read(shortText.replace(",null]", "]"));
        assertThat(read.bonus()).isEqualTo(BonusState.NONE);
        assertThat(read.connections()).isEqualTo(ConnectionState.NONE);
        assertThat(read.quests()).isEqualTo(QuestState.NONE);
        assertThat(read.notices()).isEqualTo(NoticeState.NONE);
    }

    @Test
    void tournaments_are_read_as_they_were_written() {
        TournamentId cup = new TournamentId("cup_7");
        PlayerState entered =
                PlayerRules.initial(
                                new PlayerId(7),
                                new PlayerEvent.PlayerCreated(null, false, 0, 0, 1_000, 60, 5))
                        .change()
                        .tournaments(new TournamentTally(1L << 40))
                        .done();
        ChangeDocument change =
                change(
                        new TournamentEvent.TournamentEntered(cup, Currency.JOKERS, 5),
                        new TournamentEvent.TournamentRefunded(cup, Currency.FUNZ, 5, 6));
        TournamentDefinition definition =
                new TournamentDefinition(
                        cup,
                        "Cup",
                        new MinigameId("star_catcher"),
                        1L << 40,
                        1L << 41,
                        new Scoring(ScoringMethod.AVERAGE, ScoringDirection.LOWER),
                        Currency.JOKERS,
                        5,
                        2,
                        10,
                        List.of(new Requirement.ReachRank(3)),
                        new PrizeTable(
                                Currency.JOKERS,
                                500,
                                90,
                                PrizeKind.SHARES,
                                List.of(new PrizeRange(1, 1, 5_000))));
        CompactCodec<PlayerState> compact = CompactCodec.ofStates();

        assertThat(codec.readState(codec.write(entered))).isEqualTo(entered);
        assertThat(compact.read(compact.write(entered))).isEqualTo(entered);
        assertThat(codec.readChange(codec.write(change))).isEqualTo(change);
        assertThat(codec.readTournament(codec.write(definition))).isEqualTo(definition);
    }

    @Test
    void notices_are_read_as_they_were_written() {
        AnnouncementId news = new AnnouncementId("news");
        AnnouncementId party = new AnnouncementId("party");
        PlayerState told =
                PlayerRules.initial(
                                new PlayerId(7),
                                new PlayerEvent.PlayerCreated(null, false, 0, 0, 1_000, 60, 5))
                        .change()
                        .notices(new NoticeState(List.of(news, party), 6))
                        .done();
        ChangeDocument change =
                change(new NoticeEvent.AnnouncementsRead(List.of(news), List.of(party), true, 6));
        CompactCodec<PlayerState> compact = CompactCodec.ofStates();

        assertThat(codec.readState(codec.write(told))).isEqualTo(told);
        assertThat(compact.read(compact.write(told))).isEqualTo(told);
        assertThat(codec.readChange(codec.write(change))).isEqualTo(change);
    }

    @Test
    void a_kept_game_is_read_as_it_was_written() {
        PlayerState kept =
                PlayerRules.initial(
                                new PlayerId(7),
                                new PlayerEvent.PlayerCreated(null, false, 9, 8, 1_000, 60, 5))
                        .change()
                        .cards(new CardState(List.of(new OwnedCard(new CardId("miner"), 3))))
                        .bonus(new BonusState(20_000, 3))
                        .timeTrials(
                                new TimeTrialState(
                                        new TimeTrialRun(new TimeTrialId("maze"), 1, 2, 3),
                                        List.of()))
                        .notices(new NoticeState(List.of(new AnnouncementId("news")), 6))
                        .done();
        PlayerState reset = kept.change().resets(new ResetState(2, KeptGame.of(kept), true)).done();
        PlayerState restored = kept.change().resets(new ResetState(2, null, false)).done();
        List<ItemStack> gums = List.of(new ItemStack(new ItemId("gum"), 2));
        ChangeDocument change =
                change(
                        new PlayerEvent.PlayerReset(-9, -8, gums, 1_000, 60, 5, "ticket 81"),
                        new PlayerEvent.PlayerRestored(9, 8, List.of(), gums, 6, "ticket 82"));
        CompactCodec<PlayerState> compact = CompactCodec.ofStates();

        for (PlayerState each : List.of(reset, restored)) {
            assertThat(codec.readState(codec.write(each))).isEqualTo(each);
            assertThat(compact.read(compact.write(each))).isEqualTo(each);
        }
        assertThat(codec.readChange(codec.write(change))).isEqualTo(change);
    }

    @Test
    void reading_everything_is_the_same_intent_whatever_there_is_to_read() {
        List<AnnouncementId> news = List.of(new AnnouncementId("news"));

        assertThat(codec.fingerprint(new NoticeCommand.MarkRead(true, news)))
                .isEqualTo(codec.fingerprint(new NoticeCommand.MarkRead(true, List.of())));
        assertThat(codec.fingerprint(new NoticeCommand.MarkRead(false, news)))
                .isNotEqualTo(codec.fingerprint(new NoticeCommand.MarkRead(false, List.of())))
                .isNotEqualTo(codec.fingerprint(new NoticeCommand.MarkRead(true, news)));
    }

    @Test
    void connections_are_read_as_they_were_written() {
        TonAddress address = new TonAddress("-1:" + "0f".repeat(32));
        ExchangeId exchange = new ExchangeId("north");
        PlayerState connected =
                PlayerRules.initial(
                                new PlayerId(7),
                                new PlayerEvent.PlayerCreated(null, false, 0, 0, 1_000, 60, 5))
                        .change()
                        .connections(
                                new ConnectionState(
                                        new TonWallet(address, 1),
                                        new ChosenExchange(exchange, 2),
                                        3))
                        .done();
        ChangeDocument change =
                change(
                        new ConnectionEvent.TonWalletConnected(address, 1, 2),
                        new ConnectionEvent.ExchangeChosen(exchange, 3),
                        new PlayerEvent.PlayerErased(4));
        CompactCodec<PlayerState> compact = CompactCodec.ofStates();

        assertThat(codec.readState(codec.write(connected))).isEqualTo(connected);
        assertThat(compact.read(compact.write(connected))).isEqualTo(connected);
        assertThat(codec.readChange(codec.write(change))).isEqualTo(change);
        assertThat(codec.write(change)).contains("\"address\":\"-1:0f0f");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"events\":[{\"@type\":\"Nonsense\"}]}", "null"})
    void what_cannot_be_read_is_said_to_be_corrupt(String text) {
        assertThatThrownBy(() -> codec.readChange(text))
                .isInstanceOf(StorageCorruptException.class);
    }

    private CardId cardOf(String change) {
        return ((CardEvent.CardLevelBought) codec.readChange(change).events().getFirst()).card();
    }

    @Test
    void names_of_content_are_one_object_however_often_they_are_read() {
        String text =
                codec.write(
                        change(
                                new CardEvent.CardLevelBought(
                                        new CardId("miner"), 1, Currency.FUNZ, 5)));

        assertThat(cardOf(text)).isEqualTo(new CardId("miner")).isSameAs(cardOf(text));
        assertThat(cardOf(text.replace("miner", "robot"))).isEqualTo(new CardId("robot"));
    }

    @Test
    void a_name_of_content_that_cannot_be_one_is_said_to_be_corrupt() {
        String text =
                codec.write(
                        change(
                                new CardEvent.CardLevelBought(
                                        new CardId("miner"), 1, Currency.FUNZ, 5)));

        for (String wrong : List.of("\"No name!\"", "7", "{}", "[\"miner\"]")) {
            assertThatThrownBy(() -> codec.readChange(text.replace("\"miner\"", wrong)))
                    .as(wrong)
                    .isInstanceOf(StorageCorruptException.class);
        }
    }

    @Test
    void names_of_a_family_are_unique() {
        for (Class<?> family :
                List.of(Command.class, GameEvent.class, Refusal.class, Result.class, Actor.class)) {
            List<String> names = new ArrayList<>();
            collect(family, names);
            assertThat(names).as(family.getSimpleName()).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    private static void collect(Class<?> family, List<String> names) {
        for (Class<?> member : family.getPermittedSubclasses()) {
            if (member.isSealed()) {
                collect(member, names);
            } else {
                names.add(member.getSimpleName());
            }
        }
    }

    @Test
    void a_player_id_is_a_number() {
        assertThat(codec.tree(new PlayerId(Long.MAX_VALUE)).asLong()).isEqualTo(Long.MAX_VALUE);
    }
}
