package com.luckyfunatic.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.RuleHandler;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.Handled;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithRedis;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.storage.redis.RedisJournal.Unarchived;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which of a player's changes a snapshot of his has to take along. */
@WithRedis
class JournalChainIT {
    private static final int LANE = 3;

    /** As many as the journal is asked for. */
    private static final int UNARCHIVED_MAX = 1_000;

    private static final long AT = 1_790_000_000_000L;
    private static final Actor ADA = new Actor.Operator("ada");

    private final HotRedis redis;
    private final PlayerId player;
    private final AtomicLong changeIds = new AtomicLong();
    private final RuleHandler rules =
            new RuleHandler(
                    TestCatalogs.full(), new SplittableRandom(1), changeIds::incrementAndGet);

    private @Nullable PlayerState state;
    private PlayerVersion version = new PlayerVersion(0, 0, 0, 0);

    JournalChainIT(RedisAddress address) {
        redis = new HotRedis(address);
        player = redis.player(LANE);
    }

    /** A player who has changed once. */
    @BeforeEach
    void create() {
        redis.forget(LANE);
        if (redis.players.read(player, null) instanceof RedisPlayers.Read.NotLoaded(long known)) {
            version = new PlayerVersion(known, 1, 0, 0);
        }
        change(new CreatePlayer(null, false));
    }

    @AfterEach
    void close() {
        redis.close();
    }

    /** Changes the player once more, and returns him as he is then. */
    private PlayerVersion change(Command command) {
        var _ = commit(Actor.Player.SELF, command);
        return version;
    }

    /** Changes the player once more, and returns what Redis has told of his changes with that. */
    private @Nullable Unarchived commit(Actor actor, Command command) {
        long now = AT + changeIds.get() * 1_000;
        CommandEnvelope envelope = new CommandEnvelope(player, null, now, actor, command);
        Handled handled = rules.handle(state, envelope);
        PlayerState after = Objects.requireNonNull(handled.answer().state());
        StateChange change = Objects.requireNonNull(handled.change());
        boolean isHard = change.durability() == Durability.HARD;
        RedisPlayers.Commit commit =
                new RedisPlayers.Commit(
                        player,
                        // Redis still knows those of other tests.
                        isHard ? OperationId.own("change " + UUID.randomUUID()) : null,
                        version,
                        state,
                        after,
                        change,
                        isHard ? kept(command, handled, change) : null,
                        null,
                        now);
        RedisPlayers.Committed committed = redis.players.commit(commit);
        assertThat(committed).isInstanceOf(RedisPlayers.Committed.Done.class);
        version = RedisPlayers.versionAfter(version, change);
        state = after;
        return ((RedisPlayers.Committed.Done) committed).unarchived();
    }

    private KeptAnswer kept(Command command, Handled handled, StateChange change) {
        return KeptAnswer.of(
                handled.answer(), redis.codec.fingerprint(command), change, redis.codec);
    }

    private @Nullable Unarchived hardChange() {
        return commit(ADA, new AdjustBalance(Currency.FUNZ, 5, "lost: ticket 81"));
    }

    private PlayerVersion tap() {
        return change(new Tap(1));
    }

    private List<Long> unarchived(PlayerVersion upTo) {
        return ((Unarchived.Known) redis.journal.unarchived(player, upTo))
                .entries().stream()
                        .map(named -> Objects.requireNonNull(named.entry()).version().sequence())
                        .toList();
    }

    @Test
    void they_are_all_that_the_journal_has_up_to_the_snapshot_in_order() {
        PlayerVersion second = tap();
        PlayerVersion third = tap();

        assertThat(unarchived(third)).containsExactly(1L, 2L, 3L);
        assertThat(unarchived(second)).containsExactly(1L, 2L);
    }

    @Test
    void what_was_trimmed_is_none_of_them() {
        String first = redis.stored(LANE).lastName();
        tap();

        assertThat(redis.journal.askToTrim(LANE, version.generation(), first).getAsBoolean())
                .isTrue();

        assertThat(unarchived(version)).containsExactly(2L);
    }

    @Test
    void a_snapshot_of_who_has_changed_meanwhile_cuts_nothing_off() {
        PlayerVersion written = tap();
        PlayerVersion later = tap();

        assertThat(redis.players.markFlushed(player, written, AT)).isFalse();

        assertThat(unarchived(later)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void after_a_snapshot_a_new_chain_begins() {
        tap();

        assertThat(redis.players.markFlushed(player, version, AT)).isTrue();

        assertThat(unarchived(version)).isEmpty();
        assertThat(unarchived(tap())).containsExactly(3L);
    }

    @Test
    void who_has_changed_more_often_than_a_snapshot_takes_along_is_told_apart() {
        for (int i = 1; i < UNARCHIVED_MAX; i++) {
            tap();
        }
        assertThat(unarchived(version)).hasSize(UNARCHIVED_MAX);

        tap();

        assertThat(redis.journal.unarchived(player, version)).isEqualTo(new Unarchived.TooMany());
    }

    @Test
    void a_hard_change_is_told_together_with_all_before_it_that_are_not_archived() {
        tap();

        Unarchived told = hardChange();

        assertThat(told).isEqualTo(redis.journal.unarchived(player, version));
        assertThat(unarchived(version)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_hard_change_brings_none_that_are_archived() {
        String first = redis.stored(LANE).lastName();
        tap();
        assertThat(redis.journal.askToTrim(LANE, version.generation(), first).getAsBoolean())
                .isTrue();

        Unarchived told = hardChange();

        assertThat(told).isEqualTo(redis.journal.unarchived(player, version));
        assertThat(unarchived(version)).containsExactly(2L, 3L);
    }

    @Test
    void of_any_other_change_nothing_is_told() {
        assertThat(commit(Actor.Player.SELF, new Tap(1))).isNull();
    }

    @Test
    void a_hard_change_with_too_many_before_it_says_so() {
        for (int i = 1; i < UNARCHIVED_MAX; i++) {
            tap();
        }
        assertThat(hardChange()).isInstanceOf(Unarchived.Known.class);

        assertThat(hardChange()).isEqualTo(new Unarchived.TooMany());
    }

    @Test
    void nothing_is_known_of_who_was_read_before_redis_lost_something() {
        PlayerVersion before =
                new PlayerVersion(version.generation() - 1, version.epoch(), version.sequence(), 0);

        assertThat(redis.journal.unarchived(player, before)).isEqualTo(new Unarchived.Lost());
    }

    @Test
    void who_is_loaded_and_was_further_here_keeps_his_chain() {
        PlayerVersion behind = new PlayerVersion(version.generation(), 2, 0, 0);
        tap();

        assertThat(redis.players.hydrate(player, behind, null, AT))
                .isEqualTo(RedisPlayers.Hydrated.KEPT);

        assertThat(unarchived(version)).containsExactly(1L, 2L);
    }

    @Test
    void who_is_loaded_further_than_he_was_here_begins_a_new_chain() {
        PlayerState loaded = Objects.requireNonNull(state).change().version(9, AT + 60_000).done();
        PlayerVersion ahead = new PlayerVersion(version.generation(), 2, 9, 77);

        assertThat(redis.players.hydrate(player, ahead, loaded, AT))
                .isEqualTo(RedisPlayers.Hydrated.REPLACED);

        assertThat(unarchived(ahead)).isEmpty();
        state = loaded;
        version = ahead;
        assertThat(unarchived(tap())).containsExactly(10L);
    }
}
