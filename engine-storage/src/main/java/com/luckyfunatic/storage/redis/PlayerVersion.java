package com.luckyfunatic.storage.redis;

/**
 * Which state of a player this is.
 *
 * @param generation the generation of the partition it was confirmed in
 * @param epoch how often the player was loaded into Redis
 * @param sequence of the state
 * @param change the id of the last change, so that a repeated write is recognised; 0 if not known
 */
public record PlayerVersion(long generation, long epoch, long sequence, long change) {
    /**
     * Returns the version that {@code text} is the stored form of.
     *
     * @throws NumberFormatException for any other text
     */
    public static PlayerVersion parse(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 4) {
            throw new NumberFormatException("not a version: '" + text + "'");
        }
        return new PlayerVersion(
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                Long.parseLong(parts[3]));
    }

    /** Returns the version after one more change. */
    public PlayerVersion next(long newSequence, long newChange) {
        return new PlayerVersion(generation, epoch, newSequence, newChange);
    }

    /** Returns the stored form. */
    @Override
    public String toString() {
        return generation + " " + epoch + " " + sequence + " " + change;
    }
}
