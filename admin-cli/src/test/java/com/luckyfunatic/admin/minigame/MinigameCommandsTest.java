package com.luckyfunatic.admin.minigame;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.admin.CommandRun;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.minigame.RunFlag;
import com.luckyfunatic.engine.minigame.RunScore;
import com.luckyfunatic.engine.minigame.RunStep;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.testkit.TestTournaments;
import com.luckyfunatic.engine.tournament.Disqualification;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentStage;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code minigame} on a data directory. */
class MinigameCommandsTest {
    private static final long RUN = 264_905_529_753_600_000L;

    @TempDir private Path directory;

    @BeforeEach
    void play() {
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            storage.minigameRuns()
                    .start(
                            new MinigameRun(
                                    RUN,
                                    new PlayerId(7),
                                    new OperationId("run"),
                                    new MinigameId("stars"),
                                    null,
                                    1_000,
                                    61_000,
                                    1,
                                    2,
                                    null),
                            5);
            storage.minigameRuns().score(RUN, new RunScore(400, 3_500, RunFlag.TOO_FAST, 0, null));
        }
    }

    private CommandRun minigame(Object... more) {
        List<Object> words = new ArrayList<>(List.of("minigame"));
        words.addAll(List.of(more));
        words.add("--data-dir");
        words.add(directory);
        return CommandRun.of(words.toArray());
    }

    /** Earliest first. */
    private List<String> recorded() {
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            return storage.operatorActions().latest(Long.MAX_VALUE, 100).items().reversed().stream()
                    .map(each ->
                            "%s %s %s of %s: %s, %s"
                                    .formatted(
                                            each.operator(),
                                            each.action(),
                                            each.reference(),
                                            each.player(),
                                            each.outcome(),
                                            each.detail()))
                    .toList();
        }
    }

    private MinigameRun run() {
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            return storage.minigameRuns().find(RUN).orElseThrow();
        }
    }

    @Test
    void flagged_runs_are_listed_with_why() {
        CommandRun listed = minigame("flagged");

        assertThat(listed.code()).isZero();
        assertThat(listed.out())
                .contains(RUN + "  player 7  stars  score 400 after 2500 ms  flagged  too_fast");
        assertThat(minigame("flagged", "--after", RUN).out()).contains("No run waits.");
    }

    @Test
    void a_run_that_is_approved_counts_for_good() {
        CommandRun approved =
                minigame("review", RUN, "--approve", "--reason", "watched it", "--by", "ada");
        CommandRun rejected = minigame("review", RUN, "--reject", "--reason", "macro");

        assertThat(approved.code()).isZero();
        assertThat(run().step()).isEqualTo(RunStep.APPROVED);
        assertThat(rejected.code()).isOne();
        assertThat(rejected.err()).contains("ada has said otherwise: watched it");
        assertThat(minigame("flagged").out()).contains("No run waits.");
        assertThat(recorded())
                .startsWith(
                        "ada approve_run " + RUN + " of 7: BEGUN, watched it",
                        "ada approve_run " + RUN + " of 7: DONE, watched it")
                .hasSize(4)
                .last()
                .asString()
                .contains("reject_run " + RUN + " of 7: REFUSED, macro");
    }

    @Test
    void whoever_says_the_same_again_is_told_who_has_said_it() {
        minigame("review", RUN, "--approve", "--reason", "watched it", "--by", "ada");

        CommandRun bob = minigame("review", RUN, "--approve", "--reason", "me too", "--by", "bob");
        assertThat(bob.code()).isOne();
        assertThat(bob.err()).contains("ada has said so before: watched it");
        assertThat(recorded().getLast())
                .isEqualTo("bob approve_run " + RUN + " of 7: REFUSED, me too");
        assertThat(
                        minigame(
                                        "review",
                                        RUN,
                                        "--approve",
                                        "--reason",
                                        "watched it",
                                        "--by",
                                        "ada")
                                .code())
                .as("a repeat of the same")
                .isZero();
    }

    @Test
    void scripts_get_json() {
        assertThat(minigame("flagged", "--json").out().strip())
                .isEqualTo(
                        "{\"items\":[{\"run\":\""
                                + RUN
                                + "\",\"player\":\"7\",\"minigame\":\"stars\",\"tournament\":null,"
                                + "\"step\":\"flagged\",\"startedAtMillis\":1000,\"score\":400,"
                                + "\"scoredAtMillis\":3500,\"flag\":\"too_fast\"}],"
                                + "\"hasMore\":false}");
        assertThat(
                        minigame(
                                        "review",
                                        RUN,
                                        "--reject",
                                        "--reason",
                                        "macro",
                                        "--by",
                                        "ada",
                                        "--json")
                                .out())
                .contains(
                        "\"step\":\"rejected\"", "\"review\":{\"by\":\"ada\",\"reason\":\"macro\"");
    }

    @Test
    void a_run_that_is_rejected_does_not_count() {
        assertThat(minigame("review", RUN, "--reject", "--reason", "macro").code()).isZero();

        assertThat(run().step()).isEqualTo(RunStep.REJECTED);
    }

    /** It ended long ago, with the last day in which runs are reviewed. */
    @Test
    void an_approval_after_the_review_of_its_tournament_says_so() {
        TournamentDefinition over = TestTournaments.between(1_000, 100_000).done();
        TournamentDefinition open = openCup();
        flagged(RUN + 1, over);
        flagged(RUN + 2, over);
        flagged(RUN + 3, open);

        CommandRun late = minigame("review", RUN + 1, "--approve", "--reason", "watched it");
        CommandRun rejected = minigame("review", RUN + 2, "--reject", "--reason", "macro");
        CommandRun early = minigame("review", RUN + 3, "--approve", "--reason", "watched it");

        assertThat(late.code()).isOne();
        assertThat(late.err())
                .contains("The score counts for the game, and not in tournament " + over.id())
                .contains("its runs were reviewed until 1970-01-02T00:02:40Z.");
        assertThat(rejected.code()).isZero();
        assertThat(early.code()).isZero();
        assertThat(early.err()).isEmpty();
    }

    @Test
    void an_approval_that_does_not_count_in_its_tournament_says_why() {
        TournamentDefinition cancelled = openCup();
        TournamentDefinition without = openCup();
        TournamentDefinition ranked = openCup();
        flagged(RUN + 1, cancelled);
        flagged(RUN + 2, without);
        flagged(RUN + 3, ranked);
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            storage.tournaments().move(cancelled.id(), 1, TournamentStage.CANCELLED);
            storage.tournaments().move(without.id(), 1, TournamentStage.PUBLISHED);
            storage.tournaments()
                    .disqualify(
                            without.id(),
                            new PlayerId(7),
                            new Disqualification("cheated", "ada", 1));
            storage.prizeRuns().complete(ranked.id(), 0);
        }

        assertThat(leftOut(RUN + 1)).endsWith(cancelled.id() + ": it was cancelled.");
        assertThat(leftOut(RUN + 2)).endsWith(without.id() + ": the player was taken out of it.");
        assertThat(leftOut(RUN + 3))
                .endsWith(ranked.id() + ": its final standings were made before.");
        assertThat(recorded()).filteredOn(each -> each.contains("DONE")).hasSize(3);
    }

    private String leftOut(long id) {
        CommandRun approved = minigame("review", id, "--approve", "--reason", "watched it");
        assertThat(approved.code()).isOne();
        return approved.err().strip();
    }

    private static TournamentDefinition openCup() {
        return TestTournaments.between(1_000, System.currentTimeMillis() + 3_600_000).done();
    }

    private void flagged(long id, TournamentDefinition tournament) {
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            storage.tournaments().create(tournament);
            storage.minigameRuns()
                    .start(
                            new MinigameRun(
                                    id,
                                    new PlayerId(7),
                                    new OperationId("run" + id),
                                    tournament.minigame(),
                                    tournament.id(),
                                    1_000,
                                    61_000,
                                    1,
                                    2,
                                    null),
                            5);
            storage.minigameRuns().score(id, new RunScore(400, 3_500, RunFlag.TOO_FAST, 0, null));
        }
    }

    @Test
    void what_is_wrong_is_told_before_anything_changes() {
        assertThat(minigame("review", 5, "--approve", "--reason", "x").err())
                .contains("There is no run 5.");
        assertThat(recorded().getLast())
                .endsWith(" approve_run 5 of null: REFUSED, unknown_run; x");
        assertThat(minigame("review", RUN, "--reason", "x").code()).isEqualTo(2);
        assertThat(minigame("review", RUN, "--approve", "--reject", "--reason", "x").code())
                .isEqualTo(2);
        assertThat(minigame("review", RUN, "--approve", "--reason", " ").code()).isEqualTo(2);
        assertThat(run().step()).isEqualTo(RunStep.FLAGGED);
    }
}
