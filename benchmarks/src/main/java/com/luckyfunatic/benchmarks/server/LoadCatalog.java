package com.luckyfunatic.benchmarks.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The content that comes with the game, changed so that a load test measures paid taps and
 * purchases instead of refusals: energy and the tap bucket do not run out, players start rich, and
 * cards ask for nothing but their price.
 */
public final class LoadCatalog {
    private static final String STANDARD = "/catalog/default-catalog.yaml";
    private static final long PLENTY = 1_000_000;
    private static final long START_FUNZ = 1_000_000_000;
    private static final long START_JOKERS = 100_000;

    private LoadCatalog() {}

    /** Writes it to {@code file}, as JSON, which is YAML too. */
    public static void write(Path file) throws IOException {
        ObjectNode catalog;
        try (InputStream in =
                Objects.requireNonNull(CatalogLoader.class.getResourceAsStream(STANDARD))) {
            catalog = (ObjectNode) new YAMLMapper().readTree(in);
        }
        catalog.put("version", "load");
        catalog.withObject("/start").put("funz", START_FUNZ).put("jokers", START_JOKERS);
        catalog.withObject("/tap").put("perSecond", 1_000).put("burst", 10_000);
        catalog.withObject("/energy").put("max", PLENTY).put("regenMilliPerSecond", PLENTY);
        catalog.withArray("/cards").forEach(card -> ((ObjectNode) card).remove("requirements"));
        new ObjectMapper().writeValue(file.toFile(), catalog);
    }
}
