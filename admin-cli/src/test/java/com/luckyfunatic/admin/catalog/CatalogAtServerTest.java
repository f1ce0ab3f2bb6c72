package com.luckyfunatic.admin.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.admin.CommandRun;
import com.luckyfunatic.admin.GivenTerminal;
import com.luckyfunatic.admin.StubServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code catalog} by way of a server. */
class CatalogAtServerTest {
    private static final String RELEASE =
            "{\"number\":8,\"version\":\"2026.7\",\"state\":\"planned\",\"author\":\"liv\","
                    + "\"reason\":\"summer prices\",\"activeFrom\":\"2026-06-21T00:00:00Z\","
                    + "\"restores\":null}";
    private static final String CHANGES =
            "{\"data\":{\"release\":" + RELEASE + ",\"against\":5,\"changes\":[]}}";
    private static final String PLAN =
            "{\"data\":{\"planId\":\"p1\",\"planHash\":\"9f86\",\"author\":\"liv\",\"playerId\":"
                    + "null,\"command\":{},\"needsApproval\":false,\"approvedBy\":null,"
                    + "\"expiresAt\":\"2026-11-30T16:00:00Z\",\"outdated\":false,\"before\":"
                    + "{\"content\":{\"release\":7,\"version\":\"2026.6\",\"changes\":[],"
                    + "\"losses\":[]}},\"after\":{\"content\":{\"release\":null,\"version\":"
                    + "\"2026.7\",\"changes\":[\"tap: burst 60 → 61\"],\"losses\":[\"tea\"]}}}}";
    private static final String DONE =
            "{\"data\":{\"planId\":\"p1\",\"operationId\":\"~plan:p1\",\"doneAt\":"
                    + "\"2026-11-30T15:00:00Z\",\"repeated\":false,\"after\":{\"content\":"
                    + "{\"release\":8,\"version\":\"2026.7\"}}}}";
    private static final String EXECUTE = "POST /support/plans/p1/execute {\"planHash\":\"9f86\"}";

    @TempDir private Path directory;
    private final StubServer server = new StubServer();
    private Path credential;
    private Path file;

    @BeforeEach
    void start() throws IOException {
        credential = Files.writeString(directory.resolve("liv.txt"), "correct-horse-battery\n");
        file = Files.writeString(directory.resolve("summer.yaml"), "version: \"2026.7\"\n");
        server.saysFirst(200, PLAN);
        server.says(200, DONE);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** From now on nothing but this. */
    private void says(String body) {
        server.forget();
        server.says(200, body);
    }

    private CommandRun at(Object... words) {
        List<Object> all = new ArrayList<>(List.of("catalog"));
        all.addAll(List.of(words));
        all.addAll(List.of("--server", server.address(), "--operator", "liv"));
        all.addAll(List.of("--credential-file", credential));
        return CommandRun.of(all.toArray());
    }

    @Test
    void what_is_meant_is_published_and_shown() {
        CommandRun run =
                at(
                        "publish",
                        file,
                        "--reason",
                        " summer prices ",
                        "--at",
                        "2026-06-21T00:00:00Z",
                        "--yes");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "Changes: tap: burst 60 → 61",
                        "Players could lose: tea",
                        "Plan p1 is done",
                        "content.release  8")
                .doesNotContain("content.changes");
        assertThat(run.out()).containsPattern("content.version +2026.6 +2026.7 +changes");
        assertThat(server.requests())
                .containsExactly(
                        "POST /support/catalog/plans {\"action\":\"publish\","
                                + "\"document\":\"version: \\\"2026.7\\\"\\n\","
                                + "\"activeFrom\":\"2026-06-21T00:00:00Z\","
                                + "\"reasonCode\":\"other\",\"reason\":\"summer prices\"}",
                        EXECUTE);
    }

    @Test
    void a_trial_makes_a_plan_and_leaves_it() {
        CommandRun run = at("rollback", "7", "--reason", "wrong", "--accept-losses", "--dry-run");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("funatic admin support execute p1 --hash 9f86");
        assertThat(server.requests())
                .containsExactly(
                        "POST /support/catalog/plans {\"action\":\"restore\",\"number\":7,"
                                + "\"acceptLosses\":true,\"reasonCode\":\"other\","
                                + "\"reason\":\"wrong\"}");
    }

    @Test
    void what_another_person_has_to_approve_is_left() {
        server.close();
        try (StubServer other = new StubServer()) {
            other.says(200, PLAN.replace("\"needsApproval\":false", "\"needsApproval\":true"));

            CommandRun run =
                    CommandRun.of(
                            "catalog",
                            "rollback",
                            "7",
                            "--reason",
                            "x",
                            "--yes",
                            "--server",
                            other.address(),
                            "--operator",
                            "liv",
                            "--credential-file",
                            credential);

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).contains("another person has to approve it");
            assertThat(run.out()).contains("funatic admin support approve p1");
            assertThat(other.requests()).hasSize(1);
        }
    }

    @Test
    void earlier_content_is_brought_back_and_a_release_called_off() {
        CommandRun back =
                at("rollback", "7", "--reason", "wrong", "--reason-code", "correction", "--yes");
        server.saysFirst(200, PLAN);
        CommandRun cancelled = at("cancel", "8", "--reason", "not yet", "--yes", "--json");

        assertThat(back.code()).as(back.err()).isZero();
        assertThat(cancelled.code()).as(cancelled.err()).isZero();
        assertThat(cancelled.out()).contains("\"operationId\":\"~plan:p1\"");
        assertThat(server.requests())
                .containsExactly(
                        "POST /support/catalog/plans {\"action\":\"restore\",\"number\":7,"
                                + "\"reasonCode\":\"correction\",\"reason\":\"wrong\"}",
                        EXECUTE,
                        "POST /support/catalog/plans {\"action\":\"cancel\",\"number\":8,"
                                + "\"reasonCode\":\"other\",\"reason\":\"not yet\"}",
                        EXECUTE);
    }

    @Test
    void releases_are_listed_and_shown() {
        says(CHANGES);
        CommandRun shown = at("release", "8", "--against", "5");
        says("{\"data\":[" + RELEASE + "]}");
        CommandRun listed = at("releases", "--limit", "3");

        assertThat(shown.code()).as(shown.err()).isZero();
        assertThat(shown.out()).startsWith("Release 8, version 2026.7");
        assertThat(listed.code()).as(listed.err()).isZero();
        assertThat(listed.out()).containsPattern("8 +planned +2026.7");
        assertThat(server.requests())
                .containsExactly(
                        "GET /support/catalog/releases/8?against=5 ",
                        "GET /support/catalog/releases?limit=3 ");
    }

    @Test
    void the_content_of_a_release_is_printed_for_a_file() {
        says("{\"data\":{\"number\":8,\"document\":\"a: \\\"\\tb\\\"\\n\"}}");

        CommandRun run = at("release", "8", "--document");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo("a: \"\tb\"\n");
        assertThat(server.requests()).containsExactly("GET /support/catalog/releases/8/document ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "", "y", "END"})
    void nothing_is_published_on_anything_but_yes(String answer) {
        CommandRun run =
                CommandRun.at(
                        answer.equals("END")
                                ? new GivenTerminal(80)
                                : new GivenTerminal(80, answer),
                        "catalog",
                        "publish",
                        file,
                        "--reason",
                        "x",
                        "--server",
                        server.address(),
                        "--operator",
                        "liv",
                        "--credential-file",
                        credential);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("Nothing has changed.");
        assertThat(server.requests())
                .singleElement()
                .asString()
                .startsWith("POST /support/catalog/plans ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rollback 7 --reason wrong", "cancel 8 --reason wrong"})
    void nothing_is_done_where_nobody_can_be_asked(String command) {
        CommandRun run = at((Object[]) command.split(" "));

        String name = "funatic admin catalog " + command.substring(0, command.indexOf(' '));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("Without a terminal nobody can be asked")
                .contains("--yes", "Usage: " + name)
                .endsWith("Help: " + name + " --help\n")
                .doesNotContain("Exit codes:", "Examples:");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void what_goes_with_the_storage_alone_is_told_before_a_server_is_asked() {
        assertThat(at("publish", file, "--reason", "x", "--yes", "--expect", "7").err())
                .contains("--expect goes with --direct.");
        assertThat(at("publish", file, "--reason", "x", "--yes", "--catalog", file).err())
                .contains("--catalog goes with --direct.");
        assertThat(at("rollback", "7", "--reason", "x", "--yes", "--catalog", file).code())
                .isEqualTo(2);
        assertThat(at("cancel", "7", "--yes").err()).contains("A server wants a --reason");
        assertThat(at("rollback", "7", "--reason", "x".repeat(151), "--yes").err())
                .contains("A server wants a --reason of 1 to 150");
        assertThat(at("rollback", "7", "--reason", "x", "--by", "ada", "--yes").err())
                .contains("--by goes with --direct");
        assertThat(at("rollback", "7", "--reason", " ", "--yes").err())
                .contains("--reason has 1 to");
        assertThat(at("releases", "--limit", "101").err()).contains("--limit is 1 to 100.");
        assertThat(at("publish", directory.resolve("none"), "--reason", "x", "--yes").code())
                .isEqualTo(66);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void whether_it_was_done_is_open_when_the_server_is_away() {
        server.says(503, "{\"code\":\"storage_unavailable\",\"detail\":\"Later\"}");

        CommandRun meant = at("rollback", "7", "--reason", "wrong", "--yes");
        CommandRun trial = at("rollback", "7", "--reason", "wrong", "--dry-run");

        assertThat(meant.code()).isEqualTo(69);
        assertThat(meant.err())
                .contains(
                        "It may have been carried out. It is done once: funatic admin support"
                                + " execute p1 --hash 9f86");
        assertThat(trial.code()).isEqualTo(69);
        assertThat(trial.err()).endsWith("Ask again.\n");
    }

    @Test
    void a_plan_is_made_under_the_key_that_is_meant() {
        at("rollback", "7", "--reason", "wrong", "--dry-run", "--key", "k-1");
        at("publish", file, "--reason", "wrong", "--dry-run", "--key", "k-1");

        assertThat(server.keys()).containsExactly("k-1", "k-1");
        assertThat(at("rollback", "7", "--reason", "x", "--yes", "--key", "a b").err())
                .contains("--key has 1 to 64");
    }

    @Test
    void the_first_release_is_compared_with_nothing() {
        says(CHANGES.replace("\"against\":5", "\"against\":null"));

        assertThat(at("release", "1").out())
                .contains("There is no release before it that it could be compared with.")
                .doesNotContain("no difference", "Against");
    }

    @Test
    void a_document_is_against_nothing() {
        CommandRun run = at("release", "8", "--document", "--against", "5");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--against goes without --document");
        assertThat(
                        CommandRun.of(
                                        "catalog",
                                        "release",
                                        "8",
                                        "--document",
                                        "--against",
                                        "5",
                                        "--direct")
                                .err())
                .contains("--against goes without --document");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void what_the_server_refuses_is_told() {
        server.forget();
        server.says(
                409,
                "{\"code\":\"catalog_losses\",\"detail\":\"Players could lose it.\","
                        + "\"losses\":[\"card tea\"]}");

        CommandRun run = at("rollback", "7", "--reason", "wrong", "--yes");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines())
                .containsExactly("catalog_losses: Players could lose it.", "card tea");
    }

    @Test
    void everything_that_is_wrong_with_content_is_told() {
        server.forget();
        server.says(
                422,
                "{\"code\":\"catalog_invalid\",\"detail\":\"No catalog.\",\"problems\":"
                        + "[\"line 1: a\",\"line 2: b\"],\"losses\":[\"card tea\"]}");

        CommandRun run = at("publish", file, "--reason", "summer prices", "--yes");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines())
                .containsExactly(
                        "catalog_invalid: No catalog.", "line 1: a", "line 2: b", "card tea");
    }

    @Test
    void content_that_is_no_text_is_not_sent() throws IOException {
        Path broken = Files.write(directory.resolve("broken.yaml"), new byte[] {(byte) 0xc3, 0x28});

        CommandRun run = at("publish", broken, "--reason", "summer prices", "--yes");

        assertThat(run.code()).isEqualTo(66);
        assertThat(run.err()).startsWith("cannot read " + broken);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void without_a_word_about_either_both_ways_are_named() {
        CommandRun run = CommandRun.of("catalog", "releases");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("Say who signs in at the server", "--direct");
    }
}
