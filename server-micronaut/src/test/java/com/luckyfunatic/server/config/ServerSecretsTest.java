package com.luckyfunatic.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.server.telegram.BotToken;
import com.luckyfunatic.server.token.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerSecretsTest {
    @TempDir private Path directory;

    @Test
    void dev_mode_makes_secrets_once_and_keeps_them_for_its_owner_only() throws IOException {
        Path dataDir = directory.resolve("new/data");
        ServerSecrets first = ServerSecrets.of(settings(dataDir, Map.of()));
        ServerSecrets second = ServerSecrets.of(settings(dataDir, Map.of()));

        assertThat(first.bots()).containsExactly(first.devBot());
        assertThat(second.devBot()).isEqualTo(first.devBot());
        assertThat(second.signingKeys().getFirst().encoded())
                .isEqualTo(first.signingKeys().getFirst().encoded());
        try (var files = Files.list(dataDir)) {
            assertThat(files)
                    .singleElement()
                    .satisfies(file ->
                            assertThat(
                                            PosixFilePermissions.toString(
                                                    Files.getPosixFilePermissions(file)))
                                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void given_secrets_are_used_and_the_dev_bot_joins_them() {
        String key = SigningKey.random("mine").encoded();
        ServerSecrets secrets =
                ServerSecrets.of(
                        settings(
                                directory,
                                Map.of(
                                        "FUNATIC_JWT_KEYS",
                                        key,
                                        "FUNATIC_TELEGRAM_BOT_TOKENS",
                                        "42:TEST")));

        assertThat(secrets.signingKeys()).extracting(SigningKey::encoded).containsExactly(key);
        assertThat(secrets.bots()).containsExactly(BotToken.parse("42:TEST"), secrets.devBot());
    }

    @Test
    void without_the_dev_login_no_bot_is_made_up() {
        ServerSecrets secrets =
                ServerSecrets.of(settings(directory, Map.of("FUNATIC_DEV_LOGIN", "false")));

        assertThat(secrets.devBot()).isNull();
        assertThat(secrets.bots()).isEmpty();
        assertThat(secrets.signingKeys()).hasSize(1);
    }

    @Test
    void nothing_is_written_when_nothing_is_missing() {
        ServerSecrets.of(
                settings(
                        directory,
                        Map.of(
                                "FUNATIC_JWT_KEYS",
                                SigningKey.random("a").encoded(),
                                "FUNATIC_DEV_LOGIN",
                                "false")));

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void a_damaged_file_is_reported() throws IOException {
        Files.writeString(directory.resolve("dev-secrets.properties"), "jwt-key=broken");

        assertThatThrownBy(() -> ServerSecrets.of(settings(directory, Map.of())))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("is damaged");
    }

    @Test
    void a_data_directory_that_cannot_be_made_is_reported() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> ServerSecrets.of(settings(file.resolve("data"), Map.of())))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("cannot keep the dev secrets");
    }

    private static Settings settings(Path dataDir, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("FUNATIC_DATA_DIR", dataDir.toString());
        return SettingsLoader.load(new SettingsSources(Map.of(), all, null));
    }
}
