package com.luckyfunatic.engine.booster;

import com.luckyfunatic.engine.id.Identifiers;
import com.luckyfunatic.engine.id.TextId;

/** The name of a booster in the catalog, such as {@code turbo_tap}. */
public record BoosterType(String value) implements TextId {
    /** Checks the shape. */
    public BoosterType {
        Identifiers.require("a booster type", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
