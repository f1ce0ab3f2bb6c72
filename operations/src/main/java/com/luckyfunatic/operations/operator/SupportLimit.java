package com.luckyfunatic.operations.operator;

import java.util.Locale;

/**
 * The most that one operator gives or takes at once, or of how many players, without another
 * person's approval: settings that server and {@code admin} read alike.
 */
public enum SupportLimit {
    FUNZ("1000000"),
    JOKERS("1000"),
    ITEMS("20"),
    STARS("500"),
    /** Of how many players a file is; nothing that a day has a limit of. */
    PLAYERS("50");

    private final String usual;

    SupportLimit(String usual) {
        this.usual = usual;
    }

    /** Its name in files and as a flag. */
    public String key() {
        return "support-limit-" + name().toLowerCase(Locale.ROOT);
    }

    /** Its environment variable. */
    public String variable() {
        return "FUNATIC_SUPPORT_LIMIT_" + name();
    }

    /** What counts when nothing is said. */
    public String usual() {
        return usual;
    }
}
