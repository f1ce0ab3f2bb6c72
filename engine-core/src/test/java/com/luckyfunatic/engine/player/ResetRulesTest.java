package com.luckyfunatic.engine.player;

import static com.luckyfunatic.engine.fixture.Players.FRIEND;
import static com.luckyfunatic.engine.fixture.Players.PLAYER;
import static com.luckyfunatic.engine.fixture.TestCatalog.CRATE;
import static com.luckyfunatic.engine.fixture.TestCatalog.GUM;
import static com.luckyfunatic.engine.fixture.TestCatalog.MINER;
import static com.luckyfunatic.engine.fixture.TestCatalog.TICKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.connection.ConnectionCommand.ConnectTonWallet;
import com.luckyfunatic.engine.connection.TonAddress;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.fixture.TestStore;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.item.ItemState;
import com.luckyfunatic.engine.notice.NoticeState;
import com.luckyfunatic.engine.platform.PlatformCommand.ReceiveGrant;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerCommand.ErasePlayer;
import com.luckyfunatic.engine.player.PlayerCommand.ResetPlayer;
import com.luckyfunatic.engine.player.PlayerCommand.RestorePlayer;
import com.luckyfunatic.engine.player.PlayerEvent.PlayerReset;
import com.luckyfunatic.engine.player.PlayerEvent.PlayerRestored;
import com.luckyfunatic.engine.quest.ClaimedQuest;
import com.luckyfunatic.engine.quest.External;
import com.luckyfunatic.engine.quest.ExternalKind;
import com.luckyfunatic.engine.quest.QuestId;
import com.luckyfunatic.engine.quest.QuestState;
import com.luckyfunatic.engine.referral.ReferralState;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.session.SessionState;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.store.StoreCommand.PayWithStars;
import com.luckyfunatic.engine.store.StoreState;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.tap.TapResult;
import com.luckyfunatic.engine.tap.TapSequence;
import com.luckyfunatic.engine.tournament.TournamentTally;
import com.luckyfunatic.engine.wallet.Wallet;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResetRulesTest {
    private static final ResetPlayer RESET = new ResetPlayer("ticket 81");
    private static final RestorePlayer RESTORE = new RestorePlayer("ticket 82");
    private static final Catalog GIVING = TestCatalog.standard().start(6_000, 7).build();

    /** Everything that is not of the game differs from nothing. */
    private static Players veteran() {
        return Players.of(
                Players.fresh()
                        .wallet(new Wallet(40_000, 12, 90_000))
                        .card(MINER, 3)
                        .item(GUM, 5)
                        .rank(3)
                        .referral(new ReferralState(FRIEND, true, true, 4, 1, 20_000))
                        .state()
                        .change()
                        .session(new SessionState(5, Play.START))
                        .notices(new NoticeState(List.of(TestCatalog.NEWS), 3))
                        .tournaments(new TournamentTally(6))
                        .quests(
                                new QuestState(
                                        List.of(),
                                        List.of(),
                                        List.of(new ClaimedQuest(new QuestId("welcome"), 20_000)),
                                        List.of(new External(ExternalKind.WALLET_CONNECTED, "")),
                                        3))
                        .done());
    }

    private static Play connected(Play play) {
        return play.does(
                new ConnectTonWallet(
                        new TonAddress("0:" + "0f".repeat(32)),
                        PLAYER,
                        Play.START,
                        0,
                        Long.MAX_VALUE));
    }

    /** Returns {@code game} with all that no reset touches as it is in {@code present}. */
    static PlayerState played(PlayerState game, PlayerState present) {
        return game.change()
                .version(present.sequence(), present.changedAtMillis())
                .tap(game.tap().withSessions(present.tap().sessions()))
                .referral(present.referral())
                .session(present.session())
                .connections(present.connections())
                .store(present.store())
                .notices(present.notices())
                .tournaments(present.tournaments())
                .quests(game.quests().withOutside(present.quests()))
                .resets(present.resets())
                .done();
    }

    @Test
    void a_reset_lets_the_game_begin_as_that_of_a_new_player() {
        Play play = Play.from(GIVING, veteran()).after(Duration.ofHours(3));
        PlayerState before = play.state();

        PlayerState after = play.does(RESET).state();

        PlayerState created =
                Play.before(PLAYER, GIVING)
                        .at(play.now())
                        .does(new CreatePlayer(null, false))
                        .state();
        assertThat(after)
                .isEqualTo(
                        played(created, before)
                                .change()
                                .version(before.sequence() + 1, play.now())
                                .resets(after.resets())
                                .done());
    }

    /** A new part is to be thought of: a game that is kept without it comes back without it. */
    @Test
    void every_part_of_a_state_either_begins_anew_or_stays() {
        List<String> parts = new ArrayList<>(names(PlayerState.class));
        parts.remove("pursuits");
        parts.addAll(names(Pursuits.class));
        List<String> known = new ArrayList<>(names(KeptGame.class));
        known.addAll(List.of("id", "sequence", "changedAtMillis", "referral", "session"));
        known.addAll(List.of("connections", "store", "notices", "tournaments", "resets"));

        assertThat(known).containsExactlyInAnyOrderElementsOf(parts);
    }

    private static List<String> names(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
    }

    @Test
    void a_reset_leaves_who_the_player_is_and_what_reaches_outside_the_game() {
        Play play =
                connected(Play.from(GIVING, veteran()))
                        .does(new PayWithStars(TestStore.TREASURE, 2, 50, "charge"));
        PlayerState before = play.state();

        PlayerState after = play.does(RESET).state();

        assertThat(after.referral()).isEqualTo(before.referral());
        assertThat(after.session()).isEqualTo(before.session()).isNotEqualTo(SessionState.NONE);
        assertThat(after.connections()).isEqualTo(before.connections());
        assertThat(after.notices()).isEqualTo(before.notices());
        assertThat(after.tournaments()).isEqualTo(new TournamentTally(6));
        assertThat(after.store()).isEqualTo(before.store()).isNotEqualTo(StoreState.NONE);
        assertThat(after.quests())
                .isEqualTo(
                        new QuestState(
                                List.of(),
                                List.of(),
                                List.of(),
                                before.quests().confirmed(),
                                before.quests().friendsClaimed()));
        assertThat(after.items()).isEqualTo(ItemState.NONE);
        assertThat(after.sequence()).isEqualTo(before.sequence() + 1);
    }

    @Test
    void the_ledger_tells_what_vanished_and_what_came_back() {
        Play play = Play.from(GIVING, veteran()).does(RESET);

        assertThat(play.lastEvents())
                .containsExactly(
                        new PlayerReset(
                                -34_000,
                                -5,
                                List.of(new ItemStack(GUM, 5)),
                                1_000_000_000,
                                60_000,
                                Play.START,
                                "ticket 81"));

        play.does(grant(GUM, 2)).does(grant(TICKET, 4)).does(RESTORE);

        assertThat(play.lastEvents())
                .containsExactly(
                        new PlayerRestored(
                                34_000,
                                5,
                                List.of(new ItemStack(TICKET, 4)),
                                List.of(new ItemStack(GUM, 3)),
                                Play.START,
                                "ticket 82"));
        assertThat(play.state().wallet()).isEqualTo(new Wallet(40_000, 12, 90_000));
        assertThat(play.journal()).extracting(StateChange::durability).contains(Durability.HARD);
    }

    private static ReceiveGrant grant(ItemId item, int count) {
        return new ReceiveGrant(Reward.ofItems(item, count), "given");
    }

    @Test
    void without_a_reset_there_is_nothing_to_restore() {
        assertThat(Play.begin(TestCatalog.catalog()).refusalOf(RESTORE))
                .isEqualTo(new PlayerRefusal.NothingToRestore(PLAYER));
    }

    @Test
    void only_the_game_before_the_last_reset_is_kept_and_comes_back_once() {
        Play play = Play.from(GIVING, veteran()).does(RESET).does(new Tap(3)).does(RESET);

        play.does(RESTORE);

        assertThat(play.state().tap().taps()).isEqualTo(3);
        assertThat(play.state().wallet().jokers()).isEqualTo(7);
        assertThat(play.state().resets()).isEqualTo(new ResetState(2, null, false));
        assertThat(play.refusalOf(RESTORE)).isEqualTo(new PlayerRefusal.AlreadyRestored(PLAYER));
        assertThat(play.does(RESET).does(RESTORE).state().tap().taps()).isEqualTo(3);
    }

    @Test
    void a_numbered_tap_that_is_repeated_counts_in_no_other_game() {
        Tap tap = new Tap(5, new TapSequence(4, 2));
        Play play = Play.begin(GIVING).does(tap).does(RESET);

        assertThat(play.resultOf(tap)).isEqualTo(new TapResult.Taps(5, 5, true));
        assertThat(play.state().tap().taps()).isZero();

        Tap next = new Tap(6, new TapSequence(4, 3));
        play.does(next).does(RESTORE);

        assertThat(play.resultOf(next)).isEqualTo(new TapResult.Taps(6, 6, true));
        assertThat(play.state().tap().taps()).isEqualTo(5);
    }

    @Test
    void what_was_bought_for_stars_stays_counted_and_what_it_gave_is_of_the_game() {
        PayWithStars pay = new PayWithStars(TestStore.TREASURE, 3, 75, "charge");
        Play play = Play.begin(TestCatalog.catalog()).does(pay).does(RESET);

        assertThat(play.state().items().count(CRATE)).isZero();
        assertThat(play.state().store().bought(TestStore.TREASURE)).isEqualTo(3);

        play.does(RESTORE);

        assertThat(play.state().items().count(CRATE)).isEqualTo(3);
        assertThat(play.state().store().bought(TestStore.TREASURE)).isEqualTo(3);
    }

    @Test
    void what_is_kept_tells_nothing_of_the_person() {
        Play play = connected(Play.from(GIVING, veteran())).does(RESET).does(new ErasePlayer());

        assertThat(play.state().toString()).doesNotContain("0f0f");
        assertThat(play.does(RESTORE).state().toString()).doesNotContain("0f0f");
    }

    @Test
    void a_journal_that_restores_what_was_not_kept_is_broken() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        ResetRules.evolve(
                                Players.fresh().state(),
                                new PlayerRestored(0, 0, List.of(), List.of(), 1, "x")));
    }

    @Test
    void nothing_is_kept_without_a_reset() {
        KeptGame game = KeptGame.of(Players.fresh().state());

        assertThat(new ResetState(1, game, false).kept()).isEqualTo(game);
        assertThatIllegalArgumentException().isThrownBy(() -> new ResetState(0, game, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new ResetState(-1, null, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 201})
    void a_reason_has_its_limits(int length) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ResetPlayer("x".repeat(length)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RestorePlayer("x".repeat(length)));
    }
}
