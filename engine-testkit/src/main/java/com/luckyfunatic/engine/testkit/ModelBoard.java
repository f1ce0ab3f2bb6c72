package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.leaderboard.BoardEntry;
import com.luckyfunatic.engine.leaderboard.BoardPlace;
import com.luckyfunatic.engine.leaderboard.BoardSettings;
import com.luckyfunatic.engine.leaderboard.CountedRun;
import com.luckyfunatic.engine.leaderboard.CountedRuns;
import com.luckyfunatic.engine.leaderboard.LeaderboardRefusal;
import com.luckyfunatic.engine.leaderboard.RankedPlace;
import com.luckyfunatic.engine.leaderboard.ScoringDirection;
import com.luckyfunatic.engine.leaderboard.ScoringMethod;
import com.luckyfunatic.engine.leaderboard.Submission;
import com.luckyfunatic.engine.leaderboard.SubmissionOutcome;
import com.luckyfunatic.engine.player.PlayerId;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A leaderboard as plainly as it can be: every score of every player in a list, standings counted
 * anew from all of them as fractions of any size, and sorted. It shares nothing with the rules but
 * the values it answers in. Not thread-safe.
 */
final class ModelBoard {
    private static final BigInteger MAX = BigInteger.valueOf(Amounts.MAX);

    private final BoardSettings settings;
    private final Map<PlayerId, List<Submission>> counted = new LinkedHashMap<>();
    private final Set<PlayerId> removed = new HashSet<>();
    private boolean frozen;

    ModelBoard(BoardSettings settings) {
        this.settings = settings;
    }

    /** A score as a fraction, and since when it is what it is. */
    private record Standing(
            PlayerId player, BigInteger numerator, BigInteger denominator, long reachedAt) {
        int compareScore(Standing other) {
            return numerator
                    .multiply(other.denominator)
                    .compareTo(other.numerator.multiply(denominator));
        }
    }

    BoardSettings settings() {
        return settings;
    }

    boolean isFrozen() {
        return frozen;
    }

    void freeze() {
        frozen = true;
    }

    boolean remove(PlayerId player) {
        return removed.add(player) && counted.containsKey(player);
    }

    SubmissionOutcome submit(Submission submission) {
        List<Submission> before = counted.getOrDefault(submission.player(), List.of());
        LeaderboardRefusal refusal = refusal(before, submission);
        if (refusal != null) {
            return new SubmissionOutcome.Refused(refusal);
        }
        if (latest(before).stream().anyMatch(each -> each.run() == submission.run())) {
            return new SubmissionOutcome.Repeated(entryOf(submission.player()));
        }
        counted.computeIfAbsent(submission.player(), _ -> new ArrayList<>()).add(submission);
        return new SubmissionOutcome.Counted(entryOf(submission.player()));
    }

    private @Nullable LeaderboardRefusal refusal(List<Submission> before, Submission submission) {
        if (submission.score() < 0) {
            return LeaderboardRefusal.SCORE_NEGATIVE;
        }
        if (submission.score() > Amounts.MAX) {
            return LeaderboardRefusal.SCORE_TOO_LARGE;
        }
        if (removed.contains(submission.player())) {
            return LeaderboardRefusal.PLAYER_REMOVED;
        }
        for (CountedRun each : latest(before)) {
            if (each.run() == submission.run()) {
                return each.score() == submission.score() ? null : LeaderboardRefusal.RUN_REUSED;
            }
        }
        if (submission.run() <= forgotten(before)) {
            return LeaderboardRefusal.RUN_FORGOTTEN;
        }
        if (frozen) {
            return LeaderboardRefusal.BOARD_FROZEN;
        }
        if (submission.atMillis() > settings.closesAtMillis()) {
            return LeaderboardRefusal.SCORE_LATE;
        }
        ScoringMethod method = settings.scoring().method();
        boolean adds = method == ScoringMethod.SUM || method == ScoringMethod.AVERAGE;
        BigInteger sum = sum(before).add(BigInteger.valueOf(submission.score()));
        return adds && sum.compareTo(MAX) > 0 ? LeaderboardRefusal.SUM_TOO_LARGE : null;
    }

    private static BigInteger sum(List<Submission> scores) {
        return scores.stream()
                .map(each -> BigInteger.valueOf(each.score()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static List<CountedRun> latest(List<Submission> scores) {
        return scores.stream()
                .sorted(Comparator.comparingLong(Submission::run).reversed())
                .limit(CountedRuns.KEPT_MAX)
                .map(each -> new CountedRun(each.run(), each.score()))
                .toList()
                .reversed();
    }

    private static long forgotten(List<Submission> scores) {
        return scores.stream()
                .map(Submission::run)
                .sorted(Comparator.reverseOrder())
                .skip(CountedRuns.KEPT_MAX)
                .findFirst()
                .orElse(0L);
    }

    /** Returns what is kept of {@code player}; null when nothing is. */
    @Nullable BoardEntry entry(PlayerId player) {
        return counted.containsKey(player) || removed.contains(player) ? entryOf(player) : null;
    }

    private BoardEntry entryOf(PlayerId player) {
        List<Submission> scores = counted.getOrDefault(player, List.of());
        boolean isRemoved = removed.contains(player);
        if (scores.isEmpty()) {
            return new BoardEntry(player, 0, 0, 0, CountedRuns.NONE, isRemoved);
        }
        return new BoardEntry(
                player,
                standing(scores).numerator().longValueExact(),
                scores.size(),
                standing(scores).reachedAt(),
                new CountedRuns(forgotten(scores), latest(scores)),
                isRemoved);
    }

    private Standing standing(List<Submission> scores) {
        Standing standing = null;
        for (int i = 1; i <= scores.size(); i++) {
            Standing next = after(scores.subList(0, i));
            if (standing == null) {
                standing = next;
            } else {
                boolean stays = next.compareScore(standing) == 0;
                long reachedAt =
                        stays
                                ? standing.reachedAt()
                                : Math.max(standing.reachedAt(), next.reachedAt());
                standing =
                        new Standing(
                                next.player(), next.numerator(), next.denominator(), reachedAt);
            }
        }
        if (standing == null) {
            throw new IllegalStateException("no score, no standing");
        }
        return standing;
    }

    /** The score after {@code scores}, as if it had just been reached. */
    private Standing after(List<Submission> scores) {
        Submission last = scores.getLast();
        Comparator<Long> better =
                settings.scoring().direction() == ScoringDirection.HIGHER
                        ? Comparator.naturalOrder()
                        : Comparator.reverseOrder();
        BigInteger count = BigInteger.valueOf(scores.size());
        BigInteger numerator =
                switch (settings.scoring().method()) {
                    case BEST ->
                            BigInteger.valueOf(
                                    scores.stream()
                                            .map(Submission::score)
                                            .max(better)
                                            .orElseThrow());
                    case LAST ->
                            BigInteger.valueOf(
                                    Collections.max(
                                                    scores,
                                                    Comparator.comparingLong(Submission::run))
                                            .score());
                    case SUM, AVERAGE -> sum(scores);
                    case COUNT -> count;
                };
        boolean divides = settings.scoring().method() == ScoringMethod.AVERAGE;
        return new Standing(
                last.player(), numerator, divides ? count : BigInteger.ONE, last.atMillis());
    }

    /** Returns the whole board, best first. */
    List<RankedPlace> places() {
        Comparator<Standing> byScore = Standing::compareScore;
        List<Standing> sorted =
                counted.values().stream()
                        .map(this::standing)
                        .filter(each -> !removed.contains(each.player()))
                        .sorted(
                                (settings.scoring().direction() == ScoringDirection.HIGHER
                                                ? byScore.reversed()
                                                : byScore)
                                        .thenComparingLong(Standing::reachedAt)
                                        .thenComparing(Standing::player))
                        .toList();
        List<RankedPlace> places = new ArrayList<>(sorted.size());
        for (Standing each : sorted) {
            BoardPlace place = entryOf(each.player()).place(settings.scoring());
            places.add(new RankedPlace(places.size() + 1L, place));
        }
        return places;
    }
}
