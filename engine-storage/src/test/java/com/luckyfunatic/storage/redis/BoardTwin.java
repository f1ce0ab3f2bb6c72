package com.luckyfunatic.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.leaderboard.Board;
import com.luckyfunatic.engine.leaderboard.BoardEntry;
import com.luckyfunatic.engine.leaderboard.BoardId;
import com.luckyfunatic.engine.leaderboard.BoardPlace;
import com.luckyfunatic.engine.leaderboard.CountedRun;
import com.luckyfunatic.engine.leaderboard.CountedRuns;
import com.luckyfunatic.engine.leaderboard.LeaderboardRules;
import com.luckyfunatic.engine.leaderboard.Scoring;
import com.luckyfunatic.engine.leaderboard.ScoringMethod;
import com.luckyfunatic.engine.leaderboard.Submission;
import com.luckyfunatic.engine.leaderboard.SubmissionOutcome;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.testkit.GeneratedBoard;
import com.luckyfunatic.engine.testkit.Seeds;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.storage.leaderboard.Ranking;
import com.luckyfunatic.storage.redis.script.Script;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/**
 * One seed: a leaderboard's history decided by the rules in Java and by the scripts on a real
 * Redis, which must agree after every step in the reply, the hash and the sorted set, byte for
 * byte, and at the end in what is read of it.
 */
final class BoardTwin {
    private static final int STEPS = 30;
    private static final List<Long> PLANTED =
            List.of(1L, 2L, 999_998L, 999_999L, 1_000_000L, 100_000_000_000_000L, Amounts.MAX - 1);

    private final HotRedis redis;
    private final Script update;
    private final BoardId id;
    private final String ranking;
    private final String entries;

    /**
     * @param update the script to hold to the rules
     */
    BoardTwin(HotRedis redis, Script update, int lane) {
        this.redis = redis;
        this.update = update;
        id = redis.board(lane);
        ranking = redis.keys.ranking(lane, id);
        entries = redis.keys.entries(lane, id);
    }

    /**
     * Runs {@code seed}.
     *
     * @throws AssertionError that names the seed, the start and the steps up to the first
     *     difference
     */
    void run(long seed) {
        List<Object> story = new ArrayList<>();
        try {
            new History(seed, story).run();
        } catch (AssertionError | RuntimeException e) {
            StringBuilder told = new StringBuilder("seed " + seed + ":");
            story.forEach(each -> told.append("\n  ").append(each));
            throw new AssertionError(told + "\n" + e.getMessage(), e);
        }
    }

    private final class History {
        private final RandomGenerator random;
        private final List<Object> story;
        private final List<PlayerId> players;
        private final GeneratedBoard history;
        private final Scoring scoring;
        private final Map<PlayerId, BoardEntry> known = new TreeMap<>();
        private final List<BoardPlace> places = new ArrayList<>();
        private Board board;

        History(long seed, List<Object> story) {
            this.story = story;
            random = Seeds.random(seed);
            long someone = random.nextLong(1, Long.MAX_VALUE / 2);
            // Ids of different lengths, and neighbours.
            players =
                    LongStream.of(7, 10, 99, someone, someone + 1).mapToObj(PlayerId::new).toList();
            history = new GeneratedBoard(random, players, SettableClock.START.toEpochMilli());
            scoring = history.settings().scoring();
            board = new Board(history.settings(), false);
        }

        void run() {
            redis.commands().del(ranking, entries);
            assertThat(redis.leaderboards().open(id, history.settings())).isEqualTo(board);
            if (random.nextInt(3) == 0) {
                plant(players.get(random.nextInt(players.size())));
            }
            story.add(board);
            story.add(List.copyOf(known.values()));
            checkStored();
            for (int step = 0; step < STEPS; step++) {
                GeneratedBoard.Step next = history.next();
                story.add(next);
                carryOut(next);
                checkStored();
            }
            checkRead();
        }

        /** As if many scores had counted already. */
        private void plant(PlayerId player) {
            long count = PLANTED.get(random.nextInt(PLANTED.size()));
            if (scoring.method() == ScoringMethod.AVERAGE) {
                count = Math.min(count, ScoringMethod.AVERAGED_MAX);
            }
            long total =
                    scoring.method() == ScoringMethod.COUNT
                            ? count
                            : Amounts.MAX - random.nextLong(3) * random.nextLong(1_000_000);
            List<CountedRun> runs =
                    LongStream.rangeClosed(1, random.nextInt(CountedRuns.KEPT_MAX + 1))
                            .mapToObj(run -> new CountedRun(run, run))
                            .toList();
            var entry =
                    new BoardEntry(
                            player,
                            total,
                            count,
                            SettableClock.START.toEpochMilli() + random.nextLong(-3, 30),
                            new CountedRuns(0, runs),
                            false);
            keep(entry);
            BoardText.Ranked place = BoardText.write(entry.place(scoring), scoring);
            redis.commands().hset(entries, player.toString(), BoardText.write(entry, scoring));
            redis.commands().zadd(ranking, Double.parseDouble(place.score()), place.member());
        }

        private void keep(BoardEntry entry) {
            known.put(entry.player(), entry);
            places.add(entry.place(scoring));
        }

        private void carryOut(GeneratedBoard.Step step) {
            switch (step) {
                case GeneratedBoard.Step.Submit(Submission submission) -> submit(submission);
                case GeneratedBoard.Step.Remove(PlayerId player) -> {
                    BoardEntry before = known.get(player);
                    known.put(player, LeaderboardRules.remove(player, before));
                    assertThat(redis.leaderboards().remove(id, player))
                            .isEqualTo(before != null && !before.removed());
                }
                case GeneratedBoard.Step.Freeze() -> {
                    board = new Board(board.settings(), true);
                    assertThat(redis.leaderboards().freeze(id)).isTrue();
                }
            }
        }

        private void submit(Submission submission) {
            SubmissionOutcome expected =
                    LeaderboardRules.submit(board, known.get(submission.player()), submission);
            List<String> reply =
                    redis.run(
                            update,
                            new String[] {ranking, entries},
                            submission.player().toString(),
                            Long.toString(submission.run()),
                            Long.toString(submission.score()),
                            Long.toString(submission.atMillis()));
            assertThat(reply)
                    .isEqualTo(
                            switch (expected) {
                                case SubmissionOutcome.Counted(BoardEntry entry) ->
                                        List.of("accepted", "0", BoardText.write(entry, scoring));
                                case SubmissionOutcome.Repeated(BoardEntry entry) ->
                                        List.of("accepted", "1", BoardText.write(entry, scoring));
                                case SubmissionOutcome.Refused(var reason) ->
                                        List.of(reason.code());
                            });
            if (expected instanceof SubmissionOutcome.Counted(BoardEntry entry)) {
                keep(entry);
            }
        }

        private void checkStored() {
            Map<String, String> hash = new HashMap<>();
            hash.put("board", BoardText.write(board));
            known.forEach((player, entry) ->
                    hash.put(player.toString(), BoardText.write(entry, scoring)));
            assertThat(redis.commands().hgetall(entries)).isEqualTo(hash);
            assertThat(
                            redis.commands().zrangeWithScores(ranking, 0, -1).stream()
                                    .map(each ->
                                            new BoardText.Ranked(
                                                    Long.toString((long) each.getScore()),
                                                    each.getValue()))
                                    .toList())
                    .isEqualTo(
                            known.values().stream()
                                    .filter(entry -> !entry.removed())
                                    .map(entry -> entry.place(scoring))
                                    .sorted(scoring.order())
                                    .map(place -> BoardText.write(place, scoring))
                                    .toList());
        }

        private void checkRead() {
            Ranking expected = new Ranking(scoring.order());
            for (BoardEntry entry : known.values()) {
                assertThat(redis.leaderboards().entry(id, entry.player())).contains(entry);
                if (!entry.removed()) {
                    expected.put(entry.place(scoring));
                }
            }
            for (PlayerId player : players) {
                int limit = random.nextInt(1, 7);
                assertThat(redis.leaderboards().around(id, player, limit))
                        .isEqualTo(expected.around(player, limit));
                assertThat(redis.leaderboards().rank(id, player)).isEqualTo(expected.rank(player));
            }
            for (int i = 0; i < 3 && !places.isEmpty(); i++) {
                BoardPlace after = places.get(random.nextInt(places.size()));
                assertThat(redis.leaderboards().page(id, after, 100).items())
                        .as("after %s", after)
                        .isEqualTo(expected.after(after, 100));
            }
        }
    }
}
