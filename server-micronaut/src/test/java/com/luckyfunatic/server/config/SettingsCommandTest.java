package com.luckyfunatic.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsCommandTest {
    @TempDir private Path directory;

    @Test
    void flags_take_their_value_after_a_space_or_an_equals_sign() {
        Settings settings =
                parse("--http-port", "0", "--data-dir=/tmp/x", "--dev-servers", "--workers=false");

        assertThat(settings.get(ServerSettings.HTTP_PORT)).isZero();
        assertThat(settings.get(ServerSettings.DATA_DIR)).isEqualTo(Path.of("/tmp/x"));
        assertThat(settings.get(ServerSettings.DEV_SERVERS)).isTrue();
        assertThat(settings.get(ServerSettings.WORKERS)).isFalse();
    }

    @Test
    void the_configuration_file_comes_from_the_flag_or_from_the_environment() throws IOException {
        Path byFlag = Files.writeString(directory.resolve("flag.yml"), "node-id: 5");
        Path byVariable = Files.writeString(directory.resolve("variable.yml"), "node-id: 6");
        Map<String, String> environment = Map.of("FUNATIC_CONFIG", byVariable.toString());

        Settings both =
                Objects.requireNonNull(
                        new SettingsCommand()
                                .parse(List.of("--config", byFlag.toString()), environment));
        Settings variableOnly =
                Objects.requireNonNull(new SettingsCommand().parse(List.of(), environment));

        assertThat(both.get(ServerSettings.NODE_ID)).isEqualTo(5);
        assertThat(variableOnly.get(ServerSettings.NODE_ID)).isEqualTo(6);
    }

    @Test
    void an_unknown_flag_is_refused_with_a_suggestion() {
        assertThat(refusal("--http-prot=1"))
                .hasMessage("Unknown option: '--http-prot'; did you mean --http-port?");
        assertThat(refusal("--entirely-different")).hasMessageNotContaining("did you mean");
        assertThat(refusal("stray")).hasMessageContaining("stray");
        assertThat(refusal("--http-port")).hasMessageContaining("--http-port");
    }

    @Test
    void what_is_wrong_with_the_command_line_is_told_with_what_is_wrong_elsewhere() {
        SettingsException refusal =
                catchThrowableOfType(
                        SettingsException.class,
                        () ->
                                new SettingsCommand()
                                        .parse(
                                                List.of(
                                                        "--http-prot",
                                                        "9000",
                                                        "--nodeid=7",
                                                        "stray",
                                                        "--node-id=x",
                                                        "--config=a.yaml",
                                                        "--config=b.yaml"),
                                                Map.of("FUNATIC_HTTP_PORT", "nonsense")));

        assertThat(refusal.problems())
                .containsExactlyInAnyOrder(
                        "Unknown option: '--http-prot'; did you mean --http-port?",
                        "Unknown option: '--nodeid'; did you mean --node-id?",
                        "Unmatched argument: 'stray'",
                        "option '--config' (FILE) should be specified only once",
                        "cannot read the configuration file a.yaml (NoSuchFileException)",
                        "--node-id: 'x' is not valid; expected a whole number from 0 to 1023",
                        "FUNATIC_HTTP_PORT: 'nonsense' is not valid; expected a whole number from"
                                + " 0 to 65535");
    }

    @Test
    void secrets_have_no_flag_and_are_not_repeated() {
        String instead =
                "Unknown option: '--jwt-keys'; secrets have no flag: set FUNATIC_JWT_KEYS, or"
                        + " jwt-keys in the configuration file";
        assertThat(refusal("--jwt-keys=hush")).hasMessage(instead);
        assertThat(refusal("--jwt-keys", "hush")).hasMessage(instead);
    }

    @Test
    void help_lists_every_setting() {
        SettingsCommand command = new SettingsCommand();

        assertThat(command.parse(List.of("--help"), Map.of())).isNull();
        assertThat(command.help())
                .contains(ServerSettings.ALL.stream().map(Setting::variable).toList())
                .contains("--http-port=VALUE", "--config=FILE", "Storage");
    }

    private static Settings parse(String... arguments) {
        return Objects.requireNonNull(new SettingsCommand().parse(List.of(arguments), Map.of()));
    }

    private static SettingsException refusal(String... arguments) {
        return catchThrowableOfType(
                SettingsException.class,
                () -> new SettingsCommand().parse(List.of(arguments), Map.of()));
    }
}
