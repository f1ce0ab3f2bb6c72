package com.luckyfunatic.engine.session;

import static com.luckyfunatic.engine.fixture.TestCatalog.EXCHANGE;
import static com.luckyfunatic.engine.fixture.TestCatalog.MINER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.booster.BoosterCommand.ActivateBooster;
import com.luckyfunatic.engine.card.CardCommand.BuyCardLevel;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.TestBoosters;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.income.IncomeCommand.CollectIncome;
import com.luckyfunatic.engine.income.IncomeEvent.IncomeCollected;
import com.luckyfunatic.engine.income.IncomeResult.PassiveIncome;
import com.luckyfunatic.engine.session.SessionCommand.LogIn;
import com.luckyfunatic.engine.session.SessionEvent.LoggedIn;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A miner earns 100 funz per hour; the first command after a login collects them. */
class CollectAtLoginTest {
    private static final PassiveIncome AN_HOUR = new PassiveIncome(100, 3_600_000, false);

    @Test
    void a_login_is_kept_and_collects_nothing_itself() {
        Play play = anHourOfAMiner();
        Answer answer = play.execute(new LogIn(5));

        assertThat(answer.passiveIncome()).isEqualTo(PassiveIncome.NONE);
        assertThat(play.lastEvents()).containsExactly(new LoggedIn(5, play.now()));
        assertThat(play.state().session()).isEqualTo(new SessionState(5, play.now()));
        assertThat(play.state().wallet().funz()).isZero();
    }

    @Test
    void the_first_command_collects_before_it_is_decided() {
        Play play =
                Play.from(TestCatalog.catalog(), Players.fresh().card(MINER, 1).wallet(1_900, 0))
                        .after(Duration.ofHours(1))
                        .does(new LogIn(5));
        Answer answer = play.execute(new BuyCardLevel(EXCHANGE, 2_000L));

        assertThat(answer.outcome()).isInstanceOf(Outcome.Accepted.class);
        assertThat(answer.passiveIncome()).isEqualTo(AN_HOUR);
        assertThat(play.lastEvents())
                .startsWith(new IncomeCollected(100, 0, 3_600_000, false, 0, play.now(), 0));
        assertThat(play.state().wallet().funz()).isZero();
    }

    @Test
    void the_second_command_does_not_collect_again() {
        Play play = anHourOfAMiner().does(new LogIn(5)).does(new Tap(1));
        Answer second = play.after(Duration.ofHours(1)).execute(new Tap(1));

        assertThat(second.passiveIncome()).isEqualTo(PassiveIncome.NONE);
        assertThat(play.state().wallet().funz()).isEqualTo(102);
    }

    @Test
    void without_a_login_a_command_collects_nothing() {
        Play play = anHourOfAMiner();

        assertThat(play.execute(new Tap(1)).passiveIncome()).isEqualTo(PassiveIncome.NONE);
        assertThat(play.state().wallet().funz()).isEqualTo(1);
    }

    @Test
    void a_refused_command_leaves_it_due() {
        Play play = anHourOfAMiner().does(new LogIn(5));
        Answer refused = play.execute(new ActivateBooster(TestBoosters.INCOME_SURGE));

        assertThat(refused.passiveIncome()).isEqualTo(PassiveIncome.NONE);
        assertThat(play.state().wallet().funz()).isZero();
        assertThat(play.execute(new Tap(1)).passiveIncome()).isEqualTo(AN_HOUR);
    }

    @Test
    void collecting_after_a_login_collects_once_even_at_once() {
        Play play = anHourOfAMiner().does(new CollectIncome()).does(new LogIn(5));
        Answer read = play.execute(new CollectIncome());

        assertThat(read.passiveIncome()).isEqualTo(PassiveIncome.NONE);
        assertThat(play.state().income().collectOnNextCommand()).isFalse();
        assertThat(play.after(Duration.ofHours(1)).execute(new Tap(1)).passiveIncome())
                .isEqualTo(PassiveIncome.NONE);
    }

    @Test
    void any_read_of_the_game_collects() {
        Play play = anHourOfAMiner();

        assertThat(play.execute(new CollectIncome()).passiveIncome()).isEqualTo(AN_HOUR);
        assertThat(play.state().wallet().funz()).isEqualTo(100);
    }

    @Test
    void another_login_before_the_first_command_leaves_it_due() {
        Play play = anHourOfAMiner().does(new LogIn(5)).does(new LogIn(6));

        assertThat(play.execute(new Tap(1)).passiveIncome()).isEqualTo(AN_HOUR);
    }

    @Test
    void what_others_cause_does_not_collect() {
        Play play = anHourOfAMiner().does(new LogIn(5));
        Answer gift =
                play.execute(
                        new AdjustBalance(Currency.FUNZ, 1, "a gift"), new Actor.Operator("ann"));

        assertThat(gift.passiveIncome()).isEqualTo(PassiveIncome.NONE);
        assertThat(play.state().wallet().funz()).isEqualTo(1);
        assertThat(play.execute(new Tap(1)).passiveIncome()).isEqualTo(AN_HOUR);
    }

    @Test
    void a_session_is_positive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LogIn(0));
        assertThat(new LogIn(1).session()).isEqualTo(1);
    }

    private static Play anHourOfAMiner() {
        return Play.from(TestCatalog.catalog(), Players.fresh().card(MINER, 1))
                .after(Duration.ofHours(1));
    }
}
