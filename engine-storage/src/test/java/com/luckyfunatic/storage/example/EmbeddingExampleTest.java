package com.luckyfunatic.storage.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.card.CardCommand.BuyCardLevel;
import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.card.CardResult.LevelBought;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.tap.TapResult.Taps;
import com.luckyfunatic.engine.wallet.WalletRefusal.InsufficientFunds;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import com.luckyfunatic.storage.memory.MemoryStorage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
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
        var printed = new ByteArrayOutputStream();
        play(directory, new PrintStream(printed, true, UTF_8));

        assertThat(printed).hasToString("paid 10" + System.lineSeparator());
    }

    @Test
    void the_readme_shows_the_example_as_it_is() throws IOException {
        assertThat(Path.of("../README.md")).content().contains(block("embedding"));
    }

    private static void playOwnContent(GameStorage storage, Path file, PrintStream out) {
        // example: own content and clock
        InstantSource clock = () -> Instant.parse("2026-12-24T00:00:00Z");
        var engine =
                GameEngine.builder(storage)
                        .clock(clock)
                        .build(Catalog.of(CatalogLoader.load(file)));
        var ann = engine.logIn(TelegramAccount.of(1001, "Ann"), null).profile().id();
        var gloves = new CardId("springy_gloves");
        for (var id : List.of("order-1", "order-1", "order-2")) {
            var answer = engine.execute(ann, new OperationId(id), new BuyCardLevel(gloves, null));
            switch (answer.outcome()) {
                case Outcome.Accepted(LevelBought bought) ->
                        out.println("level " + bought.level() + " for " + bought.price());
                case Outcome.Refused(InsufficientFunds(var currency, var needed, var there)) ->
                        out.println("costs " + needed + " " + currency + ", has " + there);
                case Outcome.Refused(var reason) -> out.println("refused: " + reason.code());
                default -> out.println(answer.outcome());
            }
        }
        engine.settleFollowUps(100);
        // end
    }

    @Test
    void the_example_of_own_content_plays() throws IOException {
        Path file =
                Files.writeString(
                        directory.resolve("my-catalog.yaml"),
                        CatalogLoader.document(
                                        Path.of("src/main/resources/catalog/default-catalog.yaml"))
                                .replace(
                                        "start: {funz: 0, jokers: 0}",
                                        "start: {funz: 60, jokers: 0}"));
        var printed = new ByteArrayOutputStream();
        try (var storage = new MemoryStorage()) {
            playOwnContent(storage, file, new PrintStream(printed, true, UTF_8));
        }

        assertThat(printed.toString(UTF_8).lines())
                .containsExactly("level 1 for 53", "level 1 for 53", "costs 58 FUNZ, has 7");
    }

    @Test
    void the_page_shows_the_example_of_own_content_as_it_is() throws IOException {
        assertThat(Path.of("../docs/embedding.md"))
                .content()
                .contains(block("own content and clock"));
    }

    private static String block(String example) throws IOException {
        List<String> source =
                Files.readAllLines(
                        Path.of(
                                "src/test/java/com/luckyfunatic/storage/example/EmbeddingExampleTest.java"));
        List<String> rest =
                source.subList(source.indexOf("        // example: " + example) + 1, source.size());
        String code = String.join("\n", rest.subList(0, rest.indexOf("        // end")));
        return "```java\n" + code.stripIndent() + "\n```";
    }
}
