package com.luckyfunatic.engine.testkit.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentedCommandsTest {
    @TempDir private Path root;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                root.resolve("README.md"),
                """
                `./funatic serve --help` lists them, and `./funatic serve` starts it.

                    ./funatic serve     # builds first
                    FUNATIC_MODE=dev JAVA_OPTS=-Xmx1g bin/funatic serve --http-port 9000    # play
                    ./funatic server
                    say ./funatic serve --nothing
                """);
        Files.writeString(
                Files.createDirectory(root.resolve("docs")).resolve("support.md"),
                """
                    ./funatic admin player ban <player-id> --reason 'two words' --by ID
                """);
        Files.createDirectory(root.resolve("deploy"));
    }

    @Test
    void commands_in_blocks_are_found_without_variables_and_comments() {
        assertThat(DocumentedCommands.of(root, "serve").inBlocks())
                .extracting(DocumentedCommand::words)
                .containsExactly(List.of(), List.of("--http-port", "9000"));
    }

    @Test
    void commands_in_the_text_are_found_too() {
        assertThat(DocumentedCommands.of(root, "serve").inBlocksAndText())
                .extracting(DocumentedCommand::words)
                .containsExactly(
                        List.of("--help"), List.of(), List.of(), List.of("--http-port", "9000"));
    }

    @Test
    void quotes_hold_words_together_and_what_is_the_readers_is_filled_in() {
        assertThat(DocumentedCommands.of(root, "admin").inBlocks())
                .containsExactly(
                        new DocumentedCommand(
                                Path.of("docs/support.md"),
                                1,
                                List.of(
                                        "player",
                                        "ban",
                                        "42",
                                        "--reason",
                                        "two words",
                                        "--by",
                                        "42")));
    }
}
