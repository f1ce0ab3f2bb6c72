package com.luckyfunatic.storage.redis.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the sources of the module {@code lua} look like, whatever they do. */
final class ScriptShapeTest {
    private static final Path SOURCES = Path.of("..", "lua", "src");
    private static final Pattern FILE = Pattern.compile("([a-z_]+)-(\\d+)\\.lua");

    static List<Path> commands() {
        return sources("commands");
    }

    static List<Path> includes() {
        return sources("includes");
    }

    private static List<Path> sources(String folder) {
        try (Stream<Path> files = Files.list(SOURCES.resolve(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(String text) {
        return text.lines()
                .takeWhile(line -> line.startsWith("--"))
                .reduce("", (a, b) -> a + b + "\n");
    }

    private static String code(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("--"))
                .reduce("", (a, b) -> a + b + "\n");
    }

    private static NavigableSet<Integer> indexes(String array, String text) {
        NavigableSet<Integer> indexes = new TreeSet<>();
        Pattern.compile(array + "\\[(\\d+)]|unpack\\(" + array + ", (\\d+)\\)")
                .matcher(text)
                .results()
                .map(ScriptShapeTest::index)
                .forEach(indexes::add);
        return indexes;
    }

    private static int index(MatchResult match) {
        return Integer.parseInt(match.group(1) == null ? match.group(2) : match.group(1));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void the_name_says_how_many_keys_it_takes(Path source) {
        var name = FILE.matcher(source.getFileName().toString());
        assertThat(name.matches()).isTrue();
        int keys = Integer.parseInt(name.group(2));
        NavigableSet<Integer> used = indexes("KEYS", code(read(source)));

        assertThat(used).hasSize(keys);
        assertThat(keys == 0 || used.getLast() == keys).isTrue();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_key_and_argument_is_in_the_header_and_used(Path source) {
        String text = read(source);
        for (String array : List.of("KEYS", "ARGV")) {
            assertThat(indexes(array, code(text))).isEqualTo(indexes(array, header(text)));
        }
        assertThat(header(text)).contains("-- Reply: ");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void it_can_be_assembled(Path source) {
        var name = FILE.matcher(source.getFileName().toString());
        assertThat(name.matches()).isTrue();

        Script script =
                ScriptLoader.standard().load(name.group(1), Integer.parseInt(name.group(2)));

        assertThat(script.text()).contains("return");
    }

    static List<Path> all() {
        return Stream.concat(commands().stream(), includes().stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void no_key_is_built_inside_and_no_amount_passes_through_a_text_conversion(Path source) {
        String code = code(read(source));

        assertThat(code)
                .doesNotContainPattern("redis\\.p?call\\('[A-Z]+', *'")
                .doesNotContain("tostring", "math.fmod", "cjson.encode", "redis.call('TIME'");
    }

    @ParameterizedTest
    @MethodSource("includes")
    void an_include_is_one_local_function_of_its_name(Path source) {
        String name = source.getFileName().toString().replace(".lua", "");

        assertThat(code(read(source)).stripLeading())
                .startsWith("local function " + name + "(")
                .doesNotContainPattern("(?m)^(?!local function " + name + ")(local )?function");
    }
}
