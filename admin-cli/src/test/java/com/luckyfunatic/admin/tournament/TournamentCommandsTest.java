package com.luckyfunatic.admin.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.admin.CommandRun;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.minigame.RunScore;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.testkit.TestTournaments;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentEntry;
import com.luckyfunatic.engine.tournament.TournamentStage;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tournament} on a data directory. */
class TournamentCommandsTest {
    private static final TournamentDefinition CUP =
            TestTournaments.between(1_790_000_000_000L, 1_790_003_600_000L).fee(100).done();
    private static final PlayerId FIRST = new PlayerId(71);
    private static final PlayerId SECOND = new PlayerId(72);

    @TempDir private Path directory;

    @BeforeEach
    void play() {
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            storage.tournaments().create(CUP);
            storage.tournaments().move(CUP.id(), 1, TournamentStage.PUBLISHED);
            for (PlayerId each : List.of(FIRST, SECOND)) {
                OperationId name = new OperationId("enter");
                long at = CUP.opensAtMillis();
                storage.tournaments().hold(TournamentEntry.wanted(CUP, each, name, at, at + 1));
                storage.tournaments().confirm(each, name);
                long id = each.value();
                storage.minigameRuns()
                        .start(
                                new MinigameRun(
                                        id,
                                        each,
                                        name,
                                        CUP.minigame(),
                                        CUP.id(),
                                        at,
                                        at + 9,
                                        1,
                                        2,
                                        null),
                                1);
                storage.minigameRuns()
                        .score(id, new RunScore(100 - each.value(), at + 1, null, id, null));
            }
        }
    }

    private CommandRun tournament(Object... words) {
        List<Object> all = new ArrayList<>(List.of("tournament"));
        all.addAll(List.of(words));
        all.add("--data-dir");
        all.add(directory);
        return CommandRun.of(all.toArray());
    }

    @Test
    void tournaments_are_listed() {
        assertThat(tournament("list").out())
                .containsPattern(CUP.id() + " +published +2026-09-21T14:13:20Z +\\S+ +2 +200\\R");
        assertThat(tournament("list", "--json").out())
                .contains("{\"items\":[{\"tournament\":\"" + CUP.id() + "\"", "\"entered\":2");
        assertThat(tournament("list", "--limit", "0").code()).isEqualTo(2);
    }

    @Test
    void one_is_shown_with_its_pool() {
        assertThat(tournament("show", CUP.id()).out())
                .containsPattern("stage +published\\R")
                .containsPattern("pool +200\\R")
                .containsPattern("total +100\\R");
        assertThat(tournament("show", CUP.id(), "--json").out())
                .contains("\"standings\":\"running\",\"ranked\":2");
    }

    @Test
    void a_dry_run_tells_who_would_get_what_and_writes_nothing() {
        CommandRun run = tournament("dry-run", CUP.id());

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .containsPattern("1 +71 +29 +\\S+ +100 +open\\R")
                .contains("running standings: 2 ranked; 100 of a pool of 200 funz to 1 winners")
                .doesNotContain(" 72 ");
        assertThat(tournament("dry-run", CUP.id()).out()).isEqualTo(run.out());
        assertThat(tournament("dry-run", CUP.id(), "--json").out())
                .contains("\"ranks\":[{\"rank\":1,\"player\":\"71\",\"score\":\"29\"")
                .contains("\"prize\":100,\"paid\":null");
    }

    @Test
    void standings_show_those_without_a_prize_too() {
        assertThat(tournament("standings", CUP.id()).out())
                .containsPattern("1 +71 +29 +\\S+ +100 +open\\R")
                .containsPattern("2 +72 +28 +\\S+ +0 +-\\R");
        assertThat(tournament("standings", CUP.id(), "--limit", "1").out()).doesNotContain(" 72 ");
    }

    @Test
    void what_is_not_there_or_no_name_is_told() {
        assertThat(tournament("show", "nothing").code()).isEqualTo(1);
        assertThat(tournament("show", "nothing").err()).contains("no tournament nothing");
        assertThat(tournament("show", "No Name").code()).isEqualTo(2);
        assertThat(CommandRun.of("tournament").code()).isEqualTo(2);
    }

    @Test
    void a_tournament_is_created_published_and_cancelled() throws IOException {
        long opens = System.currentTimeMillis() + 3_600_000;
        TournamentDefinition draft =
                TestTournaments.between(opens, opens + 3_600_000)
                        .minigame(new MinigameId("star_catcher"))
                        .done();
        Path file = Files.writeString(directory.resolve("cup.json"), new GameCodec().write(draft));

        assertThat(tournament("create", "--file", file, "--reason", "event").out())
                .contains(draft.id() + ": draft");
        assertThat(tournament("create", "--file", file, "--reason", "event").err())
                .contains("of that name already");
        assertThat(tournament("publish", draft.id(), "--reason", "event").out())
                .contains(": published");
        assertThat(tournament("publish", draft.id(), "--reason", "event").code()).isEqualTo(1);
        assertThat(tournament("cancel", draft.id()).code()).isEqualTo(2);
        assertThat(tournament("cancel", draft.id(), "--yes").err())
                .contains("Say --reason: it is recorded.");
        assertThat(
                        tournament(
                                        "cancel",
                                        draft.id(),
                                        "--yes",
                                        "--by",
                                        "Ada",
                                        "--reason",
                                        "prizes")
                                .out())
                .contains(": cancelled");
        assertThat(tournament("cancel", draft.id(), "--yes", "--reason", "again").code()).isZero();
        assertThat(tournament("cancel", "nothing", "--yes", "--reason", "x").code()).isEqualTo(1);
        assertThat(recorded())
                .contains("create_tournament BEGUN event", "create_tournament DONE event")
                .contains("create_tournament REFUSED event", "publish_tournament DONE event")
                .contains("publish_tournament REFUSED event", "cancel_tournament REFUSED x")
                .contains("cancel_tournament BEGUN prizes", "cancel_tournament DONE prizes");
    }

    @Test
    void who_does_not_say_why_makes_changes_and_publishes_nothing() throws IOException {
        long opens = System.currentTimeMillis() + 3_600_000;
        TestTournaments.Sketch of =
                TestTournaments.between(opens, opens + 3_600_000)
                        .minigame(new MinigameId("star_catcher"));
        TournamentDefinition draft = of.fee(5).done();
        Path file = Files.writeString(directory.resolve("a.json"), new GameCodec().write(draft));
        String wanted = "Say --reason: it is recorded.";

        CommandRun created = tournament("create", "--file", file);
        assertThat(created.code()).isEqualTo(2);
        assertThat(created.err()).contains(wanted);
        tournament("create", "--file", file, "--reason", "event");
        Files.writeString(file, new GameCodec().write(of.fee(7).done()));
        CommandRun changed = tournament("change", "--file", file, "--version-seen", "1");
        assertThat(changed.code()).isEqualTo(2);
        assertThat(changed.err()).contains(wanted);
        CommandRun published = tournament("publish", draft.id(), "--reason", " ");
        assertThat(published.code()).isEqualTo(2);
        assertThat(published.err()).contains(wanted);

        assertThat(definition(draft)).isEqualTo(draft);
        assertThat(recorded())
                .containsExactly("create_tournament DONE event", "create_tournament BEGUN event");
    }

    @Test
    void a_draft_is_changed_by_who_has_seen_it() throws IOException {
        long opens = System.currentTimeMillis() + 3_600_000;
        TestTournaments.Sketch of =
                TestTournaments.between(opens, opens + 3_600_000)
                        .minigame(new MinigameId("star_catcher"));
        TournamentDefinition draft = of.fee(5).done();
        TournamentDefinition dearer = of.fee(7).done();
        Path file = Files.writeString(directory.resolve("a.json"), new GameCodec().write(draft));
        tournament("create", "--file", file, "--reason", "event");
        Files.writeString(file, new GameCodec().write(dearer));

        CommandRun preview =
                tournament("change", "--file", file, "--version-seen", "1", "--dry-run");
        assertThat(preview.code()).isZero();
        assertThat(preview.out()).containsPattern("entryFee +5 +7\\R").doesNotContain("seats");
        assertThat(
                        tournament(
                                        "change",
                                        "--file",
                                        file,
                                        "--version-seen",
                                        "1",
                                        "--dry-run",
                                        "--json")
                                .out())
                .contains("{\"field\":\"entryFee\",\"before\":\"5\",\"after\":\"7\"}");
        assertThat(definition(draft)).isEqualTo(draft);

        CommandRun changed =
                tournament("change", "--file", file, "--version-seen", "1", "--reason", "fee");
        assertThat(changed.out()).contains(draft.id() + ": draft");
        assertThat(definition(draft)).isEqualTo(dearer);
        assertThat(tournament("change", "--file", file, "--version-seen", "2", "--dry-run").out())
                .contains("Nothing would change.");
        // Somebody who has not seen that, and what is published.
        CommandRun stale =
                tournament("change", "--file", file, "--version-seen", "1", "--reason", "late");
        assertThat(stale.code()).isEqualTo(1);
        assertThat(stale.err()).contains("It is draft, at version 2, by now.");
        tournament("publish", draft.id(), "--reason", "event");
        for (String dryRun : List.of("", "--dry-run")) {
            List<Object> words =
                    new ArrayList<>(List.of("change", "--file", file, "--version-seen", "3"));
            words.addAll(dryRun.isEmpty() ? List.of("--reason", "late") : List.of(dryRun));
            assertThat(tournament(words.toArray()).err()).contains("It is published, at version 3");
        }
        assertThat(recorded())
                .filteredOn(each -> each.startsWith("change_tournament"))
                .containsExactly(
                        "change_tournament REFUSED late",
                        "change_tournament BEGUN late",
                        "change_tournament REFUSED late",
                        "change_tournament BEGUN late",
                        "change_tournament DONE fee",
                        "change_tournament BEGUN fee");
    }

    @Test
    void what_a_draft_cannot_be_it_is_not_made() throws IOException {
        long opens = System.currentTimeMillis() + 3_600_000;
        TournamentDefinition mistyped =
                TestTournaments.between(opens, opens + 3_600_000)
                        .minigame(new MinigameId("star_cather"))
                        .done();
        Path file = Files.writeString(directory.resolve("b.json"), new GameCodec().write(mistyped));

        CommandRun run =
                tournament("change", "--file", file, "--version-seen", "1", "--reason", "fee");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("minigame: there is no minigame 'star_cather'");
        assertThat(
                        tournament(
                                        "change",
                                        "--file",
                                        file,
                                        "--version-seen",
                                        "0",
                                        "--reason",
                                        "fee")
                                .code())
                .isEqualTo(2);
        assertThat(tournament("change", "--file", file, "--reason", "fee").code()).isEqualTo(2);
        Files.writeString(
                file,
                new GameCodec()
                        .write(
                                TestTournaments.between(opens, opens + 3_600_000)
                                        .minigame(new MinigameId("star_catcher"))
                                        .done()));
        assertThat(
                        tournament("change", "--file", file, "--version-seen", "1", "--reason", "x")
                                .err())
                .contains("There is no such tournament.");
    }

    private TournamentDefinition definition(TournamentDefinition tournament) {
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            return storage.tournaments().find(tournament.id()).orElseThrow().definition();
        }
    }

    private List<String> recorded() {
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            return storage.operatorActions().latest(Long.MAX_VALUE, 100).items().stream()
                    .map(each -> each.action() + " " + each.outcome() + " " + each.detail())
                    .toList();
        }
    }

    @Test
    void what_nobody_could_play_is_neither_made_nor_published() throws IOException {
        long opens = System.currentTimeMillis() + 3_600_000;
        TournamentDefinition mistyped =
                TestTournaments.between(opens, opens + 3_600_000)
                        .minigame(new MinigameId("star_cather"))
                        .fee(500)
                        .done();
        Path file =
                Files.writeString(directory.resolve("cup.json"), new GameCodec().write(mistyped));

        CommandRun made = tournament("create", "--file", file, "--reason", "event");
        assertThat(made.code()).isEqualTo(1);
        assertThat(made.err()).contains("minigame: there is no minigame 'star_cather'");
        // As if the content had lost it since.
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            storage.tournaments().create(mistyped);
        }
        CommandRun published = tournament("publish", mistyped.id(), "--reason", "event");
        assertThat(published.code()).isEqualTo(1);
        assertThat(published.err()).contains("there is no minigame 'star_cather'");
        assertThat(
                        tournament(
                                        "publish",
                                        mistyped.id(),
                                        "--reason",
                                        "event",
                                        "--catalog",
                                        "/none.yaml")
                                .code())
                .isEqualTo(2);
    }

    @Test
    void who_never_entered_is_not_disqualified() {
        CommandRun run = tournament("disqualify", CUP.id(), "7777", "--reason", "x");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("player 7777 has not entered");
    }

    @Test
    void a_file_that_is_no_tournament_is_told() throws IOException {
        Path file = Files.writeString(directory.resolve("cup.json"), "{}");

        assertThat(tournament("create", "--file", file, "--reason", "event").code()).isEqualTo(2);
        assertThat(tournament("create", "--file", file, "--reason", "event").err())
                .contains("is no tournament");
        assertThat(tournament("create", "--file", "/none.json", "--reason", "event").code())
                .isEqualTo(66);
    }

    @Test
    void who_is_disqualified_makes_room() {
        CommandRun run =
                tournament("disqualify", CUP.id(), FIRST, "--reason", "macros", "--by", "ada");

        assertThat(run.out()).contains("player 71 is out: macros, by ada");
        assertThat(recorded()).containsExactly("disqualify DONE macros", "disqualify BEGUN macros");
        assertThat(tournament("dry-run", CUP.id()).out()).containsPattern("1 +72 +28 +\\S+ +100");
        assertThat(tournament("disqualify", CUP.id(), FIRST, "--reason", " ").code()).isEqualTo(2);
        assertThat(tournament("disqualify", "nothing", FIRST, "--reason", "x").code()).isEqualTo(1);
    }
}
