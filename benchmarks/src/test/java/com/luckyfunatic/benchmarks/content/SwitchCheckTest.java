package com.luckyfunatic.benchmarks.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.benchmarks.content.SwitchResult.Load;
import com.luckyfunatic.benchmarks.content.SwitchResult.Switch;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Made-up histories, each with one thing that must be found. */
class SwitchCheckTest {
    private static final long FIRST = 100_000;
    private static final long SECOND = 110_000;
    private static final List<Release> RELEASES =
            List.of(
                    new Release(0, "a", 10, Long.MIN_VALUE),
                    new Release(1, "b", 11, FIRST),
                    new Release(2, "c", 12, SECOND));

    private final SwitchCheck check = new SwitchCheck(RELEASES, 2);

    private static RecordedChange tap(long sequence, long atMillis, String version) {
        return new RecordedChange(sequence, atMillis, version, RecordedChange.NOTHING);
    }

    private static RecordedChange purchase(
            long sequence, long atMillis, String version, long price) {
        return new RecordedChange(sequence, atMillis, version, price);
    }

    /** Both servers follow each release within a second or two. */
    private void seeSound() {
        check.see(
                0,
                List.of(
                        tap(1, 90_000, "a"),
                        purchase(2, FIRST - 1, "a", 10),
                        tap(3, FIRST + 300, "a"),
                        purchase(4, FIRST + 700, "b", 11),
                        purchase(5, SECOND + 900, "c", 12)),
                3);
        check.see(
                1,
                List.of(
                        tap(1, 95_000, "a"),
                        tap(2, FIRST + 1_900, "a"),
                        tap(3, FIRST + 2_000, "b"),
                        tap(4, SECOND + 100, "c")),
                0);
    }

    private void finds(Broken kind, RecordedChange... history) {
        seeSound();
        assertThat(check.broken()).isEmpty();

        long bought = List.of(history).stream().filter(RecordedChange::isPurchase).count();
        check.see(0, List.of(history), bought);

        assertThat(check.broken()).containsOnly(Map.entry(kind.words(), 1L));
    }

    @Test
    void of_what_is_sound_it_is_told_how_soon_each_server_followed() {
        seeSound();

        assertThat(check.broken()).isEmpty();
        assertThat(check.changes()).isEqualTo(9);
        assertThat(check.switches())
                .containsExactly(
                        new Switch(1, 0, 700, 300),
                        new Switch(1, 1, 2_000, 1_900),
                        new Switch(2, 0, 900, 0),
                        new Switch(2, 1, 100, 0));
        SwitchResult result = result(0, 1);
        assertThat(result.slowestOfEach()).containsExactly(2_000L, 900L);
        assertThat(result.longestMillis()).isEqualTo(2_000);
        assertThat(result.releases()).isEqualTo(2);
        assertThat(result.isRight()).isTrue();
    }

    @Test
    void content_that_nobody_published_is_found() {
        finds(Broken.UNKNOWN_CONTENT, tap(1, FIRST, "b"), tap(2, FIRST, "d"));
    }

    @Test
    void content_of_the_future_is_found() {
        finds(Broken.TOO_EARLY, tap(1, FIRST - SwitchCheck.EARLY_MAX_MILLIS - 1, "b"));
    }

    @Test
    void a_command_that_came_shortly_before_the_moment_may_be_decided_after_it() {
        seeSound();
        check.see(0, List.of(tap(1, FIRST - SwitchCheck.EARLY_MAX_MILLIS, "b")), 0);

        assertThat(check.broken()).isEmpty();
    }

    @Test
    void content_that_was_replaced_long_ago_is_found_and_counts_as_slow() {
        finds(Broken.TOO_LATE, tap(1, FIRST + SwitchResult.SWITCH_MAX_MILLIS + 1, "a"));

        assertThat(result(0, 1).longestMillis()).isEqualTo(5_001);
        assertThat(result(0, 1).isRight()).isFalse();
    }

    @Test
    void the_last_content_is_never_too_old() {
        seeSound();
        check.see(0, List.of(tap(1, SECOND + 1_000_000, "c")), 0);

        assertThat(check.broken()).isEmpty();
    }

    @Test
    void a_server_that_goes_back_is_found() {
        finds(Broken.BACKWARDS, tap(1, FIRST + 10, "b"), tap(2, FIRST + 20, "a"));
    }

    @Test
    void a_price_of_other_content_is_found() {
        finds(Broken.OTHER_PRICE, purchase(1, FIRST + 10, "b", 10));
    }

    @Test
    void a_change_that_is_not_recorded_is_found_also_the_first_one() {
        finds(Broken.GAP, tap(1, FIRST, "b"), tap(3, FIRST, "b"));

        check.see(0, List.of(tap(2, FIRST, "b")), 0);
        assertThat(check.broken()).containsEntry("gap", 2L);
    }

    @Test
    void purchases_that_are_not_recorded_or_never_were_answered_are_found() {
        seeSound();
        check.see(0, List.of(purchase(1, FIRST, "b", 11)), 2);
        check.see(0, List.of(purchase(1, FIRST, "b", 11)), 0);

        assertThat(check.broken()).containsOnly(Map.entry("other purchases", 2L));
    }

    @Test
    void a_server_that_never_followed_is_found() {
        check.see(0, List.of(tap(1, FIRST + 10, "b"), tap(2, SECOND + 10, "c")), 0);
        check.see(1, List.of(tap(1, FIRST + 10, "b")), 0);

        assertThat(check.broken()).containsOnly(Map.entry("never switched", 1L));
        assertThat(check.switches()).contains(new Switch(2, 1, -1, 0));
        assertThat(result(0, 1).isRight()).isFalse();
    }

    @Test
    void a_server_may_leave_a_release_out_for_a_later_one() {
        check.see(0, List.of(tap(1, FIRST + 10, "b"), tap(2, SECOND + 10, "c")), 0);
        check.see(1, List.of(tap(1, FIRST + 10, "a"), tap(2, SECOND + 20, "c")), 0);

        assertThat(check.broken()).isEmpty();
        assertThat(check.switches()).contains(new Switch(1, 1, 10_020, 10));
        assertThat(result(0, 1).isRight()).as("later than is wanted").isFalse();
    }

    @Test
    void a_failed_request_and_a_load_that_noticed_nothing_are_not_right() {
        seeSound();

        assertThat(result(1, 1).isRight()).isFalse();
        assertThat(result(0, 0).isRight()).isFalse();
    }

    private SwitchResult result(long failed, long priceChanged) {
        return new SwitchResult(
                "embedded",
                2,
                2,
                new Load(10, 9, 3, priceChanged, failed, Map.of(), 1, 2),
                check.switches(),
                check.changes(),
                check.broken());
    }
}
