package com.luckyfunatic.benchmarks.adjust;

import com.luckyfunatic.engine.player.PlayerId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Insists that every row of a file counts once, whatever became of the processes that did it. */
final class AdjustCheck {
    private static final int CELLS = 6;
    private static final String BEFORE = "when it was done before";

    private AdjustCheck() {}

    /** Returns how many results are whole in the file; 0 where there is none. */
    static int lines(Path results) throws IOException {
        if (!Files.exists(results)) {
            return 0;
        }
        int lines = 0;
        for (byte each : Files.readAllBytes(results)) {
            lines += each == '\n' ? 1 : 0;
        }
        return Math.max(0, lines - 1);
    }

    /**
     * Insists that each row has one result, which says that it was carried out.
     *
     * @return how many rows a process had carried out that did not live to write it down
     */
    static int results(Path results, int rows) throws IOException {
        List<String> lines = Files.readAllLines(results);
        Set<String> names = new HashSet<>();
        int before = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            require(cells.length == CELLS && cells[3].equals("applied"), "applied: " + line);
            require(names.add(cells[1]), "the only result of " + cells[1]);
            before += cells[4].contains(BEFORE) ? 1 : 0;
        }
        require(names.size() == rows, names.size() + " of " + rows + " rows have a result");
        return before;
    }

    /** Insists that every player has one more than before. */
    static void once(Map<PlayerId, Long> before, Map<PlayerId, Long> after) {
        each(before, after, 1);
    }

    /** Insists that every player has one more than before for each of so many files. */
    static void each(Map<PlayerId, Long> before, Map<PlayerId, Long> after, int files) {
        before.forEach((player, had) -> {
            Long has = after.get(player);
            require(
                    has != null && has == had + files,
                    "player " + player + " had " + had + ", has " + has);
        });
    }

    private static void require(boolean isSo, String what) {
        if (!isSo) {
            throw new IllegalStateException("not so: " + what);
        }
    }
}
