package com.luckyfunatic.engine.item;

import com.luckyfunatic.engine.id.Identifiers;
import com.luckyfunatic.engine.id.TextId;

/** The name of an item in the catalog. */
public record ItemId(String value) implements TextId {
    /** Checks the shape. */
    public ItemId {
        Identifiers.require("an item id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
