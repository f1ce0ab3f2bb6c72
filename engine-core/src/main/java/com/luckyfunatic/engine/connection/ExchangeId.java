package com.luckyfunatic.engine.connection;

import com.luckyfunatic.engine.id.Identifiers;
import com.luckyfunatic.engine.id.TextId;

/** The name of an exchange in the catalog. */
public record ExchangeId(String value) implements TextId {
    /** Checks the shape. */
    public ExchangeId {
        Identifiers.require("an exchange id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
