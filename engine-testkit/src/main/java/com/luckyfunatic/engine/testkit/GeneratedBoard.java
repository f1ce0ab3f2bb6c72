package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.leaderboard.BoardSettings;
import com.luckyfunatic.engine.leaderboard.Scoring;
import com.luckyfunatic.engine.leaderboard.ScoringDirection;
import com.luckyfunatic.engine.leaderboard.ScoringMethod;
import com.luckyfunatic.engine.leaderboard.Submission;
import com.luckyfunatic.engine.player.PlayerId;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The history of a leaderboard, drawn step by step: few players who often meet in the same score
 * and the same millisecond, runs that come again, late or never, edge amounts, removals and a
 * freeze. Not thread-safe.
 */
public final class GeneratedBoard {
    private static final List<Long> EDGES =
            List.of(
                    0L,
                    1L,
                    -1L,
                    100_000_000_000_000L - 1,
                    100_000_000_000_000L,
                    100_000_000_000_000L + 1,
                    Amounts.MAX - 1,
                    Amounts.MAX,
                    Amounts.MAX + 1,
                    Long.MAX_VALUE,
                    Long.MIN_VALUE);

    private final RandomGenerator random;
    private final List<PlayerId> players;
    private final BoardSettings settings;
    private final List<Submission> sent = new ArrayList<>();
    private long run;
    private long now;

    /** One thing that happens to a board. */
    public sealed interface Step {
        /** A score comes in. */
        record Submit(Submission submission) implements Step {}

        /** A player is taken off. */
        record Remove(PlayerId player) implements Step {}

        /** The board is frozen. */
        record Freeze() implements Step {}
    }

    /**
     * Draws the settings.
     *
     * @param players who take part
     * @param start when it begins, epoch milliseconds
     */
    public GeneratedBoard(RandomGenerator random, List<PlayerId> players, long start) {
        this.random = random;
        this.players = List.copyOf(players);
        ScoringMethod[] methods = ScoringMethod.values();
        ScoringDirection[] directions = ScoringDirection.values();
        settings =
                new BoardSettings(
                        new Scoring(
                                methods[random.nextInt(methods.length)],
                                directions[random.nextInt(directions.length)]),
                        random.nextBoolean() ? BoardSettings.NEVER : start + random.nextLong(100));
        now = start;
        run = random.nextInt(4) == 0 ? Long.MAX_VALUE - 100_000 : random.nextLong(1, 1L << 62);
    }

    /** What the board is opened with. */
    public BoardSettings settings() {
        return settings;
    }

    /** Draws the next step. */
    public Step next() {
        return switch (random.nextInt(60)) {
            case 0 -> new Step.Remove(player());
            case 1 -> random.nextInt(4) == 0 ? new Step.Freeze() : new Step.Submit(fresh());
            default -> new Step.Submit(submission());
        };
    }

    private Submission submission() {
        Submission next = !sent.isEmpty() && random.nextInt(6) == 0 ? again() : fresh();
        sent.add(next);
        return next;
    }

    /** One that was sent before, nearly always as it was. */
    private Submission again() {
        Submission old = sent.get(random.nextInt(sent.size()));
        return random.nextInt(5) == 0
                ? new Submission(old.player(), old.run(), score(), old.atMillis())
                : old;
    }

    private Submission fresh() {
        now += random.nextInt(3) == 0 ? random.nextLong(5) : 0;
        run += random.nextLong(1, 4);
        // A run may have begun before others that have ended earlier, and clocks differ.
        long id = random.nextInt(8) == 0 ? Math.max(1, run - random.nextLong(40)) : run;
        long at = random.nextInt(8) == 0 ? now - random.nextLong(10) : now;
        return new Submission(player(), id, score(), at);
    }

    private PlayerId player() {
        return players.get(random.nextInt(players.size()));
    }

    private long score() {
        return switch (random.nextInt(8)) {
            case 0 -> EDGES.get(random.nextInt(EDGES.size()));
            case 1 -> random.nextLong(Amounts.MAX / 4);
            default -> random.nextLong(4);
        };
    }
}
