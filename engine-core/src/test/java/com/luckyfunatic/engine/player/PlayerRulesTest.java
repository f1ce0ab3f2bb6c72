package com.luckyfunatic.engine.player;

import static com.luckyfunatic.engine.fixture.Players.FRIEND;
import static com.luckyfunatic.engine.fixture.Players.PLAYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.booster.BoosterState;
import com.luckyfunatic.engine.card.CardState;
import com.luckyfunatic.engine.energy.EnergyState;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.forge.ForgeState;
import com.luckyfunatic.engine.frenzy.FrenzyState;
import com.luckyfunatic.engine.income.IncomeState;
import com.luckyfunatic.engine.item.ItemState;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
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
}
