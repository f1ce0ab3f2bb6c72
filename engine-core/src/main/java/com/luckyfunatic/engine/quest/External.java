package com.luckyfunatic.engine.quest;

import com.luckyfunatic.engine.id.Identifiers;

/**
 * Something that happened outside the game.
 *
 * @param kind what
 * @param target which one of its kind, as an identifier; empty for a kind that has no target
 */
public record External(ExternalKind kind, String target) {
    /** Checks the shape. */
    public External {
        if (kind.hasTarget()) {
            Identifiers.require("a target", target);
        } else if (!target.isEmpty()) {
            throw new IllegalArgumentException(kind + " has no target, was '" + target + "'");
        }
    }
}
