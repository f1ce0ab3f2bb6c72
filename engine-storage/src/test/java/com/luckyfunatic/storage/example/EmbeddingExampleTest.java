package com.luckyfunatic.storage.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.tap.TapResult.Taps;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingExampleTest {
    @TempDir private Path directory;

    private static void play(Path directory, PrintStream out) {
        // example: embedding
        try (var storage = EmbeddedStorage.open(directory)) {
            var engine = GameEngine.on(storage, Catalog.of(CatalogLoader.standard()));
            var ann = engine.logIn(TelegramAccount.of(1001, "Ann"), null).profile().id();
            var answer = engine.execute(ann, new Tap(10));
            switch (answer.outcome()) {
                case Outcome.Accepted(Taps taps) -> out.println("paid " + taps.paid());
                case Outcome.Refused(var reason) -> out.println("refused: " + reason.code());
                default -> out.println(answer.outcome());
            }
        }
        // end
    }

    @Test
    void the_example_plays() {
        var printed = new java.io.ByteArrayOutputStream();
        play(directory, new PrintStream(printed, true, java.nio.charset.StandardCharsets.UTF_8));

        assertThat(printed).hasToString("paid 10" + System.lineSeparator());
    }

    @Test
    void the_readme_shows_the_example_as_it_is() throws IOException {
        List<String> source =
                Files.readAllLines(
                        Path.of(
                                "src/test/java/com/luckyfunatic/storage/example/EmbeddingExampleTest.java"));
        int from = source.indexOf("        // example: embedding") + 1;
        String example =
                String.join("\n", source.subList(from, source.indexOf("        // end")))
                        .stripIndent();

        assertThat(Path.of("../README.md")).content().contains("```java\n" + example + "\n```");
    }
}
