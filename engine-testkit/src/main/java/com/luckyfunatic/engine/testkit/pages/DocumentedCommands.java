package com.luckyfunatic.engine.testkit.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the commands of one program of {@code ./funatic} on the pages. Immutable. */
public final class DocumentedCommands {
    private static final String FUNATIC = "(?:\\./|bin/)funatic ";

    /** A word, or a text in quotes. */
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    /** What stands for something of the reader's: {@code <id>}, {@code ID}. */
    private static final Pattern PLACEHOLDER = Pattern.compile("<[a-z-]+>|[A-Z]{2,}");

    private static final String FILLED_IN = "42";

    private final Path root;
    private final Pattern inBlock;
    private final Pattern inText;

    private DocumentedCommands(Path root, String program) {
        this.root = root;
        String variables = "(?:[A-Z_]+=\\S+ )*";
        String comment = "(?:\\s{2,}# .*)?";
        inBlock = Pattern.compile("\\s*" + variables + FUNATIC + program + "(?: (.*?))?" + comment);
        inText = Pattern.compile("`" + FUNATIC + program + "(?: ([^`]*))?`");
    }

    /**
     * Of the program that {@code ./funatic} knows by the name {@code program}, for tests that run
     * in the directory of their module.
     */
    public static DocumentedCommands of(String program) {
        return of(Path.of(".."), program);
    }

    /**
     * The same on other pages.
     *
     * @param root the project's directory
     */
    static DocumentedCommands of(Path root, String program) {
        return new DocumentedCommands(root, program);
    }

    /** Returns those in fenced and indented blocks, without the comments behind them. */
    public List<DocumentedCommand> inBlocks() {
        return onPages(this::inBlock);
    }

    /** Returns those in blocks, and those that are named in a text, which may leave things away. */
    public List<DocumentedCommand> inBlocksAndText() {
        return onPages(line -> Stream.concat(inBlock(line), inText.matcher(line).results()));
    }

    private Stream<MatchResult> inBlock(String line) {
        Matcher command = inBlock.matcher(line);
        return command.matches() ? Stream.of(command.toMatchResult()) : Stream.empty();
    }

    private List<DocumentedCommand> onPages(Function<String, Stream<MatchResult>> inLine) {
        List<DocumentedCommand> found = new ArrayList<>();
        try {
            for (Path page : pages()) {
                int number = 0;
                for (String line : Files.readAllLines(page)) {
                    number++;
                    for (MatchResult command : inLine.apply(line).toList()) {
                        found.add(
                                new DocumentedCommand(
                                        root.relativize(page), number, words(command)));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(root.resolve("README.md")));
        for (String directory : List.of("docs", "deploy")) {
            try (Stream<Path> files = Files.walk(root.resolve(directory))) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
            }
        }
        return pages;
    }

    private static List<String> words(MatchResult command) {
        String text = command.group(1);
        return text == null
                ? List.of()
                : WORD.matcher(text).results().map(DocumentedCommands::word).toList();
    }

    private static String word(MatchResult word) {
        if (word.group(1) != null) {
            return word.group(1);
        }
        return PLACEHOLDER.matcher(word.group(2)).matches() ? FILLED_IN : word.group(2);
    }
}
