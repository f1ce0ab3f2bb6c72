package com.luckyfunatic.engine.balloon;

/**
 * Which balloons a game has: the same for the same seed and content, whoever asks.
 *
 * <p>Nothing is kept: balloon <i>n</i> is computed from the seed, with one step of SplitMix64 each
 * for kind, place and moment. So a game of any length costs no memory. In each part of {@link
 * BalloonDefinition#spawnEvery()} one balloon appears, so they appear by rising number. Whole
 * numbers only. Immutable and thread-safe.
 */
public final class BalloonSchedule {
    /** What {@link Balloon#x} stays below. */
    public static final int WIDTH = 1000;

    private static final long GAMMA = 0x9e3779b97f4a7c15L;
    private static final int DRAWS = 3;

    private final BalloonDefinition definition;
    private final long seed;
    private final int size;
    private final long spawnEvery;
    private final int weights;

    /**
     * Makes the schedule of a game.
     *
     * @param definition a valid one, of a game that is offered
     */
    public BalloonSchedule(BalloonDefinition definition, long seed) {
        this.definition = definition;
        this.seed = seed;
        size = definition.balloons();
        spawnEvery = definition.spawnEvery().toMillis();
        weights = definition.kinds().stream().mapToInt(BalloonKind::weight).sum();
    }

    /** Returns how many balloons there are; their numbers are 1 to this. */
    public int size() {
        return size;
    }

    /**
     * Returns the balloon with the number {@code id}.
     *
     * @param id 1 to {@link #size()}
     */
    public Balloon balloon(int id) {
        if (id < 1 || id > size) {
            throw new IllegalArgumentException(
                    "balloons have numbers 1 to " + size + ", not " + id);
        }
        BalloonKind kind = kind(draw(id, 0, weights));
        return new Balloon(
                id,
                kind.id(),
                draw(id, 1, WIDTH),
                kind.speed(),
                (id - 1) * spawnEvery + draw(id, 2, Math.toIntExact(spawnEvery)),
                kind.lifetime().toMillis(),
                kind.points());
    }

    private BalloonKind kind(int drawn) {
        int left = drawn;
        for (BalloonKind kind : definition.kinds()) {
            if (left < kind.weight()) {
                return kind;
            }
            left -= kind.weight();
        }
        throw new IllegalStateException("the weights make " + weights + ", drawn was " + drawn);
    }

    /**
     * Returns a number from 0 to {@code bound}, exclusive. The remainder of 64 bits favours small
     * numbers by less than one in 2^32.
     */
    private int draw(int id, int which, int bound) {
        long z = seed + GAMMA * ((long) id * DRAWS + which);
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return (int) Long.remainderUnsigned(z ^ (z >>> 31), bound);
    }
}
