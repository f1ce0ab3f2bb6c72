package com.luckyfunatic.storage.distributed;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.devservers.RedisServer;
import com.luckyfunatic.devservers.RedisVersion;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.tap.TapSequence;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.OwnServers;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import com.luckyfunatic.engine.testkit.servers.WithOwnServers;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.storage.redis.Partitions;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Redis is lost before the drain has come to the changes that a snapshot in MySQL contains: whoever
 * wrote the snapshot has to have stored what belongs to them.
 */
@WithOwnServers
@WithMySql
@WithCassandra
@TestInstance(Lifecycle.PER_CLASS)
class UndrainedLossIT {
    private static final AtomicLong ACCOUNTS = new AtomicLong(5_000);
    private static final OperationId FIRST = new OperationId("first");
    private static final OperationId SECOND = new OperationId("second");
    private static final long SESSION = 7_421_337_042_817_024L;

    /** More than a snapshot takes along. */
    private static final int MANY = 1_001;

    private final RedisServer redis;
    private final MortalLedger mortal = new MortalLedger();
    private final DistributedStorage storage;
    private final GameEngine engine;
    private final PlayerId player;

    UndrainedLossIT(OwnServers servers, MySqlAddress mySql, CassandraAddress cassandra) {
        redis = servers.redis(RedisVersion.NEWEST, "--appendonly", "no");
        storage =
                DistributedStorage.open(
                        TestDatabases.on(
                                new RedisAddress(redis.uri(), "undrained:"), mySql, cassandra),
                        InstantSource.system(),
                        mortal::over);
        engine = GameEngine.on(storage, TestCatalogs.full());
        player = newPlayer();
        storage.workers().finish();
    }

    @AfterAll
    void close() {
        storage.close();
    }

    private PlayerId newPlayer() {
        return engine.logIn(TelegramAccount.of(ACCOUNTS.incrementAndGet(), "Ann"), null)
                .profile()
                .id();
    }

    private void wipe() {
        redis.kill();
        redis.restart();
        RedisLossIT.untilAnswered(() -> engine.player(player));
    }

    private PlayerState state(PlayerId each) {
        return engine.player(each).orElseThrow();
    }

    private static AdjustBalance jokers(long amount) {
        return new AdjustBalance(Currency.JOKERS, amount, "test");
    }

    private void checkHistoryIsComplete(PlayerId each) {
        storage.workers().finish();
        PlayerState state = state(each);
        List<StateChange> changes =
                storage.players().history(each, Long.MAX_VALUE, Page.LIMIT_MAX).items();
        assertThat(changes)
                .extracting(StateChange::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, state.sequence())
                                .map(i -> state.sequence() + 1 - i)
                                .boxed()
                                .toList());
        assertThat(changes.getFirst().walletAfter()).isEqualTo(state.wallet());
    }

    @Test
    void a_soft_operation_is_known_when_it_is_in_a_flushed_snapshot() {
        PlayerId ann = newPlayer();
        engine.execute(ann, FIRST, new Tap(3));
        storage.workers().flush();
        wipe();

        assertThat(engine.execute(ann, FIRST, new Tap(3)).repeated()).isTrue();
        assertThat(state(ann).tap().taps()).isEqualTo(3);
        checkHistoryIsComplete(ann);
    }

    @Test
    void a_repeat_is_not_told_that_done_is_what_redis_loses_meanwhile() {
        PlayerId ann = newPlayer();
        storage.workers().finish();
        mortal.isDead = true;
        assertThatThrownBy(() -> engine.execute(ann, FIRST, jokers(5)))
                .isInstanceOf(StorageUnavailableException.class);
        mortal.isDead = false;

        // Redis has the answer, MySQL does not, and before that is made good Redis has nothing.
        mortal.afterAnswer(this::wipe);
        assertThatThrownBy(() -> engine.execute(ann, FIRST, jokers(5)))
                .isInstanceOf(StorageUnavailableException.class);

        assertThat(engine.execute(ann, FIRST, jokers(5)).repeated()).isFalse();
        assertThat(state(ann).wallet().jokers()).isEqualTo(5);
        checkHistoryIsComplete(ann);
    }

    @Test
    void whoever_was_slow_does_not_answer_for_what_was_carried_out_anew() {
        PlayerId ann = newPlayer();
        storage.workers().finish();

        mortal.beforeCommit(() -> {
            wipe();
            assertThat(engine.execute(ann, FIRST, jokers(5)).repeated()).isFalse();
        });
        assertThatThrownBy(() -> engine.execute(ann, FIRST, jokers(5)))
                .isInstanceOf(StorageUnavailableException.class);

        assertThat(engine.execute(ann, FIRST, jokers(5)).repeated()).isTrue();
        assertThat(state(ann).wallet().jokers()).isEqualTo(5);
        checkHistoryIsComplete(ann);
    }

    @Test
    void a_soft_operation_is_known_when_a_hard_change_has_written_it() {
        PlayerId ann = newPlayer();
        engine.execute(ann, new Tap(1));
        engine.execute(ann, FIRST, new Tap(3));
        engine.execute(ann, SECOND, jokers(5));
        wipe();

        assertThat(engine.execute(ann, FIRST, new Tap(3)).repeated()).isTrue();
        assertThat(engine.execute(ann, SECOND, jokers(5)).repeated()).isTrue();
        assertThat(state(ann).tap().taps()).isEqualTo(4);
        assertThat(state(ann).wallet().jokers()).isEqualTo(5);
        checkHistoryIsComplete(ann);
    }

    @Test
    void a_hard_operation_whose_server_died_is_known_when_another_change_has_written_it() {
        PlayerId ann = newPlayer();
        mortal.isDead = true;
        assertThatThrownBy(() -> engine.execute(ann, FIRST, jokers(5)))
                .isInstanceOf(StorageUnavailableException.class);
        mortal.isDead = false;
        engine.execute(ann, SECOND, jokers(7));
        wipe();

        assertThat(engine.execute(ann, FIRST, jokers(5)).repeated()).isTrue();
        assertThat(state(ann).wallet().jokers()).isEqualTo(12);
        checkHistoryIsComplete(ann);
    }

    @Test
    void a_hard_operation_whose_server_died_is_known_when_a_flush_has_written_it() {
        PlayerId ann = newPlayer();
        mortal.isDead = true;
        assertThatThrownBy(() -> engine.execute(ann, FIRST, jokers(5)))
                .isInstanceOf(StorageUnavailableException.class);
        mortal.isDead = false;
        storage.workers().flush();
        wipe();

        assertThat(engine.execute(ann, FIRST, jokers(5)).repeated()).isTrue();
        assertThat(state(ann).wallet().jokers()).isEqualTo(5);
        checkHistoryIsComplete(ann);
    }

    @Test
    void a_hard_operation_that_was_lost_with_its_server_is_carried_out_when_it_is_repeated() {
        PlayerId ann = newPlayer();
        mortal.isDead = true;
        assertThatThrownBy(() -> engine.execute(ann, FIRST, jokers(5)))
                .isInstanceOf(StorageUnavailableException.class);
        mortal.isDead = false;
        wipe();

        assertThat(engine.execute(ann, FIRST, jokers(5)).repeated()).isFalse();
        assertThat(state(ann).wallet().jokers()).isEqualTo(5);
        checkHistoryIsComplete(ann);
    }

    @Test
    void changes_without_an_operation_are_in_the_history_when_they_are_in_a_snapshot() {
        PlayerId ann = newPlayer();
        for (int i = 0; i < 10; i++) {
            engine.execute(ann, new Tap(1));
        }
        storage.workers().flush();
        wipe();

        assertThat(state(ann).tap().taps()).isEqualTo(10);
        checkHistoryIsComplete(ann);
    }

    @Test
    void what_was_archived_and_not_audited_is_in_the_history() {
        PlayerId ann = newPlayer();
        engine.execute(ann, new Tap(1));
        storage.workers().archive();
        wipe();

        checkHistoryIsComplete(ann);
    }

    @Test
    void who_logs_in_after_a_server_died_in_his_creation_is_let_in_for_good() {
        TelegramAccount eve = TelegramAccount.of(ACCOUNTS.incrementAndGet(), "Eve");
        mortal.isDead = true;
        assertThatThrownBy(() -> engine.logIn(eve, null))
                .isInstanceOf(StorageUnavailableException.class);
        mortal.isDead = false;

        PlayerId let = engine.logIn(eve, null).profile().id();
        wipe();

        assertThat(engine.player(let)).isPresent();
        checkHistoryIsComplete(let);
    }

    @Test
    void for_a_newcomer_nothing_is_read_that_was_archived_long_before_he_joined() {
        long before = System.currentTimeMillis();

        PlayerId ann = newPlayer();

        assertThat(mortal.archiveReadFromMillis).isGreaterThan(before - 120_000);
        assertThat(state(ann).sequence()).isPositive();
    }

    /** Each leaves an entry in the journal, whether it counts or not. */
    private void tapNumbered(PlayerId each, int taps) {
        for (int i = 0; i < taps; i++) {
            engine.execute(each, new Tap(1, new TapSequence(SESSION, i)));
        }
    }

    private PlayerId neighbourOf(PlayerId each) {
        int partition = Partitions.STANDARD.of(each);
        PlayerId other = newPlayer();
        while (Partitions.STANDARD.of(other) != partition) {
            other = newPlayer();
        }
        return other;
    }

    @Test
    void hard_changes_go_on_however_many_changes_of_others_wait() {
        PlayerId ann = newPlayer();
        tapNumbered(neighbourOf(ann), MANY);
        engine.execute(ann, FIRST, new Tap(3));

        engine.execute(ann, SECOND, jokers(5));
        wipe();

        assertThat(engine.execute(ann, FIRST, new Tap(3)).repeated()).isTrue();
        assertThat(engine.execute(ann, SECOND, jokers(5)).repeated()).isTrue();
        checkHistoryIsComplete(ann);
    }

    @Test
    void a_player_with_too_many_changes_of_his_own_waits_for_the_drain() {
        PlayerId ann = newPlayer();
        tapNumbered(ann, MANY);
        assertThatThrownBy(() -> engine.execute(ann, FIRST, jokers(5)))
                .isInstanceOf(StorageUnavailableException.class)
                .hasMessageContaining("the drain does not keep up");

        storage.workers().archive();

        Answer answer = engine.execute(ann, FIRST, jokers(5));
        assertThat(answer.repeated()).isTrue();
        // On a slow machine so many taps are paid that a rank brought some, too.
        assertThat(state(ann).wallet()).isEqualTo(requireNonNull(answer.state()).wallet());
    }
}
