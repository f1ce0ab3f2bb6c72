package com.luckyfunatic.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The commands that stand in blocks of the documentation are ones that the command line takes: with
 * these names, options and values. They are parsed, not carried out.
 */
class DocumentedCommandsTest {
    private static final Path ROOT = Path.of("..");

    /** A command in a fenced or an indented block, without the comment behind it. */
    private static final Pattern COMMAND =
            Pattern.compile("\\s*(?:\\./|bin/)funatic admin (.*?)(?:\\s{2,}# .*)?");

    /** A word, or a text in quotes. */
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    /** What stands for something of the reader's: {@code <id>}, {@code ID}. */
    private static final Pattern PLACEHOLDER = Pattern.compile("<[a-z-]+>|[A-Z]{2,}");

    private record Documented(Path page, int line, List<String> words) {
        private void parse() {
            List<String> arguments = new ArrayList<>(words);
            if (words.getFirst().equals("support")) {
                // The page sets these as variables first.
                arguments.addAll(List.of("--server=https://game.example", "--operator=ada"));
            }
            Admin.commandLine().parseArgs(arguments.toArray(String[]::new));
        }

        @Override
        public String toString() {
            return ROOT.relativize(page) + ":" + line + " " + String.join(" ", words);
        }
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        for (String directory : List.of("docs", "deploy")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(directory))) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
            }
        }
        return pages;
    }

    private static Stream<Documented> in(Path page) {
        List<Documented> found = new ArrayList<>();
        try {
            int number = 0;
            for (String line : Files.readAllLines(page)) {
                number++;
                var command = COMMAND.matcher(line);
                if (command.matches()) {
                    found.add(new Documented(page, number, words(command.group(1))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream();
    }

    private static List<String> words(String command) {
        return WORD.matcher(command)
                .results()
                .map(word ->
                        word.group(1) != null
                                ? word.group(1)
                                : PLACEHOLDER.matcher(word.group(2)).matches()
                                        ? "42"
                                        : word.group(2))
                .toList();
    }

    private static List<Documented> all() throws IOException {
        return pages().stream().flatMap(DocumentedCommandsTest::in).toList();
    }

    @TestFactory
    Stream<DynamicTest> the_command_line_takes_every_command_of_the_documentation()
            throws IOException {
        return all().stream()
                .map(command ->
                        DynamicTest.dynamicTest(
                                command.toString(),
                                () -> assertThatCode(command::parse).doesNotThrowAnyException()));
    }

    @Test
    void commands_are_found_on_the_pages_that_have_them() throws IOException {
        assertThat(all())
                .hasSizeGreaterThan(50)
                .extracting(command -> ROOT.relativize(command.page()).toString())
                .contains(
                        "docs/reference/support.md",
                        "docs/runbooks/entries-quarantined.md",
                        "docs/upgrades.md",
                        "deploy/README.md");
    }
}
