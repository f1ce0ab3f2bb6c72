package com.luckyfunatic.server.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What lies in {@code deploy}, read for tests. */
final class DeployFiles {
    static final Path DIRECTORY = Path.of("../deploy");
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");
    private static final YAMLMapper MAPPER = new YAMLMapper();

    private DeployFiles() {}

    /** Every file but what make-secrets has made. */
    static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.walk(DIRECTORY)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(DIRECTORY.resolve("secrets")))
                    .sorted()
                    .toList();
        }
    }

    /** The documents of a file. Keys that come twice are refused, anchors and merges followed. */
    static List<JsonNode> documents(Path file) throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        List<JsonNode> documents = new ArrayList<>();
        new Yaml(new SafeConstructor(options))
                .loadAll(Files.readString(file))
                .forEach(document -> documents.add(MAPPER.valueToTree(document)));
        return documents;
    }

    static JsonNode compose() throws IOException {
        return documents(DIRECTORY.resolve("compose.yaml")).getFirst();
    }

    /** All documents for Kubernetes. */
    static List<JsonNode> kubernetes() throws IOException {
        List<JsonNode> all = new ArrayList<>();
        for (Path file : all()) {
            if (file.startsWith(DIRECTORY.resolve("kubernetes"))) {
                all.addAll(documents(file));
            }
        }
        return all;
    }

    /** The version of this build; the first in the parent POM is the project's own. */
    static String version() throws IOException {
        Matcher version = VERSION.matcher(Files.readString(Path.of("../pom.xml")));
        if (!version.find()) {
            throw new IllegalStateException("no version");
        }
        return version.group(1);
    }

    /** The fields of an object whose values are texts. */
    static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        object.properties().forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
        return texts;
    }
}
