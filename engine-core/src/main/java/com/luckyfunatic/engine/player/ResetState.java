package com.luckyfunatic.engine.player;

import org.jspecify.annotations.Nullable;

/**
 * What became of a player's games before this one, and whether they are those of somebody who paid.
 *
 * @param resets how often the game began anew
 * @param kept the game before the last reset, as it was then; null when there was no reset, or it
 *     was brought back
 * @param hasPaid whether the player has ever paid with Telegram Stars, or had anything from the
 *     platform or sent anything there; not told of what was before it was counted
 */
public record ResetState(int resets, @Nullable KeptGame kept, boolean hasPaid) {
    /** The game never began anew, and nothing was paid. */
    public static final ResetState NONE = new ResetState(0, null, false);

    /** Checks that something is kept only of a reset. */
    public ResetState {
        if (resets < 0 || (resets == 0 && kept != null)) {
            throw new IllegalArgumentException("nothing can be kept of " + resets + " resets");
        }
    }

    /** Returns this after another reset, of which {@code game} is kept. */
    ResetState after(KeptGame game) {
        return new ResetState(Math.addExact(resets, 1), game, hasPaid);
    }

    /** Returns this after what was kept was brought back. */
    ResetState restored() {
        return new ResetState(resets, null, hasPaid);
    }

    /** Returns this after the player has paid. */
    public ResetState paid() {
        return hasPaid ? this : new ResetState(resets, kept, true);
    }
}
