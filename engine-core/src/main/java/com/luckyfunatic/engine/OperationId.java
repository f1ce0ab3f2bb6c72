package com.luckyfunatic.engine;

/**
 * The caller's name for one intent, unique per player: repeating a command under the same id has
 * one effect and gives the first answer.
 *
 * @param value 1 to {@link #LENGTH_MAX} printable ASCII characters
 */
public record OperationId(String value) {
    /** The most characters of an id. */
    public static final int LENGTH_MAX = 64;

    /** Checks the shape. */
    public OperationId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "an operation id has 1 to " + LENGTH_MAX + " printable ASCII characters");
        }
    }

    /** What the engine's own ids begin with; ids that callers choose freely must not. */
    public static final String OWN_PREFIX = "~";

    /** Returns an id of the engine itself, which no caller's id can collide with. */
    public static OperationId own(String text) {
        return new OperationId(OWN_PREFIX + text);
    }

    /** Returns whether {@code text} can be an operation id. */
    public static boolean isValid(String text) {
        if (text.isBlank() || text.length() > LENGTH_MAX) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 0x20 || text.charAt(i) > 0x7e) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return value;
    }
}
