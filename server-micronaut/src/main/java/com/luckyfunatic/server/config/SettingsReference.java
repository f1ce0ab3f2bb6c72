package com.luckyfunatic.server.config;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the reference page of the settings from their table. */
final class SettingsReference {
    private SettingsReference() {}

    static String markdown() {
        return INTRODUCTION
                + Arrays.stream(Setting.Group.values())
                        .map(SettingsReference::group)
                        .collect(Collectors.joining("\n"));
    }

    private static String group(Setting.Group group) {
        return "## "
                + group.title()
                + "\n\n| name | environment | default | value | meaning |\n|---|---|---|---|---|\n"
                + ServerSettings.ALL.stream()
                        .filter(setting -> setting.group() == group)
                        .map(SettingsReference::row)
                        .collect(Collectors.joining());
    }

    private static String row(Setting<?> setting) {
        String variables =
                Stream.concat(Stream.of(setting.variable()), setting.otherVariables().stream())
                        .map(variable -> "`" + variable + "`")
                        .collect(Collectors.joining(", "));
        return "| `%s`%s | %s | %s | %s | %s |%n"
                .formatted(
                        setting.name(),
                        setting.secret() ? " (secret)" : "",
                        variables,
                        defaultText(setting),
                        escape(setting.type().expected()),
                        setting.description())
                .replace(System.lineSeparator(), "\n");
    }

    private static String defaultText(Setting<?> setting) {
        String dev = code(setting.devDefault());
        return setting.devDefault().equals(setting.prodDefault())
                ? dev
                : dev + " (prod: " + code(setting.prodDefault()) + ")";
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    private static String escape(String text) {
        return text.replace("<", "&lt;").replace(">", "&gt;").replace("|", "\\|");
    }

    private static final String INTRODUCTION =
            """
            # Configuration

            This page is written from the table in `ServerSettings`; a test fails when it is stale.

            A setting is given as a flag (`./funatic serve --http-port 9000`), as an environment variable
            (`FUNATIC_HTTP_PORT=9000`) or in a YAML file named by `--config FILE` or `FUNATIC_CONFIG`
            (`http-port: 9000`; lists as YAML lists). Flags win over variables, variables over the file, the file over
            defaults. Secrets have no flag, because every user of a machine can read command lines. An empty variable
            counts as not given.

            Unknown flags, `FUNATIC_…` variables and file keys, and invalid values, stop the start with exit code 2 and name
            all problems at once; so do unsafe settings, once everything could be read. Other exit codes: 1 the server could
            not start, 3 a port is in use.

            In prod mode the start is refused without `FUNATIC_JWT_KEYS` and bots, with secrets that look like examples,
            with the dev login, with development servers, without rate limits, with `*` in `cors-origins` or
            `frame-ancestors`, with `trusted-proxies` wider than any private network, and with a `telegram-api-url` of
            another machine without TLS.

            """;
}
