package com.luckyfunatic.engine;

import static com.luckyfunatic.engine.fixture.Players.PLAYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.player.PlayerEvent.PlayerCreated;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.rank.RankEvent.RankReached;
import com.luckyfunatic.engine.referral.ReferralEvent.ReferralQualified;
import com.luckyfunatic.engine.referral.ReferralState;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.tap.TapEvent.Tapped;
import com.luckyfunatic.engine.tap.TapState;
import com.luckyfunatic.engine.wallet.Wallet;
import java.util.List;
import org.junit.jupiter.api.Test;

class GameRulesTest {
    private static final GameEvent TAPPED = new Tapped(1, 1, 0, 0, 0, 1, null, Play.START);
    private static final Catalog CATALOG = TestCatalog.catalog();
    private static final PlayerCreated CREATED =
            new PlayerCreated(null, false, 0, 0, 1_000_000, 60_000, Play.START);

    @Test
    void a_journal_begins_with_the_creation() {
        assertThatIllegalStateException()
                .isThrownBy(() -> GameRules.evolve(null, PLAYER, new RankReached(2, 1, 0)))
                .withMessageContaining("player 7 starts with RankReached");
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        GameRules.evolve(
                                null, PLAYER, List.of(new RankReached(2, 1, 0)), Play.START));
    }

    @Test
    void a_player_is_created_once() {
        PlayerState state = GameRules.evolve(null, PLAYER, CREATED);

        assertThatIllegalStateException()
                .isThrownBy(() -> GameRules.evolve(state, PLAYER, CREATED))
                .withMessage("player 7 is created twice");
    }

    @Test
    void a_first_change_has_events() {
        assertThatIllegalStateException()
                .isThrownBy(() -> GameRules.evolve(null, PLAYER, List.of(), Play.START))
                .withMessage("a change of player 7 has no events");
    }

    @Test
    void a_change_counts_once_whatever_number_of_events_it_has() {
        PlayerState created = GameRules.evolve(null, PLAYER, List.of(CREATED), Play.START);
        PlayerState changed =
                GameRules.evolve(
                        created,
                        PLAYER,
                        List.of(new RankReached(2, 1, 0), new RankReached(3, 2, 0)),
                        Play.START + 5);

        assertThat(created.sequence()).isEqualTo(1);
        assertThat(changed.sequence()).isEqualTo(2);
        assertThat(changed.changedAtMillis()).isEqualTo(Play.START + 5);
        assertThat(changed.wallet().jokers()).isEqualTo(3);
        assertThat(changed.rank().rank()).isEqualTo(3);
    }

    @Test
    void a_tap_alone_changes_what_it_changes_among_others() {
        PlayerState before = Players.fresh().state();
        Decision decision =
                GameRules.decide(before, new Tap(7), Play.contextAt(Play.START + 9, CATALOG));
        List<GameEvent> events = ((Decision.Accepted) decision).events();

        assertThat(GameRules.evolve(before, PLAYER, events, Play.START + 9))
                .isEqualTo(
                        GameRules.evolve(before, PLAYER, events.getFirst())
                                .nextChange(Play.START + 9));
    }

    @Test
    void the_state_itself_calls_for_ranks_first_and_then_for_the_referral() {
        PlayerState state =
                Players.fresh()
                        .wallet(new Wallet(0, 0, 5_000))
                        .referral(new ReferralState(Players.FRIEND, false, false, 0, 0, 0))
                        .state()
                        .change()
                        .tap(new TapState(50, 0, Play.START, List.of()))
                        .done();
        RuleContext context = Play.contextAt(Play.START, CATALOG);

        GameEvent first = GameRules.reaction(state, TAPPED, context);
        assertThat(first).isEqualTo(new RankReached(2, 1, 0));
        PlayerState ranked = GameRules.evolve(state, PLAYER, new RankReached(2, 1, 0));
        assertThat(GameRules.reaction(ranked, TAPPED, context))
                .isEqualTo(new ReferralQualified(Players.FRIEND, false));
        PlayerState done =
                GameRules.evolve(ranked, PLAYER, new ReferralQualified(Players.FRIEND, false));
        assertThat(GameRules.reaction(done, TAPPED, context)).isNull();
    }
}
