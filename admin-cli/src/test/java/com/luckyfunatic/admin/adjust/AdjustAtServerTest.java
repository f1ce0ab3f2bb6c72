package com.luckyfunatic.admin.adjust;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.admin.CommandRun;
import com.luckyfunatic.admin.GivenTerminal;
import com.luckyfunatic.admin.StubServer;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code adjust} at a server that answers what a test says. */
class AdjustAtServerTest {
    private static final String CHECKED = "{\"data\":{\"problems\":[],\"beyond\":[]}}";
    private static final String APPLIED =
            "{\"data\":{\"results\":[{\"row\":2,\"operationId\":\"a\",\"playerId\":\"71\","
                    + "\"result\":\"applied\",\"detail\":\"funz 5, jokers 0\"}]}}";

    @TempDir private Path directory;
    private final StubServer server = new StubServer();
    private Path credential;
    private Path file;

    /** Where somebody sits; null for nobody. */
    private @Nullable GivenTerminal terminal;

    @BeforeEach
    void start() throws IOException {
        credential = Files.writeString(directory.resolve("ada.txt"), "correct-horse-battery\n");
        file =
                Files.writeString(
                        directory.resolve("rows.csv"),
                        """
                        operation_id,player_id,currency_or_item,amount,reason_code,reason
                        a,71,funz,5,lost_reward,sorry
                        """);
        server.says(200, APPLIED);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private CommandRun adjust(Object... more) {
        List<Object> words = new ArrayList<>(List.of("adjust", "--file", file));
        words.addAll(List.of("--reason", "ticket 81"));
        words.addAll(List.of(more));
        return terminal == null
                ? CommandRun.of(words.toArray())
                : CommandRun.at(terminal, words.toArray());
    }

    private CommandRun at(Object... more) {
        List<Object> words = new ArrayList<>(List.of(more));
        words.addAll(List.of("--server", server.address(), "--operator", "ada"));
        words.addAll(List.of("--credential-file", credential));
        return adjust(words.toArray());
    }

    private List<Path> results() throws IOException {
        try (var all = Files.list(directory)) {
            return all.filter(each -> each.toString().endsWith(".results.csv")).toList();
        }
    }

    @Test
    void a_part_is_looked_at_and_then_carried_out() throws IOException {
        server.saysFirst(200, CHECKED);

        CommandRun run = at("--yes", "--approved-by", "bob");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("1 applied, 0 refused, 0 under");
        String request = "{\"manifest\":[{\"sha256\":\"";
        assertThat(server.requests()).hasSize(2);
        assertThat(server.requests().getFirst())
                .startsWith("POST /support/adjustments/check " + request)
                .contains(
                        "\"moves\":{\"funz\":5,\"players\":1}}],\"part\":1,"
                                + "\"rows\":\"\\\"operation_id\\\",")
                .endsWith(
                        "\\n\\\"a\\\",\\\"71\\\",\\\"funz\\\",\\\"5\\\",\\\"lost_reward\\\","
                                + "\\\"sorry\\\"\\n\"}");
        assertThat(server.requests().getLast())
                .startsWith("POST /support/adjustments/apply " + request)
                .endsWith("\"reason\":\"ticket 81\",\"approvedBy\":\"bob\"}");
        assertThat(Files.readString(results().getFirst()))
                .contains("\n2,a,71,applied,funz 5  jokers 0,");
    }

    @Test
    void the_storage_goes_on_with_what_a_server_has_begun() throws IOException {
        PlayerId ann = new PlayerId(71);
        Path data = directory.resolve("data");
        try (EmbeddedStorage storage = EmbeddedStorage.open(data)) {
            GameEngine.on(storage, TestCatalogs.full())
                    .execute(ann, new OperationId("create"), new CreatePlayer(null, false));
        }
        server.saysFirst(200, CHECKED);
        at("--yes");
        String before = Files.readString(results().getFirst());

        CommandRun run = adjust("--data-dir", data);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("1 applied, 0 refused");
        assertThat(results())
                .hasSize(1)
                .first()
                .satisfies(each -> assertThat(each).hasContent(before));
        try (EmbeddedStorage storage = EmbeddedStorage.open(data)) {
            assertThat(storage.players().find(ann).orElseThrow().wallet().funz()).isZero();
        }
    }

    @Test
    void too_many_requests_are_waited_for() {
        server.saysFirst(429, "{\"code\":\"rate_limited\",\"detail\":\"Wait.\"}");
        server.saysFirst(200, CHECKED);
        server.saysFirst(429, "{\"code\":\"rate_limited\",\"detail\":\"Wait.\"}");

        CommandRun run = at("--yes");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(server.requests()).hasSize(4);
    }

    /** Rows are done once however often they are sent. */
    @Test
    void a_storage_that_is_away_for_a_moment_is_waited_for() {
        String away = "{\"code\":\"storage_unavailable\",\"detail\":\"Later\"}";
        server.saysFirst(503, away);
        server.saysFirst(200, CHECKED);
        server.saysFirst(503, away);
        server.saysFirst(503, away);

        CommandRun run = at("--yes");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(server.requests()).hasSize(5);
    }

    @Test
    void a_server_that_is_away_is_gone_on_with_by_the_same_command() throws IOException {
        server.says(503, "{\"code\":\"storage_unavailable\",\"detail\":\"Later\"}");
        CommandRun checking = at("--yes");
        server.saysFirst(200, CHECKED);
        CommandRun applying = at("--yes");
        server.saysFirst(200, CHECKED);
        server.says(200, APPLIED);
        CommandRun again = at("--yes");

        assertThat(checking.code()).isEqualTo(69);
        assertThat(checking.err())
                .contains("storage_unavailable: Later")
                .contains("Nothing was done. Give the same command again.");
        assertThat(applying.code()).isEqualTo(69);
        assertThat(applying.err())
                .contains("0 of 1 rows are done.")
                .contains("More of them may be. The same command goes on");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(results()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{\"results\":[]}}",
                "{\"data\":{}}",
                "no JSON",
                "{\"data\":{\"results\":[{\"operationId\":\"b\",\"result\":\"applied\"}]}}",
                "{\"data\":{\"results\":[{\"operationId\":\"a\",\"result\":\"perhaps\"}]}}"
            })
    void an_answer_that_does_not_tell_of_every_row_is_none(String answer) throws IOException {
        server.saysFirst(200, CHECKED);
        server.says(200, answer);

        CommandRun run = at("--yes");

        assertThat(run.code()).isEqualTo(69);
        assertThat(run.err()).contains("it has not told what became of row 2");
        assertThat(Files.readAllLines(results().getFirst())).hasSize(1);
    }

    @Test
    void whoever_sits_at_a_terminal_is_asked_once_all_rows_were_looked_at() throws IOException {
        GivenTerminal sure = new GivenTerminal(80, "yes");
        terminal = sure;
        server.saysFirst(200, CHECKED);

        CommandRun run = at();

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("1 rows, which move funz 5");
        assertThat(sure.asked()).hasSize(1);
        assertThat(server.requests())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("POST /support/adjustments/apply");
        assertThat(results()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "", "y", "yes please", "END"})
    void nothing_is_carried_out_on_anything_but_yes(String answer) throws IOException {
        terminal = answer.equals("END") ? new GivenTerminal(80) : new GivenTerminal(80, answer);
        server.saysFirst(200, CHECKED);

        CommandRun run = at();

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("Nothing has changed.");
        assertThat(server.requests())
                .singleElement()
                .asString()
                .startsWith("POST /support/adjustments/check");
        assertThat(results()).isEmpty();
    }

    @Test
    void who_cannot_be_asked_says_that_it_is_meant() {
        CommandRun run = at();

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("Without a terminal nobody can be asked");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void what_contradicts_itself_or_goes_with_the_storage_is_told_before_a_server_is_asked() {
        assertThat(at("--yes", "--by", "eve").err()).contains("--by goes with --direct");
        assertThat(at("--yes", "--catalog", file).err()).contains("--catalog goes with --direct.");
        assertThat(at("--yes", "--data-dir", directory).err())
                .contains("Either a server or the storage, not both.");
        assertThat(at("--direct").err()).contains("Either a server or the storage, not both.");
        assertThat(at("--approve", "--dry-run").code()).isEqualTo(2);
        assertThat(at("--approve", "--approved-by", "bob").code()).isEqualTo(2);
        assertThat(at("--reason", " ").code()).isEqualTo(2);
        assertThat(adjust().err()).contains("Say who signs in at the server");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void a_file_that_is_not_there_is_told() {
        file = directory.resolve("none.csv");

        CommandRun run = at("--yes");

        assertThat(run.code()).isEqualTo(66);
        assertThat(run.err()).contains("there is no such file");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void what_a_server_says_cannot_command_a_terminal() {
        server.says(
                200,
                "{\"data\":{\"problems\":[{\"row\":2,\"column\":\"\",\"reason\":\"\\u001b[31m\"}],"
                        + "\"beyond\":[]}}");

        CommandRun run = at("--dry-run");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("row 2: ?[31m").doesNotContain("\u001b");
    }
}
