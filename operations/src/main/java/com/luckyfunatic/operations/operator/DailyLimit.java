package com.luckyfunatic.operations.operator;

import com.luckyfunatic.engine.operator.Budget;
import java.util.Locale;

/**
 * The most that one operator gives and takes in a UTC day, by plans and by files: settings that
 * server and {@code admin} read alike.
 */
public enum DailyLimit {
    FUNZ("10000000"),
    JOKERS("10000"),
    ITEMS("200"),
    DECISIONS("200"),
    STARS("5000");

    private final String usual;

    DailyLimit(String usual) {
        this.usual = usual;
    }

    /** What counts against it. */
    public Budget budget() {
        return Budget.valueOf(name());
    }

    /** Its name in files and as a flag. */
    public String key() {
        return "support-daily-" + name().toLowerCase(Locale.ROOT);
    }

    /** Its environment variable. */
    public String variable() {
        return "FUNATIC_SUPPORT_DAILY_" + name();
    }

    /** What counts when nothing is said. */
    public String usual() {
        return usual;
    }
}
