package com.luckyfunatic.engine.stock;

import com.luckyfunatic.engine.id.Identifiers;
import com.luckyfunatic.engine.id.TextId;

/** The name of a supply that is counted for all players together, such as that of a listing. */
public record StockId(String value) implements TextId {
    /** Checks the shape. */
    public StockId {
        Identifiers.require("a stock id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
