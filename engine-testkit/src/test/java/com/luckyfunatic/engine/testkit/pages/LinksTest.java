package com.luckyfunatic.engine.testkit.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links within the pages lead to files that there are, and to headings in them. */
class LinksTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");
    private static final Pattern HEADING = Pattern.compile("#{1,6} (.*)");
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\"");
    private static final Pattern BLOCK = Pattern.compile("```.*?```", Pattern.DOTALL);

    private final Map<Path, Set<String>> anchors = new HashMap<>();

    @Test
    void every_link_leads_somewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        List<Path> pages = pages();

        for (Path page : pages) {
            Matcher link = LINK.matcher(text(page));
            while (link.find()) {
                if (!ELSEWHERE.matcher(link.group(1)).matches()
                        && !leadsSomewhere(page, link.group(1))) {
                    broken.add(ROOT.relativize(page) + ": " + link.group(1));
                }
            }
        }

        assertThat(pages).hasSizeGreaterThan(100);
        assertThat(broken).isEmpty();
    }

    private static List<Path> pages() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String directory : List.of("", "deploy", "benchmarks", "lua")) {
            try (Stream<Path> files = Files.list(ROOT.resolve(directory))) {
                files.filter(LinksTest::isPage).forEach(found::add);
            }
        }
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            files.filter(LinksTest::isPage).forEach(found::add);
        }
        return found;
    }

    private static boolean isPage(Path file) {
        return file.toString().endsWith(".md");
    }

    private boolean leadsSomewhere(Path page, String link) {
        int mark = link.indexOf('#');
        String file = mark < 0 ? link : link.substring(0, mark);
        Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        return mark < 0
                || !isPage(target)
                || anchors.computeIfAbsent(target, LinksTest::anchorsOf)
                        .contains(link.substring(mark + 1));
    }

    private static Set<String> anchorsOf(Path page) {
        Set<String> found = new HashSet<>();
        Map<String, Integer> times = new HashMap<>();
        for (String line : text(page).lines().toList()) {
            Matcher anchor = ANCHOR.matcher(line);
            while (anchor.find()) {
                found.add(anchor.group(1));
            }
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                String name = nameOf(heading.group(1));
                int before = times.merge(name, 1, Integer::sum) - 1;
                found.add(before == 0 ? name : name + "-" + before);
            }
        }
        return found;
    }

    /** Returns what a heading is called in links: its words in small letters, joined by hyphens. */
    private static String nameOf(String heading) {
        return heading.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                .replace(' ', '-');
    }

    private static String text(Path page) {
        try {
            return BLOCK.matcher(Files.readString(page)).replaceAll("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
