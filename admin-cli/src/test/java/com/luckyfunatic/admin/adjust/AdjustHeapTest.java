package com.luckyfunatic.admin.adjust;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.admin.Admin;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.operations.adjust.AdjustmentFile;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code adjust} as the start scripts start it, with the longest files. */
class AdjustHeapTest {
    private static final Pattern OPTIONS = Pattern.compile("(?m)^.*JVM_SHORT=\\(([^)]*)\\)$");
    private static final List<String> SCRIPTS =
            List.of("launcher/build.sh", "distribution/bin/funatic");
    private static final long FIRST_PLAYER = 9_000_000_000_000_000_000L;

    @TempDir private Path directory;

    @BeforeEach
    void play() {
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory.resolve("game"))) {
            GameEngine.on(storage, TestCatalogs.full())
                    .execute(
                            new PlayerId(71),
                            new OperationId("create"),
                            new CreatePlayer(null, false));
        }
    }

    private static List<String> options(String script) throws IOException {
        Matcher options = OPTIONS.matcher(Files.readString(Path.of("..", script)));
        assertThat(options.find()).as(script).isTrue();
        return List.of(options.group(1).split(" "));
    }

    private String dryRun(List<String> options, int rows, int reasonLength) throws Exception {
        Path file = directory.resolve("rows.csv");
        try (BufferedWriter text = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            text.write("operation_id,player_id,currency_or_item,amount,reason_code,reason\n");
            for (int i = 0; i < rows; i++) {
                String number = String.format(Locale.ROOT, "%08d", i);
                text.write("n".repeat(42) + number + "," + (FIRST_PLAYER + i) + ",jokers,1,");
                text.write("l".repeat(30) + "," + "ж".repeat(reasonLength - 8) + number + "\n");
            }
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Admin.class.getName(), "adjust", "--dry-run", "--reason", "t"));
        command.addAll(List.of("--file", file.toString()));
        command.addAll(List.of("--data-dir", directory.resolve("game").toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isEqualTo(1);
        return printed;
    }

    @Test
    void the_heap_of_the_scripts_holds_the_longest_file() throws Exception {
        assertThat(options(SCRIPTS.getLast())).isEqualTo(options(SCRIPTS.getFirst()));
        String printed = dryRun(options(SCRIPTS.getFirst()), AdjustmentFile.ROWS_MAX, 150);

        assertThat(printed.lines())
                .contains("and " + (AdjustmentFile.ROWS_MAX - 100) + " more", "Nothing was done.")
                .anyMatch(line -> line.endsWith("player_id: there is no such player"))
                .noneMatch(line -> line.contains("OutOfMemory"));
    }

    @Test
    void a_million_rows_are_refused_by_name() throws Exception {
        String printed = dryRun(options(SCRIPTS.getFirst()), 1_000_000, 8);

        assertThat(printed.lines())
                .containsExactly(
                        "has more than 100000 rows: cut it into several files",
                        "Nothing was done.");
    }
}
