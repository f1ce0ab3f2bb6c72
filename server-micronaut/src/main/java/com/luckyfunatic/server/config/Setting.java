package com.luckyfunatic.server.config;

import java.util.List;
import java.util.Locale;

/**
 * One row of the table of settings.
 *
 * @param name its name in the configuration file, and of its flag after two hyphens
 * @param group the heading under which it is listed
 * @param type how its text is read
 * @param devDefault its text where nothing is given in development mode
 * @param prodDefault its text where nothing is given in production mode
 * @param description one or two sentences for the operator
 * @param otherVariables further environment variables that give it, beside {@link #variable()}
 * @param secret never shown, and without a flag, because every user of a machine can read command
 *     lines
 * @param <T> the value's type
 */
public record Setting<T>(
        String name,
        Group group,
        SettingType<T> type,
        String devDefault,
        String prodDefault,
        String description,
        List<String> otherVariables,
        boolean secret) {
    /** Headings of the table. */
    public enum Group {
        /** What runs where. */
        SERVER("Server"),
        /** Where state is kept. */
        STORAGE("Storage"),
        /** Who may log in. */
        TELEGRAM("Telegram"),
        /** Whose wallets may be connected. */
        TON("TON wallets"),
        /** Keys that callers are recognised by. */
        TOKENS("Tokens and keys"),
        /** What keeps one caller from harming others. */
        LIMITS("Limits"),
        /** What browsers are told. */
        BROWSERS("Browsers"),
        /** What operators see. */
        OBSERVABILITY("Logs, metrics, errors");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** The prefix of every environment variable of the project. */
    public static final String VARIABLE_PREFIX = "FUNATIC_";

    /** A setting whose default does not depend on the mode. */
    public static <T> Setting<T> of(
            Group group, String name, SettingType<T> type, String defaultText, String description) {
        return new Setting<>(
                name, group, type, defaultText, defaultText, description, List.of(), false);
    }

    Setting<T> inProduction(String text) {
        return new Setting<>(
                name, group, type, devDefault, text, description, otherVariables, secret);
    }

    Setting<T> alsoFrom(String variable) {
        return new Setting<>(
                name, group, type, devDefault, prodDefault, description, List.of(variable), secret);
    }

    Setting<T> keptSecret() {
        return new Setting<>(
                name, group, type, devDefault, prodDefault, description, otherVariables, true);
    }

    /** The flag on the command line. */
    public String flag() {
        return "--" + name;
    }

    /** The environment variable: the name in upper case behind {@value #VARIABLE_PREFIX}. */
    public String variable() {
        return VARIABLE_PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    String defaultText(Mode mode) {
        return mode == Mode.DEV ? devDefault : prodDefault;
    }
}
