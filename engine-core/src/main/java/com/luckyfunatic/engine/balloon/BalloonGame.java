package com.luckyfunatic.engine.balloon;

import java.util.ArrayList;
import java.util.List;

/**
 * One running game: the truth about what is in the air, what was popped and what it pays.
 *
 * <p>It reads no clock: every method takes the moment, epoch milliseconds; one before the latest it
 * has seen counts as that one. It keeps one bit for each balloon and a few numbers. Not
 * thread-safe.
 */
public final class BalloonGame {
    private static final int BITS = Long.SIZE;
    private static final long MILLIS = 1_000;

    private final BalloonDefinition definition;
    private final BalloonSchedule schedule;
    private final long startedAt;
    private final long duration;
    private final long[] popped;
    private final long[] missed;
    private long latest;
    private int appeared;
    private int oldest = 1;
    private long score;
    private int pops;
    private int misses;
    private long tokenMillis;
    private long tokensAt;

    /**
     * Starts a game at {@code nowMillis}.
     *
     * @param definition a valid one, of a game that is offered; it stays in force for this game
     */
    public BalloonGame(BalloonDefinition definition, long seed, long nowMillis) {
        this.definition = definition;
        schedule = new BalloonSchedule(definition, seed);
        startedAt = nowMillis;
        duration = definition.duration().toMillis();
        popped = new long[schedule.size() / BITS + 1];
        missed = new long[popped.length];
        latest = nowMillis;
        tokenMillis = definition.popBurst() * MILLIS;
        tokensAt = nowMillis;
    }

    /** What happened since the last time, by rising numbers. */
    public record Progress(List<Balloon> appeared, List<Balloon> missed) {
        /** Nothing. */
        public static final Progress NONE = new Progress(List.of(), List.of());
    }

    /** Lets time pass until {@code nowMillis}. */
    public Progress advance(long nowMillis) {
        long now = at(nowMillis);
        List<Balloon> up = new ArrayList<>();
        while (appeared < schedule.size()) {
            Balloon next = schedule.balloon(appeared + 1);
            if (next.spawnAtMillis() > now) {
                break;
            }
            appeared++;
            up.add(next);
        }
        List<Balloon> gone = new ArrayList<>();
        for (int id = oldest; id <= appeared; id++) {
            Balloon balloon = schedule.balloon(id);
            if (isInTheAir(id) && balloon.goneAtMillis() <= now) {
                missed[id / BITS] |= 1L << id;
                misses += balloon.points() > 0 ? 1 : 0;
                gone.add(balloon);
            }
        }
        while (oldest <= appeared && !isInTheAir(oldest)) {
            oldest++;
        }
        return up.isEmpty() && gone.isEmpty()
                ? Progress.NONE
                : new Progress(List.copyOf(up), List.copyOf(gone));
    }

    /** Pops the balloon with the number {@code id}, if that is possible at {@code nowMillis}. */
    public PopOutcome pop(long id, long nowMillis) {
        long now = at(nowMillis);
        if (isOver(nowMillis)) {
            return new PopOutcome.NotPopped(PopRefusal.GAME_OVER);
        }
        if (id < 1 || id > schedule.size()) {
            return new PopOutcome.NotPopped(PopRefusal.UNKNOWN);
        }
        Balloon balloon = schedule.balloon((int) id);
        if (balloon.spawnAtMillis() > now) {
            return new PopOutcome.NotPopped(PopRefusal.FUTURE);
        }
        if (isPopped(balloon.id())) {
            return new PopOutcome.NotPopped(PopRefusal.ALREADY_POPPED);
        }
        if (balloon.goneAtMillis() <= now) {
            return new PopOutcome.NotPopped(PopRefusal.MISSED);
        }
        if (!takeToken()) {
            return new PopOutcome.NotPopped(PopRefusal.TOO_FAST);
        }
        popped[balloon.id() / BITS] |= 1L << balloon.id();
        pops++;
        long before = score;
        score = Math.max(0, score + balloon.points());
        return new PopOutcome.Popped(balloon, (int) (score - before), score);
    }

    /** Returns what is in the air at {@code nowMillis}, of what was reported as appeared. */
    public List<Balloon> inTheAir(long nowMillis) {
        long now = at(nowMillis);
        List<Balloon> up = new ArrayList<>();
        for (int id = oldest; id <= appeared; id++) {
            Balloon balloon = schedule.balloon(id);
            if (isInTheAir(id) && balloon.goneAtMillis() > now) {
                up.add(balloon);
            }
        }
        return up;
    }

    /** Returns whether the time of the game is over at {@code nowMillis}. */
    public boolean isOver(long nowMillis) {
        return at(nowMillis) >= duration;
    }

    /** When it is over, epoch milliseconds. */
    public long endsAtMillis() {
        return startedAt + duration;
    }

    /** Returns how long it has run at {@code nowMillis}, milliseconds, at most its duration. */
    public long elapsedMillis(long nowMillis) {
        return at(nowMillis);
    }

    /** The content it is played under. */
    public BalloonDefinition definition() {
        return definition;
    }

    /** Returns what it has come to at {@code nowMillis}, the end or not. */
    public BalloonScore score(long nowMillis) {
        advance(nowMillis);
        return new BalloonScore(score, pops, misses);
    }

    /** Returns the milliseconds from the start to {@code nowMillis}, and moves the clock there. */
    private long at(long nowMillis) {
        latest = Math.max(latest, nowMillis);
        return Math.min(duration, latest - startedAt);
    }

    /** Tells whether a balloon that has appeared was neither popped nor found missed. */
    private boolean isInTheAir(int id) {
        return !isPopped(id) && (missed[id / BITS] & (1L << id)) == 0;
    }

    private boolean isPopped(int id) {
        return (popped[id / BITS] & (1L << id)) != 0;
    }

    /** Takes a thousand thousandths of a pop from the bucket, which each millisecond fills. */
    private boolean takeToken() {
        long full = definition.popBurst() * MILLIS;
        long filled = (latest - tokensAt) * definition.popsPerSecond();
        tokenMillis = Math.min(full, tokenMillis + filled);
        tokensAt = latest;
        if (tokenMillis < MILLIS) {
            return false;
        }
        tokenMillis -= MILLIS;
        return true;
    }
}
