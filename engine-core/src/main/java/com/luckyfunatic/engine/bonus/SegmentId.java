package com.luckyfunatic.engine.bonus;

import com.luckyfunatic.engine.id.Identifiers;
import com.luckyfunatic.engine.id.TextId;

/** The name of a segment of the wheel in the catalog. */
public record SegmentId(String value) implements TextId {
    /** Checks the shape. */
    public SegmentId {
        Identifiers.require("a segment id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
