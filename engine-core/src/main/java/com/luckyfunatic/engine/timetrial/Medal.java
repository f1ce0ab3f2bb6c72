package com.luckyfunatic.engine.timetrial;

/** What a target is called, the slowest first. */
public enum Medal {
    BRONZE,
    SILVER,
    GOLD
}
