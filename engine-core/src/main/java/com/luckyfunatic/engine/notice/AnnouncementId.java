package com.luckyfunatic.engine.notice;

import com.luckyfunatic.engine.id.Identifiers;
import com.luckyfunatic.engine.id.TextId;

/** The name of an announcement in the catalog. */
public record AnnouncementId(String value) implements TextId {
    /** Checks the shape. */
    public AnnouncementId {
        Identifiers.require("an announcement id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
