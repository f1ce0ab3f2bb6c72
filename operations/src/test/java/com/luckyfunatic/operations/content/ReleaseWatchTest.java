package com.luckyfunatic.operations.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.catalog.CatalogRelease;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.tap.TapEvent;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.testkit.Together;
import com.luckyfunatic.storage.memory.MemoryStorage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReleaseWatchTest {
    private final MemoryStorage storage = new MemoryStorage();
    private final SettableClock clock = new SettableClock();

    private ReleaseWatch watch() {
        return ReleaseWatch.over(
                GameEngine.builder(storage).clock(clock),
                storage.catalogReleases(),
                Documents.GIVEN,
                clock.millis());
    }

    private CatalogRelease publish(String version, Duration in, String... changes) {
        return publish(version, in, Documents.version(version, changes));
    }

    private CatalogRelease publish(String version, Duration in, String document) {
        return storage.catalogReleases()
                .publish(
                        new CatalogRelease(
                                0,
                                "publish-" + version,
                                version,
                                ReleasedContent.hash(document),
                                "ada",
                                "for a test",
                                clock.millis(),
                                clock.millis() + in.toMillis(),
                                0,
                                false),
                        document,
                        storage.catalogReleases().basis(clock.millis() + in.toMillis()))
                .orElseThrow();
    }

    private static PlayerId player(GameEngine engine, long telegramId) {
        return engine.logIn(
                        new TelegramAccount(telegramId, "Ann", null, null, null, false, null), null)
                .profile()
                .id();
    }

    @Test
    void without_a_release_the_given_content_is_played() {
        try (ReleaseWatch watch = watch()) {
            assertThat(watch.look()).isFalse();
            assertThat(watch.engine().catalog()).isSameAs(Documents.GIVEN);
        }
    }

    @Test
    void a_release_is_played_from_the_next_look_on() {
        try (ReleaseWatch watch = watch()) {
            publish("2", Duration.ZERO, "funzPerTap: 1", "funzPerTap: 2");

            assertThat(watch.look()).isTrue();
            assertThat(watch.engine().catalog().version()).isEqualTo("2");
            assertThat(watch.engine().catalog().tap().funzPerTap()).isEqualTo(2);
            assertThat(watch.look()).isFalse();
        }
    }

    @Test
    void a_planned_release_waits_for_its_moment() {
        try (ReleaseWatch watch = watch()) {
            publish("2", Duration.ofMinutes(5));

            clock.advance(Duration.ofMinutes(5).minusMillis(1));
            assertThat(watch.look()).isFalse();
            clock.advance(Duration.ofMillis(1));
            assertThat(watch.look()).isTrue();
            assertThat(watch.engine().catalog().version()).isEqualTo("2");
        }
    }

    @Test
    void who_starts_later_plays_by_the_release_in_force() {
        for (int i = 1; i <= ReleaseWatch.REMEMBERED + 2; i++) {
            publish("r" + i, Duration.ZERO);
            clock.advance(Duration.ofMinutes(1));
        }
        try (ReleaseWatch watch = watch()) {
            assertThat(watch.engine().catalog().version())
                    .isEqualTo("r" + (ReleaseWatch.REMEMBERED + 2));
            assertThat(watch.look()).isFalse();
        }
    }

    @Test
    void what_accrued_before_a_release_is_paid_at_its_rates_also_after_a_restart() {
        PlayerId ann;
        try (ReleaseWatch watch = watch()) {
            ann = player(watch.engine(), 5);
        }
        long before = energy(ann);
        clock.advance(Duration.ofSeconds(10));
        publish("2", Duration.ZERO, "max: 1000", "max: 5000");
        clock.advance(Duration.ofSeconds(1));
        try (ReleaseWatch watch = watch()) {
            watch.engine().execute(ann, new Tap(1));
        }

        // Full under the content before; the second under this release adds one, the tap takes it.
        assertThat(energy(ann)).isEqualTo(before);
    }

    private long energy(PlayerId player) {
        return storage.players().find(player).orElseThrow().energy().micros();
    }

    @Test
    void a_release_that_cannot_be_played_leaves_the_one_before() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (ReleaseWatch watch = watch()) {
            publish("2", Duration.ZERO);
            watch.look();
            CatalogRelease bad = publish("3", Duration.ZERO, "version: \"3\"\nnews: 1");

            assertThat(watch.look()).isFalse();
            assertThat(watch.look()).isFalse();
            watch.start(registry);
            assertThat(watch.engine().catalog().version()).isEqualTo("2");
            assertThat(registry.get("game.catalog.refused").gauge().value())
                    .isEqualTo((double) bad.number());
            assertThat(registry.get("game.catalog.release").gauge().value())
                    .isEqualTo(bad.number() - 1.0);
            assertThatThrownBy(this::watch)
                    .isInstanceOf(UnplayableReleaseException.class)
                    .hasMessageContaining("release 2 of the content (3)", "news");

            publish("4", Duration.ZERO);
            watch.look();
            assertThat(watch.engine().catalog().version()).isEqualTo("4");
            assertThat(registry.get("game.catalog.refused").gauge().value()).isZero();
        }
    }

    @Test
    void a_release_without_its_document_cannot_be_played() {
        CatalogRelease release =
                new CatalogRelease(7, "x", "7", "0".repeat(64), "ada", "why", 1, 1, 0, false);

        assertThatThrownBy(() -> ReleasedContent.of(release, storage.catalogReleases()))
                .isInstanceOf(UnplayableReleaseException.class)
                .hasMessageContaining("lost");
    }

    @Test
    void a_document_that_is_not_the_published_one_is_not_played() {
        String document = Documents.version("7");
        CatalogRelease release =
                storage.catalogReleases()
                        .publish(
                                new CatalogRelease(
                                        0, "x", "7", "0".repeat(64), "ada", "why", 1, 1, 0, false),
                                document,
                                storage.catalogReleases().basis(1))
                        .orElseThrow();

        assertThatThrownBy(() -> ReleasedContent.of(release, storage.catalogReleases()))
                .isInstanceOf(UnplayableReleaseException.class)
                .hasMessageContaining("not the one");
    }

    /** Nobody calls it: it looks by itself, every second. */
    @Test
    void a_running_engine_switches_by_itself() throws InterruptedException {
        CountDownLatch switched = new CountDownLatch(1);
        try (ReleaseWatch watch = watch()) {
            watch.start(new SimpleMeterRegistry());
            publish("2", Duration.ZERO);
            Thread.startVirtualThread(() -> {
                while (!watch.engine().catalog().version().equals("2")) {
                    LockSupport.parkNanos(1);
                }
                switched.countDown();
            });

            assertThat(switched.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Each command sees one content from beginning to end, and its change says which. */
    @Test
    void under_load_no_command_fails_and_none_is_decided_by_two_releases() {
        int callers = 8;
        AtomicInteger taps = new AtomicInteger();
        AtomicBoolean isOver = new AtomicBoolean();
        try (ReleaseWatch watch = watch()) {
            GameEngine engine = watch.engine();
            List<PlayerId> players =
                    LongStream.rangeClosed(1, callers).mapToObj(id -> player(engine, id)).toList();
            Together.run(
                    callers + 1,
                    i ->
                            i == callers
                                    ? switches(watch, taps, isOver)
                                    : taps(engine, players.get(i), taps, isOver));

            List<StateChange> changes =
                    players.stream().flatMap(each -> history(each).stream()).toList();
            assertThat(changes).allSatisfy(ReleaseWatchTest::isOfOneRelease);
            assertThat(changes.stream().map(StateChange::catalogVersion).distinct())
                    .hasSizeGreaterThan(3);
        }
    }

    private boolean switches(ReleaseWatch watch, AtomicInteger taps, AtomicBoolean isOver) {
        for (int n = 2; n <= 10; n++) {
            int before = taps.get();
            while (taps.get() < before + 40) {
                LockSupport.parkNanos(1);
            }
            clock.advance(Duration.ofSeconds(1));
            publish("" + n, Duration.ZERO, "funzPerTap: 1", "funzPerTap: " + n);
            assertThat(watch.look()).isTrue();
        }
        isOver.set(true);
        return true;
    }

    private static boolean taps(
            GameEngine engine, PlayerId player, AtomicInteger taps, AtomicBoolean isOver) {
        while (!isOver.get()) {
            engine.execute(player, new Tap(1));
            taps.incrementAndGet();
            LockSupport.parkNanos(1);
        }
        return true;
    }

    private List<StateChange> history(PlayerId player) {
        return storage.players().history(player, Long.MAX_VALUE, 100).items().stream()
                .filter(change -> change.command().equals("Tap"))
                .toList();
    }

    /** In version n a tap is worth n funz, in the given content one. */
    private static void isOfOneRelease(StateChange change) {
        String version = change.catalogVersion().replaceFirst("#[0-9]+$", "");
        long worth = version.equals(Documents.GIVEN.version()) ? 1 : Long.parseLong(version);
        assertThat(change.events())
                .filteredOn(TapEvent.Tapped.class::isInstance)
                .map(TapEvent.Tapped.class::cast)
                .allSatisfy(tapped ->
                        assertThat(tapped.funzDelta()).isEqualTo(tapped.accepted() * worth));
    }
}
