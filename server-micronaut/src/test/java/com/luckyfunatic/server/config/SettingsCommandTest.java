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
                .hasMessage("Unknown option: '--http-prot=1'; did you mean --http-port?");
        assertThat(refusal("--entirely-different")).hasMessageNotContaining("did you mean");
        assertThat(refusal("stray")).hasMessageContaining("stray");
        assertThat(refusal("--http-port")).hasMessageContaining("--http-port");
    }

    @Test
    void secrets_have_no_flag() {
        assertThat(refusal("--jwt-keys=x")).hasMessageContaining("Unknown option");
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
