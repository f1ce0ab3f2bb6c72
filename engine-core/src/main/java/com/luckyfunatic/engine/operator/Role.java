package com.luckyfunatic.engine.operator;

import java.util.Arrays;
import java.util.Optional;

/** What an operator may do; one may have several. */
public enum Role {
    /** Looks players up and helps them within limits. */
    SUPPORT("support"),
    /** The same, and approves what is above the limits of others. */
    SUPPORT_LEAD("support-lead"),
    /** Runs tournaments and content. */
    LIVE_OPS("live-ops"),
    /** Reads everything, also what operators did; changes nothing. */
    AUDITOR("auditor");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** Returns how it is written in commands and stores. */
    public String word() {
        return word;
    }

    /** Returns the role that is written as {@code word}; empty for none. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
    }
}
