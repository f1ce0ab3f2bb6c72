package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.account.AdmissionChange;
import com.luckyfunatic.engine.account.Admissions;
import com.luckyfunatic.engine.account.Ban;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.GameStorage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bans and ended logins, as every storage keeps them. */
public abstract class AdmissionsContract extends StorageContract {
    private static final Ban BAN = new Ban(2_000, "macros", "operator:ada", 1_000);

    /**
     * Nobody registers whom this is about, so that no id of the storage tells it from other tests'.
     */
    private static final AtomicLong STRANGERS =
            new AtomicLong((1L << 52) + ThreadLocalRandom.current().nextLong(1L << 51));

    private static PlayerId stranger() {
        return new PlayerId(STRANGERS.addAndGet(2));
    }

    @Test
    public void somebody_about_whom_nothing_was_decided_is_free() {
        assertThat(admission(stranger())).isEqualTo(Admission.FREE);
    }

    @Test
    public void a_ban_is_kept_to_the_letter() {
        PlayerId player = new PlayerId((1L << 53) + (stranger().value() | 1));
        Ban ban =
                new Ban(
                        Ban.FOR_EVER,
                        "🦊'; -- ".repeat(62) + "🦊",
                        "o".repeat(Ban.ACTOR_LENGTH_MAX),
                        clock.millis());

        admissions().ban(player, ban);

        assertThat(admission(player)).isEqualTo(new Admission(ban, 0));
        assertThat(admission(new PlayerId(player.value() - 1))).isEqualTo(Admission.FREE);
    }

    @Test
    public void a_later_ban_takes_the_place_of_the_one_before() {
        PlayerId player = stranger();
        Ban shorter = new Ban(1_500, "second thoughts", "operator:eve", 1_100);
        admissions().ban(player, BAN);

        admissions().ban(player, shorter);

        assertThat(admission(player)).isEqualTo(new Admission(shorter, 0));
    }

    @Test
    public void a_lifted_ban_is_gone() {
        PlayerId player = stranger();
        admissions().ban(player, BAN);

        admissions().unban(player);
        assertThat(admission(player)).isEqualTo(Admission.FREE);

        admissions().unban(player);
        assertThat(admission(player)).isEqualTo(Admission.FREE);
    }

    @Test
    public void an_end_of_logins_is_never_taken_back() {
        PlayerId player = stranger();

        admissions().endLogins(player, 5_000);
        assertThat(admission(player)).isEqualTo(new Admission(null, 5_000));
        admissions().endLogins(player, 4_999);
        assertThat(admission(player)).isEqualTo(new Admission(null, 5_000));
        admissions().endLogins(player, 5_001);
        assertThat(admission(player)).isEqualTo(new Admission(null, 5_001));
        admissions().endLogins(player, Admission.LOGINS_ENDED_FOR_EVER);
        admissions().endLogins(player, 5_002);
        assertThat(admission(player))
                .isEqualTo(new Admission(null, Admission.LOGINS_ENDED_FOR_EVER));
    }

    @Test
    public void a_ban_and_an_end_of_logins_leave_each_other_alone() {
        PlayerId player = stranger();

        admissions().endLogins(player, 5_000);
        admissions().ban(player, BAN);
        assertThat(admission(player)).isEqualTo(new Admission(BAN, 5_000));
        admissions().endLogins(player, 6_000);
        assertThat(admission(player)).isEqualTo(new Admission(BAN, 6_000));
        admissions().unban(player);
        assertThat(admission(player)).isEqualTo(new Admission(null, 6_000));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    public void whatever_is_done_in_whatever_order_is_what_is_answered(long seed) {
        RandomGenerator random = Seeds.random(seed);
        List<PlayerId> players = IntStream.range(0, 5).mapToObj(_ -> stranger()).toList();
        Admission[] expected = new Admission[players.size()];
        Arrays.fill(expected, Admission.FREE);
        for (int step = 0; step < 60; step++) {
            int i = random.nextInt(players.size());
            PlayerId player = players.get(i);
            long at = 1 + random.nextLong(10_000);
            switch (random.nextInt(3)) {
                case 0 -> {
                    Ban ban = new Ban(at, "step " + step, "job", at);
                    admissions().ban(player, ban);
                    expected[i] = expected[i].banned(ban);
                }
                case 1 -> {
                    admissions().unban(player);
                    expected[i] = expected[i].unbanned();
                }
                default -> {
                    admissions().endLogins(player, at);
                    expected[i] = expected[i].withLoginsEnded(at);
                }
            }
            assertThat(admission(player)).isEqualTo(expected[i]);
        }
        for (int i = 0; i < expected.length; i++) {
            assertThat(admission(players.get(i))).isEqualTo(expected[i]);
        }
    }

    @Test
    public void what_was_decided_holds_for_every_question_after_it() {
        List<PlayerId> players = IntStream.range(0, 20).mapToObj(_ -> stranger()).toList();
        AtomicInteger missed = new AtomicInteger();

        Together.run(
                20,
                i -> {
                    PlayerId mine = players.get(i);
                    for (int round = 1; round <= 20; round++) {
                        admission(players.get((i + round) % players.size()));
                        admissions().endLogins(mine, round);
                        if (admission(mine).loginsEndedAtMillis() != round) {
                            missed.incrementAndGet();
                        }
                    }
                    return true;
                });

        assertThat(missed).hasValue(0);
    }

    @Test
    public void ends_and_bans_at_once_lose_nothing() {
        PlayerId player = stranger();

        Together.run(
                20,
                i -> {
                    if (i % 2 == 0) {
                        admissions().endLogins(player, 1_000 + i);
                    } else {
                        admissions().ban(player, new Ban(1_000 + i, "at once", "job", i));
                    }
                    return true;
                });

        Admission left = admission(player);
        assertThat(left.loginsEndedAtMillis()).isEqualTo(1_018);
        assertThat(left.ban()).isNotNull();
    }

    private static AdmissionChange change(
            String operation, PlayerId player, Admission before, Admission after) {
        return new AdmissionChange(
                OperationId.own("plan:" + player + operation),
                player,
                before,
                after,
                "'\u0434\u0430' \ud83e\udd8a",
                "operator:ada",
                4_000);
    }

    @Test
    public void a_change_of_what_was_seen_is_made_and_kept_whole() {
        PlayerId player = stranger();
        Admission banned = Admission.FREE.banned(BAN);
        AdmissionChange first = change("a", player, Admission.FREE, banned);
        AdmissionChange second = change("b", player, banned, banned.withLoginsEnded(7_000));
        AdmissionChange third = change("c", player, second.after(), second.after().unbanned());
        assertThat(admissions().changed(first.operation())).isEmpty();

        for (AdmissionChange each : List.of(first, second, third)) {
            assertThat(admissions().change(each)).hasValue(each);
            assertThat(admission(player)).isEqualTo(each.after());
            assertThat(admissions().changed(each.operation())).hasValue(each);
        }
    }

    @Test
    public void a_change_of_something_else_than_was_seen_is_not_made() {
        PlayerId player = stranger();
        Admission banned = Admission.FREE.banned(BAN);
        AdmissionChange late = change("a", player, Admission.FREE, banned);
        admissions().endLogins(player, 5_000);

        assertThat(admissions().change(late)).isEmpty();

        assertThat(admission(player)).isEqualTo(new Admission(null, 5_000));
        assertThat(admissions().changed(late.operation())).isEmpty();
        AdmissionChange lift = change("b", player, banned, Admission.FREE);
        assertThat(admissions().change(lift)).isEmpty();
        assertThat(admission(player)).isEqualTo(new Admission(null, 5_000));
    }

    @Test
    public void a_change_is_made_once_for_ever() {
        PlayerId player = stranger();
        AdmissionChange first = change("a", player, Admission.FREE, Admission.FREE.banned(BAN));
        admissions().change(first);
        admissions().unban(player);
        Ban other = new Ban(9_000, "again", "operator:eve", 8_000);

        assertThat(admissions().change(first)).hasValue(first);
        assertThat(
                        admissions()
                                .change(
                                        change(
                                                "a",
                                                player,
                                                Admission.FREE,
                                                Admission.FREE.banned(other))))
                .hasValue(first);

        assertThat(admission(player)).isEqualTo(Admission.FREE);
    }

    @Test
    public void of_many_changes_of_what_was_seen_at_once_one_is_made() {
        PlayerId player = stranger();

        List<Optional<AdmissionChange>> made =
                Together.run(
                        20,
                        i ->
                                admissions()
                                        .change(
                                                change(
                                                        "" + i,
                                                        player,
                                                        Admission.FREE,
                                                        Admission.FREE.withLoginsEnded(i + 1))));

        List<AdmissionChange> kept = made.stream().flatMap(Optional::stream).toList();
        assertThat(kept).hasSize(1);
        assertThat(admission(player)).isEqualTo(kept.getFirst().after());
    }

    private Admissions admissions() {
        return storage().admissions();
    }

    private Admission admission(PlayerId player) {
        return admission(storage(), player);
    }

    /** Waits for what {@code storage} finds out about {@code player}. */
    static Admission admission(GameStorage storage, PlayerId player) {
        CompletableFuture<Admission> found = new CompletableFuture<>();
        storage.admissions().admission(player, found::complete, found::completeExceptionally);
        return found.join();
    }
}
