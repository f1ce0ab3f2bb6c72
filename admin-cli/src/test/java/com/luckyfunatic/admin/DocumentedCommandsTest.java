package com.luckyfunatic.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.luckyfunatic.engine.testkit.pages.DocumentedCommand;
import com.luckyfunatic.engine.testkit.pages.DocumentedCommands;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The commands that stand in blocks of the documentation are ones that the command line takes: with
 * these names, options and values. They are parsed, not carried out.
 */
class DocumentedCommandsTest {
    private static final DocumentedCommands COMMANDS = DocumentedCommands.of("admin");

    private static void parse(DocumentedCommand command) {
        List<String> arguments = new ArrayList<>(command.words());
        if (arguments.getFirst().equals("support")) {
            // The page sets these as variables first.
            arguments.addAll(List.of("--server=https://game.example", "--operator=ada"));
        }
        Admin.commandLine().parseArgs(arguments.toArray(String[]::new));
    }

    @TestFactory
    Stream<DynamicTest> the_command_line_takes_every_command_of_the_documentation() {
        return COMMANDS.inBlocks().stream()
                .map(command ->
                        DynamicTest.dynamicTest(
                                command.toString(),
                                () ->
                                        assertThatCode(() -> parse(command))
                                                .doesNotThrowAnyException()));
    }

    @Test
    void commands_are_found_on_the_pages_that_have_them() {
        assertThat(COMMANDS.inBlocks())
                .hasSizeGreaterThan(50)
                .extracting(command -> command.page().toString())
                .contains(
                        "docs/reference/support.md",
                        "docs/runbooks/entries-quarantined.md",
                        "docs/upgrades.md",
                        "deploy/README.md");
    }
}
