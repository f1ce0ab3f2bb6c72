package com.luckyfunatic.engine.story;

import com.luckyfunatic.engine.id.Identifiers;
import com.luckyfunatic.engine.id.TextId;

/** The name of a story in the catalog. */
public record StoryId(String value) implements TextId {
    /** Checks the shape. */
    public StoryId {
        Identifiers.require("a story id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
