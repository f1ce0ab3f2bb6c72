package com.luckyfunatic.engine.testkit;

import static com.luckyfunatic.engine.presence.PresenceRules.IDLE_MILLIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.presence.ClientInfo;
import com.luckyfunatic.engine.presence.PlaySession;
import com.luckyfunatic.engine.presence.PresenceRules;
import com.luckyfunatic.engine.presence.Sighting;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store of sessions does, of those that go on and of those that were flushed. */
public abstract class PlaySessionsContract extends StorageContract {
    private static final ClientInfo PHONE = new ClientInfo("ios", "8.0");
    private static final int STEPS = 60;

    private String sender = "";
    private long batch;
    private long start;

    /** Some moment, and a process that has sent nothing yet. */
    @BeforeEach
    public final void beginAnew() {
        start = clock.millis();
        sender = UUID.randomUUID().toString();
        batch = 0;
    }

    /** Returns a player of this test alone: databases that tests share keep sessions for long. */
    private static PlayerId somebody() {
        return new PlayerId((UUID.randomUUID().getMostSignificantBits() >>> 1) | 1);
    }

    private void record(Sighting... sightings) {
        storage().activeSessions().record(sender, ++batch, List.of(sightings));
    }

    private long flush(long now) {
        return storage().activeSessions().flush(now, storage().sessionHistory()::save);
    }

    private List<PlaySession> history(PlayerId player) {
        return storage().sessionHistory().sessions(player, 0, Long.MAX_VALUE, 100).items();
    }

    private @Nullable PlaySession latest(PlayerId player) {
        return storage().activeSessions().latest(player).orElse(null);
    }

    private static Sighting seen(PlayerId player, long at) {
        return Sighting.request(player, at, ClientInfo.UNKNOWN);
    }

    private static PlaySession session(PlayerId player, long from, long to, long requests) {
        return new PlaySession(player, from, to, requests, 0, ClientInfo.UNKNOWN);
    }

    @Test
    public void who_was_never_seen_has_no_session() {
        PlayerId player = somebody();

        assertThat(latest(player)).isNull();
        assertThat(storage().sessionHistory().sessions(player, 0, Long.MAX_VALUE, 1))
                .isEqualTo(new Page<>(List.of(), false));
        flush(start);
        assertThat(history(player)).isEmpty();
    }

    @Test
    public void requests_and_taps_are_counted_and_flushed() {
        PlayerId player = somebody();
        PlayerId other = somebody();

        record(Sighting.request(player, start, PHONE), seen(other, start + 5));
        record(Sighting.taps(player, start + 20, 7), seen(player, start + 1_000));
        var session = new PlaySession(player, start, start + 1_000, 2, 7, PHONE);

        assertThat(latest(player)).isEqualTo(session);
        assertThat(history(player)).isEmpty();
        assertThat(flush(start + 1_000)).isGreaterThanOrEqualTo(2);
        assertThat(history(player)).containsExactly(session);
        assertThat(history(other)).containsExactly(session(other, start + 5, start + 5, 1));
        assertThat(latest(player)).isEqualTo(session);
    }

    @Test
    public void a_batch_that_comes_again_is_not_counted_again() {
        PlayerId player = somebody();
        PlayerId other = somebody();
        List<Sighting> first = List.of(seen(player, start), seen(other, start));

        storage().activeSessions().record(sender, 1, first);
        storage().activeSessions().record(sender, 1, first);
        storage().activeSessions().record(sender, 2, List.of(seen(player, start + 1)));
        storage().activeSessions().record(sender, 1, first);
        storage().activeSessions().record(sender + "2", 1, List.of(seen(player, start + 2)));

        assertThat(latest(player)).isEqualTo(session(player, start, start + 2, 3));
        assertThat(latest(other)).isEqualTo(session(other, start, start, 1));
    }

    @Test
    public void five_idle_minutes_end_a_session_and_not_a_moment_less() {
        PlayerId player = somebody();
        long goesOn = start + IDLE_MILLIS - 1;
        long begins = goesOn + IDLE_MILLIS;

        record(seen(player, start), seen(player, goesOn));
        assertThat(latest(player)).isEqualTo(session(player, start, goesOn, 2));
        record(seen(player, begins));

        assertThat(latest(player)).isEqualTo(session(player, begins, begins, 1));
        flush(begins);
        assertThat(history(player))
                .containsExactly(
                        session(player, begins, begins, 1), session(player, start, goesOn, 2));
    }

    @Test
    public void sessions_of_one_batch_are_told_apart() {
        PlayerId player = somebody();
        long second = start + IDLE_MILLIS;
        long third = second + 2 * IDLE_MILLIS;

        record(seen(player, start), seen(player, second), seen(player, third));
        flush(third);

        assertThat(history(player))
                .containsExactly(
                        session(player, third, third, 1),
                        session(player, second, second, 1),
                        session(player, start, start, 1));
    }

    @Test
    public void what_is_counted_after_a_flush_is_flushed_by_the_next() {
        PlayerId player = somebody();

        record(seen(player, start));
        flush(start);
        record(seen(player, start + 10));
        flush(start + 20);
        flush(start + 30);

        assertThat(history(player)).containsExactly(session(player, start, start + 10, 2));
    }

    @Test
    public void what_is_counted_during_a_flush_is_not_forgotten() {
        PlayerId player = somebody();
        long over = start + IDLE_MILLIS;
        AtomicBoolean tapped = new AtomicBoolean();

        record(seen(player, start));
        storage()
                .activeSessions()
                .flush(
                        over,
                        sessions -> {
                            storage().sessionHistory().save(sessions);
                            if (tapped.compareAndSet(false, true)) {
                                record(Sighting.taps(player, start + 9, 1));
                            }
                        });
        flush(over);

        assertThat(history(player))
                .containsExactly(
                        new PlaySession(player, start, start + 9, 1, 1, ClientInfo.UNKNOWN));
    }

    @Test
    public void a_flush_that_fails_loses_nothing() {
        PlayerId player = somebody();

        record(seen(player, start));
        assertThatThrownBy(() ->
                        storage()
                                .activeSessions()
                                .flush(
                                        start + IDLE_MILLIS,
                                        _ -> {
                                            throw new StorageUnavailableException("away");
                                        }))
                .isInstanceOf(StorageUnavailableException.class);
        assertThat(latest(player)).isEqualTo(session(player, start, start, 1));
        flush(start + IDLE_MILLIS);

        assertThat(history(player)).containsExactly(session(player, start, start, 1));
    }

    @Test
    public void what_is_over_and_flushed_is_not_kept_any_longer() {
        PlayerId player = somebody();

        record(seen(player, start));
        flush(start + IDLE_MILLIS - 1);
        assertThat(latest(player)).isNotNull();
        flush(start + IDLE_MILLIS);
        assertThat(latest(player)).isNull();

        record(seen(player, start + 2 * IDLE_MILLIS));
        flush(start + 2 * IDLE_MILLIS);
        assertThat(history(player)).hasSize(2);
    }

    @Test
    public void a_clock_that_was_put_back_a_little_changes_nothing() {
        PlayerId player = somebody();

        record(seen(player, start), seen(player, start + 1_000));
        record(seen(player, start - 500));

        assertThat(latest(player)).isEqualTo(session(player, start, start + 1_000, 3));
    }

    @Test
    public void a_clock_that_was_put_back_far_begins_another_session() {
        PlayerId player = somebody();
        long back = start - 2 * IDLE_MILLIS;

        record(seen(player, start));
        record(seen(player, back));
        record(seen(player, back + 1));
        flush(start);

        assertThat(history(player))
                .containsExactly(
                        session(player, start, start, 1), session(player, back, back + 1, 2));
    }

    @Test
    public void the_client_is_what_was_last_said() {
        PlayerId player = somebody();

        record(Sighting.request(player, start, PHONE));
        record(Sighting.request(player, start, new ClientInfo(null, "8.1")));
        record(seen(player, start));
        flush(start);

        assertThat(history(player).getFirst().client()).isEqualTo(new ClientInfo("ios", "8.1"));
    }

    @Test
    public void of_two_states_of_a_session_the_later_stays() {
        PlayerId player = somebody();
        PlaySession early = session(player, start, start + 1, 2);
        PlaySession late =
                new PlaySession(player, start, start + 2, 2, 1, new ClientInfo("web", null));

        storage().sessionHistory().save(List.of(early));
        assertThat(history(player)).containsExactly(early);
        storage().sessionHistory().save(List.of(late));
        storage().sessionHistory().save(List.of(early));

        assertThat(history(player)).containsExactly(late);
    }

    @Test
    public void the_history_is_read_by_time_and_in_pages() {
        PlayerId player = somebody();
        List<PlaySession> saved = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            saved.addFirst(session(player, start + i * 1_000L, start + i * 1_000L, 1));
        }
        storage().sessionHistory().save(saved);
        storage().sessionHistory().save(List.of(session(somebody(), start, start, 1)));
        var history = storage().sessionHistory();

        assertThat(history.sessions(player, 0, Long.MAX_VALUE, 5))
                .isEqualTo(new Page<>(saved, false));
        assertThat(history.sessions(player, 0, Long.MAX_VALUE, 2))
                .isEqualTo(new Page<>(saved.subList(0, 2), true));
        assertThat(history.sessions(player, 0, saved.get(1).startedAtMillis(), 2))
                .isEqualTo(new Page<>(saved.subList(2, 4), true));
        assertThat(history.sessions(player, start + 1_000, start + 3_000, 9))
                .isEqualTo(new Page<>(saved.subList(2, 4), false));
        assertThat(history.sessions(player, start + 1, start + 1_000, 9).items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 101})
    public void a_page_has_a_limit(int limit) {
        PlayerId player = somebody();

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        storage().sessionHistory().sessions(player, 0, Long.MAX_VALUE, limit));
    }

    @Test
    public void after_a_restart_what_was_flushed_goes_on() {
        assumeTrue(capabilities().durable());
        PlayerId player = somebody();

        record(Sighting.request(player, start, PHONE));
        flush(start);
        reopen();
        record(seen(player, start + 5));
        flush(start + 5);

        assertThat(history(player))
                .containsExactly(new PlaySession(player, start, start + 5, 2, 0, PHONE));
    }

    /** Two senders whose batches are repeated at random, against the rules alone. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    public void drawn_days_end_as_the_rules_say(long seed) {
        RandomGenerator random = Seeds.random(seed);
        List<PlayerId> players = List.of(somebody(), somebody(), somebody());
        Map<PlayerId, List<PlaySession>> expected = new HashMap<>();
        long[] batches = new long[2];
        long now = start;
        for (int step = 0; step < STEPS; step++) {
            now += random.nextLong(random.nextBoolean() ? 1_000 : IDLE_MILLIS);
            Sighting[] sightings = new Sighting[1 + random.nextInt(4)];
            for (int i = 0; i < sightings.length; i++) {
                sightings[i] =
                        new Sighting(
                                players.get(random.nextInt(players.size())),
                                now,
                                now + random.nextLong(100),
                                1 + random.nextLong(5),
                                random.nextLong(50),
                                random.nextBoolean() ? PHONE : ClientInfo.UNKNOWN);
            }
            Arrays.stream(sightings)
                    .forEach(each ->
                            count(
                                    expected.computeIfAbsent(each.player(), _ -> new ArrayList<>()),
                                    each));
            int from = random.nextInt(2);
            batches[from]++;
            for (int sent = 0; sent <= random.nextInt(2); sent++) {
                storage().activeSessions().record(sender + from, batches[from], List.of(sightings));
            }
            if (random.nextInt(4) == 0) {
                flush(now);
            }
        }
        flush(now);
        flush(now + IDLE_MILLIS + 100);
        for (PlayerId player : players) {
            assertThat(history(player))
                    .isEqualTo(expected.getOrDefault(player, List.of()).reversed());
            assertThat(latest(player)).isNull();
        }
    }

    private static void count(List<PlaySession> sessions, Sighting sighting) {
        PlaySession before = sessions.isEmpty() ? null : sessions.getLast();
        PlaySession after = PresenceRules.after(before, sighting);
        if (before != null && before.isSame(after)) {
            sessions.removeLast();
        }
        sessions.add(after);
    }
}
