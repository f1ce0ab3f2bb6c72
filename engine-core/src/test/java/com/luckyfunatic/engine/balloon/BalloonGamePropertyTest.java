package com.luckyfunatic.engine.balloon;

import static com.luckyfunatic.engine.fixture.TestBalloon.kind;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.balloon.PopOutcome.NotPopped;
import com.luckyfunatic.engine.balloon.PopOutcome.Popped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Drawn games against a model that keeps everything in sets. */
class BalloonGamePropertyTest {
    private static final int GAMES = 3_000;

    @Test
    void a_game_is_what_a_simple_model_says() {
        int popped = 0;
        for (long seed = 0; seed < GAMES; seed++) {
            popped += play(seed);
        }

        assertThat(popped).isGreaterThan(GAMES);
    }

    private static int play(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BalloonDefinition content = content(random);
        long start = random.nextLong(1L << 40);
        BalloonGame game = new BalloonGame(content, seed, start);
        Model model = new Model(content, seed, start);
        long now = start;
        while (now < start + content.duration().toMillis() + 2_000) {
            now += random.nextInt(400);
            // Now and then another server's clock.
            long at = random.nextInt(10) == 0 ? now - random.nextInt(1_000) : now;
            if (random.nextBoolean()) {
                model.advance(game.advance(at), at);
            }
            long id = random.nextLong(-1, content.balloons() + 3L);
            long near = (model.latest(at) - start) / content.spawnEvery().toMillis();
            id = random.nextInt(4) == 0 ? id : Math.max(1, near - random.nextInt(8));
            model.pop(id, at, game.pop(id, at));
            assertThat(game.isOver(at)).isEqualTo(model.isOver(at));
        }
        model.advance(game.advance(now), now);
        model.atTheEnd(game.score(now));
        return model.popped.size();
    }

    private static BalloonDefinition content(SplittableRandom random) {
        return new BalloonDefinition(
                Duration.ofMillis(random.nextInt(3_000, 40_000)),
                Duration.ofMillis(random.nextInt(100, 1_500)),
                random.nextInt(1, 12),
                random.nextInt(1, 5),
                1,
                1,
                List.of(
                        kind("red", random.nextInt(1, 9), 2, random.nextInt(100, 3_000)),
                        kind("golden", 1, 25, random.nextInt(100, 1_500)),
                        kind("bomb", random.nextInt(1, 4), -9, random.nextInt(500, 3_000))));
    }

    private static final class Model {
        private final BalloonDefinition content;
        private final List<Balloon> all = new ArrayList<>();
        private final Set<Balloon> appeared = new HashSet<>();
        private final Set<Balloon> missed = new HashSet<>();
        private final Set<Balloon> popped = new HashSet<>();
        private final List<Long> pops = new ArrayList<>();
        private final long start;
        private long latest;
        private long score;

        Model(BalloonDefinition content, long seed, long start) {
            this.content = content;
            this.start = start;
            latest = start;
            BalloonSchedule schedule = new BalloonSchedule(content, seed);
            for (int id = 1; id <= schedule.size(); id++) {
                all.add(schedule.balloon(id));
            }
        }

        long latest(long at) {
            return Math.max(latest, at);
        }

        private long time(long at) {
            latest = latest(at);
            return Math.min(content.duration().toMillis(), latest - start);
        }

        boolean isOver(long at) {
            return time(at) == content.duration().toMillis();
        }

        void advance(BalloonGame.Progress progress, long at) {
            long time = time(at);
            progress.appeared().forEach(each -> assertThat(appeared.add(each)).isTrue());
            progress.missed().forEach(each -> assertThat(missed.add(each)).isTrue());
            for (Balloon each : all) {
                assertThat(appeared.contains(each)).isEqualTo(each.spawnAtMillis() <= time);
                assertThat(missed.contains(each))
                        .isEqualTo(!popped.contains(each) && each.goneAtMillis() <= time);
            }
        }

        void pop(long id, long at, PopOutcome outcome) {
            long time = time(at);
            PopRefusal refusal = whyNot(id, time);
            if (refusal != null) {
                assertThat(outcome).isEqualTo(new NotPopped(refusal));
                return;
            }
            Balloon balloon = all.get((int) id - 1);
            long before = score;
            score = Math.max(0, score + balloon.points());
            popped.add(balloon);
            pops.add(latest);
            assertThat(outcome).isEqualTo(new Popped(balloon, (int) (score - before), score));
        }

        private @Nullable PopRefusal whyNot(long id, long time) {
            if (time == content.duration().toMillis()) {
                return PopRefusal.GAME_OVER;
            }
            if (id < 1 || id > all.size()) {
                return PopRefusal.UNKNOWN;
            }
            Balloon balloon = all.get((int) id - 1);
            if (time < balloon.spawnAtMillis()) {
                return PopRefusal.FUTURE;
            }
            if (popped.contains(balloon)) {
                return PopRefusal.ALREADY_POPPED;
            }
            if (time >= balloon.goneAtMillis()) {
                return PopRefusal.MISSED;
            }
            return isTooFast() ? PopRefusal.TOO_FAST : null;
        }

        /** In no stretch up to now are there more than burst and rate allow. */
        private boolean isTooFast() {
            for (int i = 0; i < pops.size(); i++) {
                long inStretch = pops.size() - i + 1L;
                long allowed =
                        content.popBurst() * 1_000L
                                + (latest - pops.get(i)) * content.popsPerSecond();
                if (inStretch * 1_000 > allowed) {
                    return true;
                }
            }
            return false;
        }

        void atTheEnd(BalloonScore result) {
            long worth = missed.stream().filter(each -> each.points() > 0).count();
            assertThat(result).isEqualTo(new BalloonScore(score, popped.size(), (int) worth));
            for (Balloon each : all) {
                boolean stays = each.goneAtMillis() > content.duration().toMillis();
                assertThat(popped.contains(each) || missed.contains(each) || stays).isTrue();
            }
        }
    }
}
