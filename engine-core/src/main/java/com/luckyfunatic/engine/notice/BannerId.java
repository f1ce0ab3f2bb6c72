package com.luckyfunatic.engine.notice;

import com.luckyfunatic.engine.id.Identifiers;
import com.luckyfunatic.engine.id.TextId;

/** The name of a banner in the catalog. */
public record BannerId(String value) implements TextId {
    /** Checks the shape. */
    public BannerId {
        Identifiers.require("a banner id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
