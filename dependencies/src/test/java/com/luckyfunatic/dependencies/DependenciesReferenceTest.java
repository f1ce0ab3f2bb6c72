package com.luckyfunatic.dependencies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The page of dependencies lists what the build says that the programs run on, each under a licence
 * that is allowed; {@code -Dfunatic.docs.write} renews it.
 */
class DependenciesReferenceTest {
    private static final Path PAGE = Path.of("../docs/reference/dependencies.md");
    private static final Path SBOM = Path.of("target/sbom.json");
    private static final int FEWEST = 50;

    private final List<Library> libraries = Library.read(SBOM);

    @Test
    void every_library_has_an_allowed_licence() {
        assertThat(libraries).hasSizeGreaterThan(FEWEST);
        assertThat(libraries)
                .allSatisfy(library ->
                        assertThat(Licences.allowed(library)).as("%s", library).isNotEmpty());
    }

    @Test
    void programs_have_one_version_of_each_library() {
        assertThat(libraries.stream().map(Library::name)).doesNotHaveDuplicates();
    }

    @Test
    void no_library_of_tests_is_among_them() {
        assertThat(libraries.stream().map(Library::name))
                .contains("org.xerial:sqlite-jdbc", "io.lettuce:lettuce-core")
                .noneMatch(name -> name.contains("junit") || name.contains("assertj"));
    }

    @Test
    void the_page_lists_them() throws IOException {
        String page = page();
        if (Boolean.getBoolean("funatic.docs.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("%s is stale; renew it with -Dfunatic.docs.write=true", PAGE)
                .isEqualTo(page);
    }

    private String page() {
        String allowed =
                new TreeMap<>(Licences.ALLOWED)
                        .entrySet().stream()
                                .map(each -> "| " + each.getKey() + " | " + each.getValue() + " |")
                                .collect(Collectors.joining("\n"));
        String rows =
                libraries.stream()
                        .map(library ->
                                "| `%s` | %s | %s |"
                                        .formatted(
                                                library.name(),
                                                library.version(),
                                                String.join(" or ", library.licences())))
                        .collect(Collectors.joining("\n"));
        return """
        # Dependencies

        <!-- Written by DependenciesReferenceTest; -Dfunatic.docs.write=true renews it. -->

        What the server, the worker and `admin` run on, as the build lists it (CycloneDX), without libraries of tests and
        tools of the build. Where a library offers several licences, we take the first that is allowed. A library under
        any other licence fails the build. The Bouncy Castle Licence is MIT by another name.

        ## Allowed licences

        | licence | what it asks for |
        |---|---|
        %s

        ## Libraries

        | library | version | licence |
        |---|---|---|
        %s
        """
                .formatted(allowed, rows);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"license\":{\"id\":\"MIT\"}}; true",
                "{\"license\":{\"id\":\"AGPL-3.0-only\"}}; false",
                "{\"license\":{\"id\":\"GPL-2.0-only\"}}; false",
                "{\"license\":{\"name\":\"Some terms of our own\"}}; false",
                "{\"license\":{\"id\":\"GPL-3.0-only\"}},{\"license\":{\"id\":\"MIT\"}}; true",
                "{\"expression\":\"GPL-3.0-only OR EPL-2.0\"}; true",
                "{\"expression\":\"Apache-2.0 AND GPL-3.0-only\"}; false",
                "''; false"
            })
    void a_licence_that_is_not_allowed_is_refused(String licences, boolean allowed)
            throws IOException {
        List<Library> read =
                Library.read(
                        "{\"components\":[{\"group\":\"g\",\"name\":\"n\",\"version\":\"1\",\"licenses\":["
                                + licences
                                + "]},{\"group\":\"com.luckyfunatic\",\"name\":\"ours\"}]}");

        assertThat(read).hasSize(1);
        assertThat(Licences.allowed(read.getFirst()).isEmpty()).isNotEqualTo(allowed);
    }
}
