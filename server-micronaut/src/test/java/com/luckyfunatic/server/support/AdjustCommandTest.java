package com.luckyfunatic.server.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.admin.Admin;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code admin adjust} by way of a real server. */
class AdjustCommandTest {
    private static final String HEADER =
            "operation_id,player_id,currency_or_item,amount,reason_code,reason\n";

    @TempDir private Path directory;
    private GameServer server;
    private TestPlayer player;
    private Path file;
    private Path ada;
    private Path bob;

    @BeforeEach
    void start() throws IOException {
        server =
                GameServer.start(
                        Map.of("FUNATIC_SUPPORT_LIMIT_JOKERS", "1000"), TestCatalogs.full());
        player = server.newPlayer(0, 10);
        file = directory.resolve("lost.csv");
        ada = operator("ada", Role.SUPPORT);
        bob = operator("bob", Role.SUPPORT_LEAD);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Path operator(String name, Role... roles) throws IOException {
        String header = server.newOperator(name, roles);
        BasicCredential credential = Objects.requireNonNull(BasicCredential.parse(header));
        return Files.writeString(directory.resolve(name + ".txt"), credential.secret() + "\n");
    }

    /** What a command came to. */
    private record Run(int code, String out, String err) {}

    private Run adjust(String who, Path credential, String... more) {
        List<String> words = new ArrayList<>(List.of("adjust", "--file", file.toString()));
        words.addAll(List.of("--reason", "ticket 81", "--operator", who));
        words.addAll(List.of("--credential-file", credential.toString()));
        words.addAll(List.of("--server", server.http().uri("/").toString()));
        words.addAll(List.of(more));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                Admin.commandLine()
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .execute(words.toArray(String[]::new));
        return new Run(code, out.toString(), err.toString());
    }

    private String row(String name, String what, long amount) {
        return name + "," + player.id() + "," + what + "," + amount + ",lost_reward,sorry\n";
    }

    private void write(String rows) throws IOException {
        Files.writeString(file, HEADER + rows);
    }

    /** More than fits into two requests, each row one joker. */
    private void writeMany(int rows) throws IOException {
        write(
                IntStream.range(0, rows)
                        .mapToObj(i -> row("t81-" + i, "jokers", 1))
                        .collect(Collectors.joining()));
    }

    private long jokers() {
        return server.engine().player(PlayerId.parse(player.id())).orElseThrow().wallet().jokers();
    }

    private List<String> recorded(String operator) {
        return server
                .storage()
                .operatorActions()
                .of(new OperatorName(operator), Long.MAX_VALUE, 100)
                .items()
                .reversed()
                .stream()
                .map(OperatorAction::action)
                .toList();
    }

    private Path results() throws IOException {
        try (var all = Files.list(directory)) {
            return all.filter(each -> each.toString().endsWith(".results.csv"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void a_dry_run_looks_at_every_row_and_changes_nothing() throws IOException {
        writeMany(450);

        Run right = adjust("ada", ada, "--dry-run");
        Run json = adjust("ada", ada, "--dry-run", "--json");

        assertThat(right.code()).as(right.err()).isZero();
        assertThat(right.out()).contains("450 rows, all in order; nothing was changed");
        assertThat(right.err()).contains("rows checked");
        assertThat(json.out().strip()).isEqualTo("{\"rows\":450,\"problems\":[]}");
        assertThat(jokers()).isEqualTo(10);
        assertThat(recorded("ada")).hasSize(6).containsOnly("check_adjust_file");
        try (var all = Files.list(directory)) {
            assertThat(all).noneMatch(each -> each.toString().endsWith(".results.csv"));
        }
    }

    @Test
    void what_the_server_finds_is_told_by_the_rows_of_the_file() throws IOException {
        writeMany(420);
        Files.writeString(
                file, Files.readString(file) + "x,7,funz,1,correction,x\n" + row("y", "no", 1));

        Run run = adjust("ada", ada, "--yes");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("row 422: player_id: there is no such player")
                .contains("row 423: would be refused")
                .contains("Nothing was done.");
        assertThat(jokers()).isEqualTo(10);
        assertThat(recorded("ada")).containsOnly("check_adjust_file");
    }

    @Test
    void a_file_with_a_bad_row_is_not_sent_at_all() throws IOException {
        write(row("a", "jokers", 0));

        Run run = adjust("ada", ada, "--yes");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("row 2: amount: must be").contains("Nothing was done.");
        assertThat(recorded("ada")).isEmpty();
    }

    @Test
    void rows_are_carried_out_once_and_each_has_its_result() throws IOException {
        writeMany(450);

        Run first = adjust("ada", ada, "--yes");
        int asked = recorded("ada").size();
        Run again = adjust("ada", ada, "--yes", "--json");

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.err()).contains("450 rows, which move jokers 450");
        assertThat(first.out()).startsWith("450 applied, 0 refused, 0 under");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out()).contains("\"rows\":450").contains("\"applied\":450");
        assertThat(jokers()).isEqualTo(460);
        assertThat(Files.readAllLines(results()))
                .hasSize(451)
                .element(450)
                .asString()
                .startsWith("451,t81-449," + player.id() + ",applied,funz 0 jokers ");
        assertThat(recorded("ada")).as("all results were known").hasSize(asked);
        assertThat(asked).isEqualTo(3 + 2 * 3);
    }

    @Test
    void broken_off_anywhere_the_same_command_goes_on() throws IOException {
        writeMany(450);
        adjust("ada", ada, "--yes");
        List<String> whole = Files.readAllLines(results());
        for (int kept : List.of(1, 2, 200, 201, 202, 333, 450)) {
            Files.writeString(results(), String.join("\n", whole.subList(0, kept)) + "\n451,t8");

            Run run = adjust("ada", ada, "--yes");

            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out()).startsWith("450 applied");
            List<String> lines = Files.readAllLines(results());
            assertThat(lines).doesNotHaveDuplicates().hasSize(451);
            assertThat(lines.subList(0, kept)).isEqualTo(whole.subList(0, kept));
        }
        assertThat(jokers()).isEqualTo(460);
    }

    @Test
    void what_the_rules_refuse_meanwhile_is_told_row_by_row() throws IOException {
        write(row("a", "jokers", 5) + row("b", "jokers", -10) + row("c", "jokers", -10));

        Run run = adjust("ada", ada, "--yes");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).startsWith("2 applied, 1 refused, 0 under");
        assertThat(jokers()).isEqualTo(5);
        assertThat(Files.readString(results())).contains(",refused,InsufficientFunds,");
    }

    @Test
    void what_moves_much_is_approved_by_one_and_carried_out_by_another() throws IOException {
        write(row("a", "jokers", 600) + row("b", "jokers", 401));

        Run looked = adjust("ada", ada, "--dry-run");
        Run alone = adjust("ada", ada, "--yes");
        Run early = adjust("ada", ada, "--yes", "--approved-by", "bob");
        Run notLead = adjust("ada", ada, "--approve");
        Run approved = adjust("bob", bob, "--approve");
        Run himself = adjust("bob", bob, "--yes", "--approved-by", "bob");
        long before = jokers();
        Run done = adjust("ada", ada, "--yes", "--approved-by", "bob");

        assertThat(looked.code()).as(looked.err()).isZero();
        assertThat(looked.err()).contains("More than one person may do alone");
        assertThat(alone.code()).isEqualTo(1);
        assertThat(alone.err())
                .contains("support-limit-jokers is 1000, the file moves 1001")
                .contains("name them by --approved-by")
                .contains("Nothing was done.");
        assertThat(early.code()).isEqualTo(1);
        assertThat(early.err())
                .contains("plan_not_approved: More than one person may do alone")
                .contains("bob has not approved exactly this file.")
                .contains("0 of 2 rows are done.");
        assertThat(notLead.code()).isEqualTo(1);
        assertThat(notLead.err()).contains("operator_role_missing").contains("support-lead");
        assertThat(approved.code()).as(approved.err()).isZero();
        assertThat(approved.out()).contains("2 rows, approved by bob; nothing was changed");
        assertThat(himself.err()).contains("plan_self_approval");
        assertThat(before).isEqualTo(10);
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(jokers()).isEqualTo(1_011);
    }

    @Test
    void who_has_another_credential_does_nothing() throws IOException {
        writeMany(1);

        Run run = adjust("ada", bob, "--yes");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("operator_credential_invalid");
        assertThat(jokers()).isEqualTo(10);
    }

    @Test
    void what_is_too_large_for_a_server_is_told_before_it_is_asked() throws IOException {
        writeMany(40_001);

        Run run = adjust("ada", ada, "--yes");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("The file has 40001 rows, which are 201 requests.")
                .contains("Larger ones take --direct.")
                .contains("Nothing was done.");
        assertThat(recorded("ada")).isEmpty();
    }
}
