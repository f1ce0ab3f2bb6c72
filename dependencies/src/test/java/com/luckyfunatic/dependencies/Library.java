package com.luckyfunatic.dependencies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A library that a program runs on.
 *
 * @param name group and artifact
 * @param licences by their SPDX ids, or as the library names them; whoever uses it may choose
 */
record Library(String name, String version, List<String> licences) {
    private static final String OURS = "com.luckyfunatic";

    Library {
        licences = List.copyOf(licences);
    }

    /** Reads the libraries of others from a CycloneDX list, in the order of their names. */
    static List<Library> read(Path sbom) {
        try {
            return read(Files.readString(sbom));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Library> read(String sbom) throws IOException {
        return elements(new JsonMapper().readTree(sbom).path("components"))
                .filter(component -> !component.path("group").asText().equals(OURS))
                .map(component ->
                        new Library(
                                component.path("group").asText()
                                        + ":"
                                        + component.path("name").asText(),
                                component.path("version").asText(),
                                licences(component)))
                .distinct()
                .sorted(Comparator.comparing(Library::name).thenComparing(Library::version))
                .toList();
    }

    private static List<String> licences(JsonNode component) {
        return elements(component.path("licenses"))
                .flatMap(each ->
                        each.has("expression")
                                ? Stream.of(each.path("expression").asText().split(" OR "))
                                : Stream.of(licence(each.path("license"))))
                .distinct()
                .sorted()
                .toList();
    }

    private static String licence(JsonNode licence) {
        return licence.has("id") ? licence.path("id").asText() : licence.path("name").asText();
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
