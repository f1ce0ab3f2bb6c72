package com.luckyfunatic.engine.quest;

import com.luckyfunatic.engine.id.Identifiers;
import com.luckyfunatic.engine.id.TextId;

/**
 * The name of a quest in the catalog. Shorter than other names, because it is part of the operation
 * id under which a due quest is completed.
 */
public record QuestId(String value) implements TextId {
    /** The most characters of a name. */
    public static final int LENGTH_MAX = 40;

    /** Checks the shape. */
    public QuestId {
        Identifiers.require("a quest id", value);
        if (value.length() > LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "a quest id must be 1 to " + LENGTH_MAX + " characters, was '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
