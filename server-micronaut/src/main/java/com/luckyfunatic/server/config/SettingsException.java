package com.luckyfunatic.server.config;

import java.util.List;

/** Says everything that is wrong with the settings, one sentence each; never repeats a secret. */
public final class SettingsException extends RuntimeException {
    private final List<String> problems;

    /** Says {@code problems}. */
    public SettingsException(List<String> problems) {
        super(String.join("\n", problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
