package com.luckyfunatic.engine.player;

import static com.luckyfunatic.engine.fixture.Players.FRIEND;
import static com.luckyfunatic.engine.fixture.Players.PLAYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.booster.BoosterState;
import com.luckyfunatic.engine.card.CardState;
import com.luckyfunatic.engine.connection.ConnectionCommand.ConnectTonWallet;
import com.luckyfunatic.engine.connection.ConnectionState;
import com.luckyfunatic.engine.connection.TonAddress;
import com.luckyfunatic.engine.energy.EnergyState;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.forge.ForgeState;
import com.luckyfunatic.engine.frenzy.FrenzyState;
import com.luckyfunatic.engine.income.IncomeState;
import com.luckyfunatic.engine.item.ItemState;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerCommand.ErasePlayer;
import com.luckyfunatic.engine.player.PlayerEvent.PlayerCreated;
import com.luckyfunatic.engine.rank.RankState;
import com.luckyfunatic.engine.referral.ReferralState;
import com.luckyfunatic.engine.session.SessionState;
import com.luckyfunatic.engine.story.StoryState;
import com.luckyfunatic.engine.tap.TapState;
import com.luckyfunatic.engine.wallet.Wallet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlayerRulesTest {
    @Test
    void a_game_starts_with_nothing_but_energy_and_a_full_bucket() {
        Play play = Play.before(PLAYER, TestCatalog.catalog()).does(new CreatePlayer(FRIEND, true));

        assertThat(play.lastEvents())
                .containsExactly(
                        new PlayerCreated(FRIEND, true, 0, 0, 1_000_000_000, 60_000, Play.START));
        assertThat(play.state())
                .isEqualTo(
                        new PlayerState(
                                PLAYER,
                                1,
                                Play.START,
                                new Wallet(0, 0, 0),
                                new TapState(0, 60_000, Play.START, List.of()),
                                new EnergyState(1_000_000_000, Play.START),
                                new IncomeState(Play.START, Play.START, 0, false, 0),
                                BoosterState.NONE,
                                FrenzyState.EMPTY,
                                CardState.NONE,
                                StoryState.NONE,
                                ForgeState.NONE,
                                ItemState.NONE,
                                RankState.FIRST,
                                new ReferralState(FRIEND, true, false, 0, 0, 0),
                                SessionState.NONE,
                                Pursuits.NONE));
    }

    @Test
    void content_may_give_a_start_that_was_not_earned() {
        Play play = Play.begin(TestCatalog.standard().start(6_000, 7).build());

        assertThat(play.state().wallet()).isEqualTo(new Wallet(6_000, 7, 0));
        assertThat(play.state().rank()).isEqualTo(RankState.FIRST);
    }

    @Test
    void nobody_invites_themselves() {
        assertThat(
                        Play.before(PLAYER, TestCatalog.catalog())
                                .refusalOf(new CreatePlayer(PLAYER, false)))
                .isEqualTo(new PlayerRefusal.SelfReferral(PLAYER));
    }

    @Test
    void a_game_starts_once_so_that_nobody_binds_a_referrer_later() {
        Play play = Play.begin(TestCatalog.catalog());

        assertThat(play.refusalOf(new CreatePlayer(FRIEND, true)))
                .isEqualTo(new PlayerRefusal.PlayerAlreadyExists(PLAYER));
        assertThat(play.state().referral().referrer()).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, (1L << 52) + 1, Long.MAX_VALUE})
    void a_telegram_id_has_52_bits(long telegramId) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TelegramAccount.of(telegramId, "Ann"));
    }

    @Test
    void an_account_may_be_no_more_than_an_id_and_a_name() {
        assertThat(TelegramAccount.of(TelegramAccount.TELEGRAM_ID_MAX, "Ann"))
                .isEqualTo(new TelegramAccount(1L << 52, "Ann", null, null, null, false, null));
        assertThat(TelegramAccount.of(1, "Bo").telegramId()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void a_player_id_is_positive(long value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PlayerId(value));
    }

    @Test
    void an_erased_player_has_nothing_connected_and_keeps_everything_else() {
        Play play =
                Play.from(TestCatalog.catalog(), Players.fresh())
                        .does(
                                new ConnectTonWallet(
                                        new TonAddress("0:" + "0f".repeat(32)),
                                        PLAYER,
                                        Play.START,
                                        0,
                                        Long.MAX_VALUE));
        PlayerState before = play.state();

        play = play.does(new ErasePlayer());

        assertThat(play.lastEvents())
                .containsExactly(new PlayerEvent.PlayerErased(play.state().changedAtMillis()));
        assertThat(before.connections()).isNotEqualTo(ConnectionState.NONE);
        assertThat(play.state())
                .isEqualTo(
                        before.change()
                                .connections(ConnectionState.NONE)
                                .done()
                                .nextChange(play.state().changedAtMillis()));
    }

    @Test
    void of_an_erased_account_nothing_is_known() {
        assertThat(new Profile(PLAYER, TelegramAccount.of(1, "Ann"), FRIEND, "x", 5).erased())
                .isEqualTo(new Profile(PLAYER, TelegramAccount.ERASED, FRIEND, "x", 5));
        assertThatIllegalArgumentException().isThrownBy(() -> TelegramAccount.of(0, "Ann"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TelegramAccount(0, "", null, null, "de", false, null));
    }
}
