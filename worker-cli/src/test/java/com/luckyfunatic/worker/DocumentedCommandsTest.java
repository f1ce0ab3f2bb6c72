package com.luckyfunatic.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.testkit.pages.DocumentedCommand;
import com.luckyfunatic.engine.testkit.pages.DocumentedCommands;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine.ParseResult;

/**
 * The commands of the documentation are ones that the command line takes, with jobs that there are.
 * They are parsed, not carried out.
 */
class DocumentedCommandsTest {
    private static final DocumentedCommands COMMANDS = DocumentedCommands.of("worker");

    private static List<String> jobs(DocumentedCommand command) {
        ParseResult parsed = Worker.commandLine().parseArgs(command.words().toArray(String[]::new));
        return parsed.hasSubcommand()
                ? parsed.subcommand().matchedPositionals().stream()
                        .flatMap(job -> job.originalStringValues().stream())
                        .toList()
                : List.of();
    }

    @TestFactory
    Stream<DynamicTest> the_command_line_takes_every_command_of_the_documentation() {
        return COMMANDS.inBlocksAndText().stream()
                .map(command ->
                        DynamicTest.dynamicTest(
                                command.toString(),
                                () -> assertThat(jobs(command)).isSubsetOf(Jobs.names())));
    }

    @Test
    void commands_are_found_on_the_pages_that_have_them() {
        assertThat(COMMANDS.inBlocksAndText())
                .hasSizeGreaterThan(10)
                .extracting(command -> command.page().toString())
                .contains(
                        "docs/reference/operations.md",
                        "docs/runbooks/worker-down.md",
                        "deploy/README.md");
        assertThat(COMMANDS.inBlocks().stream().flatMap(command -> jobs(command).stream()))
                .contains("drain-journals", "pay-prizes");
    }
}
