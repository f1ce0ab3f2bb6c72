package com.luckyfunatic.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.luckyfunatic.engine.testkit.pages.DocumentedCommands;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The flags and values that the documentation gives the server are ones that it takes. */
class DocumentedFlagsTest {
    private static final DocumentedCommands COMMANDS = DocumentedCommands.of("serve");

    @TestFactory
    Stream<DynamicTest> the_server_takes_every_flag_of_the_documentation() {
        return COMMANDS.inBlocksAndText().stream()
                .map(command ->
                        DynamicTest.dynamicTest(
                                command.toString(),
                                () ->
                                        assertThatCode(() ->
                                                        new SettingsCommand()
                                                                .parse(command.words(), Map.of()))
                                                .doesNotThrowAnyException()));
    }

    @Test
    void commands_are_found_on_the_pages_that_have_them() {
        assertThat(COMMANDS.inBlocksAndText())
                .hasSizeGreaterThan(8)
                .extracting(command -> command.page().toString())
                .contains("README.md", "docs/reference/configuration.md", "deploy/README.md");
    }
}
