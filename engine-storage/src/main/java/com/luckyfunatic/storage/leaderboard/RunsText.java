package com.luckyfunatic.storage.leaderboard;

import com.luckyfunatic.engine.leaderboard.CountedRun;
import com.luckyfunatic.engine.leaderboard.CountedRuns;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Counted runs as text: {@code run:score,run:score…}, greatest run first. */
public final class RunsText {
    private RunsText() {}

    /** Writes the runs that are kept. */
    public static String write(CountedRuns runs) {
        return runs.latest().reversed().stream()
                .map(each -> each.run() + ":" + each.score())
                .collect(Collectors.joining(","));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param forgotten the greatest run that is not kept
     * @throws StorageCorruptException when it is something else
     */
    public static CountedRuns read(long forgotten, String text) {
        List<CountedRun> latest = new ArrayList<>();
        try {
            for (String each : text.isEmpty() ? new String[0] : text.split(",", -1)) {
                int colon = each.indexOf(':');
                latest.add(
                        new CountedRun(
                                Long.parseLong(each.substring(0, colon)),
                                Long.parseLong(each.substring(colon + 1))));
            }
            return new CountedRuns(forgotten, latest.reversed());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new StorageCorruptException("no counted runs: '" + text + "'", e);
        }
    }
}
