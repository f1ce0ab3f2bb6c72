package com.luckyfunatic.engine.platform;

/**
 * The name of one transfer, for the game and the platform alike. Who asks for a transfer makes it
 * of the player and the operation id, so that a repeat is a repeat to the platform too.
 *
 * @param value {@link #LENGTH} lower-case hexadecimal digits
 */
public record TransferId(String value) implements Comparable<TransferId> {
    /** The digits of a name. */
    public static final int LENGTH = 32;

    /** Checks the shape. */
    public TransferId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "a transfer id has " + LENGTH + " lower-case hexadecimal digits");
        }
    }

    /** Returns whether {@code text} can be the name of a transfer. */
    public static boolean isValid(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(TransferId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
