package com.luckyfunatic.engine.conversion;

import com.luckyfunatic.engine.id.Identifiers;
import com.luckyfunatic.engine.id.TextId;

/** The name of a conversion in the catalog. */
public record ConversionId(String value) implements TextId {
    /** Checks the shape. */
    public ConversionId {
        Identifiers.require("a conversion id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
