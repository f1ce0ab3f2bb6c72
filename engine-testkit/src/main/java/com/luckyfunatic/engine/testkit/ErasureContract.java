package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.Login;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.connection.ConnectionCommand.ConnectTonWallet;
import com.luckyfunatic.engine.connection.ConnectionState;
import com.luckyfunatic.engine.connection.TonAddress;
import com.luckyfunatic.engine.platform.PlatformAccountId;
import com.luckyfunatic.engine.player.PlayerCommand.ErasePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.storage.PlatformAccounts.LinkOutcome;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That a person can be forgotten on every storage, while the player's amounts stay. */
public abstract class ErasureContract extends StorageContract {
    private GameEngine engine;

    /** Starts a game on the storage. */
    @BeforeEach
    public final void startEngine() {
        engine = newEngine();
    }

    private GameEngine newEngine() {
        return GameEngine.builder(storage())
                .clock(clock)
                // Worker 0 makes the ids of the contract itself.
                .worker(1)
                .build(TestCatalogs.full());
    }

    @Test
    public void an_erased_player_keeps_the_amounts_and_the_person_starts_anew() {
        TelegramAccount account = account();
        PlayerId player = engine.logIn(account, null).profile().id();
        engine.execute(player, new Tap(5));
        connectWallet(player);

        Answer answer = engine.erase(erasure(player));

        assertThat(answer.repeated()).isFalse();
        assertErased(player, account);
        assertThat(state(player).wallet().funz()).isEqualTo(5);
        Login anew = engine.logIn(account, null);
        assertThat(anew.isNew()).isTrue();
        assertThat(anew.profile().id()).isNotEqualTo(player);
        assertThat(anew.state().wallet().funz()).isZero();
        assertErased(player);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    public void an_erasure_that_was_interrupted_is_finished_by_a_repeat(int steps) {
        TelegramAccount account = account();
        PlayerId player = engine.logIn(account, null).profile().id();
        connectWallet(player);
        engine.execute(erasure(player));
        if (steps > 1) {
            storage().directory().erase(player);
        }
        if (steps > 2) {
            storage().platformAccounts().unlink(player);
        }
        if (steps > 3) {
            engine.erase(erasure(player));
        }

        assertThat(engine.erase(erasure(player)).repeated()).isTrue();

        assertErased(player, account);
    }

    @Test
    public void who_has_registered_and_never_played_is_erased_too() {
        TelegramAccount account = account();
        PlayerId player = unknownPlayer();
        storage().directory().register(new Profile(player, account, null, null, clock.millis()));

        Answer answer = engine.erase(erasure(player));

        assertThat(answer.outcome()).isInstanceOf(Outcome.Refused.class);
        assertThat(storage().directory().findByTelegramId(account.telegramId())).isEmpty();
    }

    private CommandEnvelope erasure(PlayerId player) {
        return new CommandEnvelope(
                player,
                new OperationId("erase"),
                clock.millis(),
                new Actor.Operator("ada"),
                new ErasePlayer());
    }

    private void connectWallet(PlayerId player) {
        TonAddress wallet = wallet(player);
        long now = clock.millis();
        storage().directory().claimWallet(wallet, player);
        storage().platformAccounts().link(player, platformAccount(player));
        engine.execute(
                player,
                new OperationId("connect"),
                new ConnectTonWallet(wallet, player, now, now, now));
        assertThat(state(player).connections().ton()).isNotNull();
    }

    private static TonAddress wallet(PlayerId player) {
        return new TonAddress("0:" + String.format(Locale.ROOT, "%064x", player.value()));
    }

    private void assertErased(PlayerId player, TelegramAccount account) {
        assertErased(player);
        assertThat(storage().directory().findByTelegramId(account.telegramId())).isEmpty();
    }

    private void assertErased(PlayerId player) {
        assertThat(storage().directory().profile(player))
                .hasValueSatisfying(profile -> assertThat(profile.isErased()).isTrue());
        assertThat(storage().directory().walletOwner(wallet(player))).isEmpty();
        assertThat(storage().platformAccounts().accountOf(player)).isEmpty();
        assertThat(state(player).connections()).isEqualTo(ConnectionState.NONE);
        CompletableFuture<Admission> admission = new CompletableFuture<>();
        storage()
                .admissions()
                .admission(player, admission::complete, admission::completeExceptionally);
        assertThat(admission.join().accepts(Long.MAX_VALUE)).isFalse();
    }

    @Test
    public void an_erasure_survives_closing() {
        assumeTrue(capabilities().durable());
        TelegramAccount account = account();
        PlayerId player = engine.logIn(account, null).profile().id();
        engine.execute(player, new Tap(5));
        connectWallet(player);
        engine.erase(erasure(player));

        reopen();

        assertErased(player, account);
        assertThat(state(player).wallet().funz()).isEqualTo(5);
        assertThat(newEngine().logIn(account, null).isNew()).isTrue();
    }

    @Test
    public void an_id_of_another_command_erases_nobody() {
        TelegramAccount account = account();
        PlayerId player = engine.logIn(account, null).profile().id();
        engine.execute(player, new OperationId("erase"), new Tap(5));

        Answer answer = engine.erase(erasure(player));

        assertThat(answer.outcome()).isInstanceOf(Outcome.OperationIdReused.class);
        assertThat(storage().directory().findByTelegramId(account.telegramId()))
                .hasValueSatisfying(profile -> assertThat(profile.id()).isEqualTo(player));
    }

    @Test
    public void what_was_connected_is_free_for_others() {
        PlayerId player = engine.logIn(account(), null).profile().id();
        PlayerId other = engine.logIn(account(), null).profile().id();
        connectWallet(player);
        assertThat(storage().directory().claimWallet(wallet(player), other)).isEqualTo(player);

        engine.erase(erasure(player));

        assertThat(storage().directory().claimWallet(wallet(player), other)).isEqualTo(other);
        assertThat(storage().platformAccounts().link(other, platformAccount(player)))
                .isEqualTo(LinkOutcome.LINKED);
    }

    private static PlatformAccountId platformAccount(PlayerId player) {
        return new PlatformAccountId("p-" + player);
    }

    private static TelegramAccount account() {
        return TelegramAccount.of(
                ThreadLocalRandom.current().nextLong(1, TelegramAccount.TELEGRAM_ID_MAX), "Ada");
    }
}
