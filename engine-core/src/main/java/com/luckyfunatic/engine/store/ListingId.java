package com.luckyfunatic.engine.store;

import com.luckyfunatic.engine.id.Identifiers;
import com.luckyfunatic.engine.id.TextId;

/** The name of a listing in the catalog. */
public record ListingId(String value) implements TextId {
    /** Checks the shape. */
    public ListingId {
        Identifiers.require("a listing id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
