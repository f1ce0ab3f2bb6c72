package com.luckyfunatic.benchmarks.page;

import com.luckyfunatic.benchmarks.crash.CampaignResult;
import com.luckyfunatic.benchmarks.crash.CrashResult;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The latest result of every scenario of the campaign: a whole campaign takes hours, so it is run
 * in parts.
 */
final class Campaigns {
    private record Part(Results.Recorded run, CrashResult result) {}

    private final Map<String, Part> parts = new LinkedHashMap<>();

    Campaigns(Results results) {
        for (Results.Recorded run : results.all("campaign")) {
            for (CrashResult each :
                    run.read(RunDirectory.RESULT_FILE, CampaignResult.class).scenarios()) {
                parts.put(each.what(), new Part(run, each));
            }
        }
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    List<CrashResult> results() {
        return parts.values().stream().map(Part::result).toList();
    }

    /** What was wrong. */
    String figure() {
        if (isEmpty()) {
            return Figures.NOT_MEASURED;
        }
        List<CrashResult> results = results();
        return "%d in %d blows of %d of %d kinds"
                .formatted(
                        results.stream().mapToLong(CrashResult::violations).sum(),
                        results.stream().mapToInt(each -> each.rounds().size()).sum(),
                        results.size(),
                        CampaignResult.scenariosInAll());
    }

    /** The runs that a result is from, each once. */
    List<Results.Recorded> runs() {
        return parts.values().stream().map(Part::run).distinct().toList();
    }
}
