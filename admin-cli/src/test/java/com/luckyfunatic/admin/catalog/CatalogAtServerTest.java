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
            "{\"data\":{\"release\":" + RELEASE + ",\"changes\":[],\"losses\":[\"tea\"]}}";

    @TempDir private Path directory;
    private final StubServer server = new StubServer();
    private Path credential;
    private Path file;

    @BeforeEach
    void start() throws IOException {
        credential = Files.writeString(directory.resolve("liv.txt"), "correct-horse-battery\n");
        file = Files.writeString(directory.resolve("summer.yaml"), "version: \"2026.7\"\n");
        server.says(200, CHANGES);
    }

    @AfterEach
    void stop() {
        server.close();
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
        assertThat(run.out().lines())
                .containsExactly(
                        "Release 8, version 2026.7, planned from 2026-06-21T00:00:00Z, by liv:"
                                + " summer prices",
                        "no difference",
                        "Accepted: tea");
        assertThat(server.requests())
                .containsExactly(
                        "POST /support/catalog/releases {\"reason\":\"summer prices\","
                                + "\"activeFrom\":\"2026-06-21T00:00:00Z\","
                                + "\"document\":\"version: \\\"2026.7\\\"\\n\"}");
    }

    @Test
    void a_trial_is_one_at_the_server_too() {
        CommandRun run = at("rollback", "7", "--reason", "wrong", "--accept-losses", "--dry-run");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(server.requests())
                .containsExactly(
                        "POST /support/catalog/releases/7/restore {\"reason\":\"wrong\","
                                + "\"dryRun\":true,\"acceptLosses\":true}");
    }

    @Test
    void earlier_content_is_brought_back_and_a_release_called_off() {
        CommandRun back = at("rollback", "7", "--reason", "wrong", "--yes", "--json");
        server.says(200, "{\"data\":" + RELEASE + "}");
        CommandRun cancelled = at("cancel", "8", "--yes");

        assertThat(back.code()).as(back.err()).isZero();
        assertThat(back.out()).startsWith("{\"release\":{\"number\":8,");
        assertThat(cancelled.code()).as(cancelled.err()).isZero();
        assertThat(cancelled.out()).startsWith("Release 8, version 2026.7, planned from");
        assertThat(server.requests())
                .containsExactly(
                        "POST /support/catalog/releases/7/restore {\"reason\":\"wrong\"}",
                        "POST /support/catalog/releases/8/cancel {}");
    }

    @Test
    void releases_are_listed_and_shown() {
        CommandRun shown = at("release", "8", "--against", "5");
        server.says(200, "{\"data\":[" + RELEASE + "]}");
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
        server.says(200, "{\"data\":{\"number\":8,\"document\":\"a: \\\"\\tb\\\"\\n\"}}");

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
        assertThat(server.requests()).singleElement().asString().contains("\"dryRun\":true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rollback 7 --reason wrong", "cancel 8"})
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
        assertThat(at("publish", file, "--reason", "x", "--yes", "--accept-losses").err())
                .contains("--accept-losses goes with --direct.");
        assertThat(at("publish", file, "--reason", "x", "--yes", "--catalog", file).err())
                .contains("--catalog goes with --direct.");
        assertThat(at("rollback", "7", "--reason", "x", "--yes", "--catalog", file).code())
                .isEqualTo(2);
        assertThat(at("cancel", "7", "--reason", "x", "--yes").err())
                .contains("--reason goes with --direct.");
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
                        "It may have been done: look at `funatic admin catalog releases`, or give")
                .containsPattern("again with --key [0-9a-f-]{36}, which is done once\\.");
        assertThat(trial.code()).isEqualTo(69);
        assertThat(trial.err()).endsWith("Ask again.\n");
    }

    @Test
    void who_names_the_key_of_a_lost_answer_asks_for_the_same_again() {
        for (String command : List.of("rollback 7", "publish " + file)) {
            server.keys().clear();
            server.says(503, "{\"code\":\"storage_unavailable\",\"detail\":\"Later\"}");
            List<Object> words = new ArrayList<>(List.of((Object[]) command.split(" ")));
            words.addAll(List.of("--reason", "wrong", "--yes"));
            CommandRun lost = at(words.toArray());
            String key = lost.err().replaceAll("(?s).*--key ([0-9a-f-]+).*", "$1");
            server.says(200, CHANGES);
            words.addAll(List.of("--key", key));

            CommandRun again = at(words.toArray());

            assertThat(again.code()).as(again.err()).isZero();
            assertThat(server.keys()).containsExactly(key, key);
        }
        assertThat(at("rollback", "7", "--reason", "x", "--yes", "--key", "a b").err())
                .contains("--key has 1 to 64");
    }

    @Test
    void a_trial_asks_under_the_key_that_is_meant() {
        at("rollback", "7", "--reason", "wrong", "--dry-run", "--key", "k-1");
        at("publish", file, "--reason", "wrong", "--dry-run", "--key", "k-1");

        assertThat(server.keys()).containsExactly("k-1", "k-1");
    }

    @Test
    void what_is_expected_to_be_in_force_is_told_to_the_server() {
        at("rollback", "7", "--reason", "wrong", "--yes", "--expect", "8");
        at("publish", file, "--reason", "wrong", "--dry-run", "--expect", "0");

        assertThat(server.requests())
                .containsExactly(
                        "POST /support/catalog/releases/7/restore"
                                + " {\"reason\":\"wrong\",\"expectedCurrent\":8}",
                        "POST /support/catalog/releases {\"reason\":\"wrong\","
                                + "\"expectedCurrent\":0,\"dryRun\":true,"
                                + "\"document\":\"version: \\\"2026.7\\\"\\n\"}");
        assertThat(at("rollback", "7", "--reason", "x", "--yes", "--expect", "-1").err())
                .contains("--expect is at least 0.");
    }

    @Test
    void against_which_release_something_was_shown_is_told() {
        server.says(200, CHANGES.replace("\"changes\"", "\"against\":7,\"changes\""));

        CommandRun run = at("rollback", "7", "--reason", "wrong", "--dry-run");

        assertThat(run.out()).contains("Against release 7:").doesNotContain("In the place of");
    }

    @Test
    void what_cannot_be_played_is_replaced_but_not_compared_with() {
        server.says(
                200, CHANGES.replace("\"changes\"", "\"replaces\":7,\"against\":5,\"changes\""));

        assertThat(at("rollback", "4", "--reason", "wrong", "--dry-run").out())
                .contains(
                        "In the place of release 7, which the server cannot play.",
                        "Against release 5:");
    }

    @Test
    void the_first_release_is_compared_with_nothing() {
        server.says(
                200,
                CHANGES.replace("\"changes\"", "\"replaces\":null,\"against\":null,\"changes\""));

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
    void without_a_word_about_either_both_ways_are_named() {
        CommandRun run = CommandRun.of("catalog", "releases");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("Say who signs in at the server", "--direct");
    }
}
