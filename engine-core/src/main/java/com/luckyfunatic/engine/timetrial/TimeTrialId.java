package com.luckyfunatic.engine.timetrial;

import com.luckyfunatic.engine.id.Identifiers;
import com.luckyfunatic.engine.id.TextId;

/** The name of a level of the time trials. */
public record TimeTrialId(String value) implements TextId {
    /** Checks the shape. */
    public TimeTrialId {
        Identifiers.require("a time trial id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
