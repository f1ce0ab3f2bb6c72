package com.luckyfunatic.admin.minigame;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.minigame.RunFlag;
import com.luckyfunatic.engine.minigame.RunReview;
import com.luckyfunatic.engine.minigame.RunScore;
import com.luckyfunatic.engine.storage.Page;
import java.util.Locale;

/** Writes runs as JSON for scripts; ids are texts, as everywhere. */
final class RunJson {
    private RunJson() {}

    static String of(MinigameRun run) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        put(run, node);
        return node.toString();
    }

    static String of(Page<MinigameRun> page) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        ArrayNode items = node.putArray("items");
        page.items().forEach(run -> put(run, items.addObject()));
        node.put("hasMore", page.hasMore());
        return node.toString();
    }

    private static void put(MinigameRun run, ObjectNode node) {
        node.put("run", Long.toString(run.id()))
                .put("player", run.player().toString())
                .put("minigame", run.minigame().toString())
                .put("tournament", run.tournament() == null ? null : run.tournament().toString())
                .put("step", run.step().name().toLowerCase(Locale.ROOT))
                .put("startedAtMillis", run.startedAtMillis());
        RunScore score = run.score();
        if (score == null) {
            return;
        }
        RunFlag flag = score.flag();
        RunReview review = score.review();
        node.put("score", score.score())
                .put("scoredAtMillis", score.atMillis())
                .put("flag", flag == null ? null : flag.code());
        if (review != null) {
            node.putObject("review")
                    .put("by", review.by())
                    .put("reason", review.reason())
                    .put("atMillis", review.atMillis());
        }
    }
}
