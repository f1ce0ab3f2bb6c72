package com.luckyfunatic.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How new secrets get their name, on file systems with links and without. */
class DevSecretsTest {
    @TempDir private Path directory;
    private Path draft;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        draft = Files.writeString(directory.resolve("draft"), "mine");
        file = directory.resolve("secrets");
    }

    @Test
    void a_file_in_place_of_the_data_directory_is_named() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> DevSecrets.loadOrCreate(file))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(file + " is a file");
    }

    @Test
    void with_links_the_first_to_come_wins() throws IOException {
        Files.writeString(file, "theirs");

        DevSecrets.publish(draft, file, Files::createLink);

        assertThat(file).hasContent("theirs");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void without_links_the_draft_gets_the_name(boolean known) throws IOException {
        DevSecrets.publish(draft, file, (_, _) -> refuse(known));

        assertThat(file).hasContent("mine");
        assertThat(draft).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void without_links_the_first_to_come_wins(boolean known) throws IOException {
        Files.writeString(file, "theirs");

        DevSecrets.publish(draft, file, (_, _) -> refuse(known));

        assertThat(file).hasContent("theirs");
    }

    /** Java knows of some file systems that they have no links; others only say it when asked. */
    private void refuse(boolean known) throws IOException {
        if (known) {
            throw new UnsupportedOperationException();
        }
        throw new FileSystemException(file.toString(), draft.toString(), "not permitted");
    }
}
