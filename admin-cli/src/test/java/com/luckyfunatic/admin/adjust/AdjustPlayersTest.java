package com.luckyfunatic.admin.adjust;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.admin.CommandRun;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.operations.adjust.AdjustmentFile;
import com.luckyfunatic.operations.adjust.AdjustmentManifest;
import com.luckyfunatic.operations.operator.Credentials;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code adjust} on a data directory. */
class AdjustPlayersTest {
    private static final PlayerId ANN = new PlayerId(71);
    private static final String HEADER =
            "operation_id,player_id,currency_or_item,amount,reason_code,reason\n";
    private static final String GIVE = "a,71,funz,5,lost_reward,sorry\n";

    @TempDir private Path directory;
    @TempDir private Path files;
    private Path file;

    @BeforeEach
    void play() {
        file = files.resolve("rows.csv");
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            GameEngine.on(storage, TestCatalogs.full())
                    .execute(ANN, new OperationId("create"), new CreatePlayer(null, false));
        }
    }

    private CommandRun adjust(String rows, Object... more) throws IOException {
        Files.writeString(file, HEADER + rows);
        List<Object> words = new ArrayList<>(List.of("adjust", "--file", file));
        words.addAll(List.of("--reason", "ticket 81", "--data-dir", directory));
        words.addAll(List.of(more));
        return CommandRun.of(words.toArray());
    }

    private long funz() {
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            return storage.players().find(ANN).orElseThrow().wallet().funz();
        }
    }

    private List<String> recorded() {
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            return storage.operatorActions().latest(Long.MAX_VALUE, 100).items().reversed().stream()
                    .map(AdjustPlayersTest::words)
                    .toList();
        }
    }

    private static String words(OperatorAction action) {
        return action.operator()
                + " "
                + action.action()
                + " "
                + action.outcome()
                + " "
                + action.detail();
    }

    @Test
    void rows_are_carried_out_once_however_often_the_command_is_given() throws IOException {
        CommandRun first = adjust(GIVE + "b,71,funz,2,correction,x\n", "--by", "Ada L");
        CommandRun again = adjust(GIVE + "b,71,funz,2,correction,x\n", "--by", "Ada L", "--json");

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).startsWith("2 applied, 0 refused, 0 under");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out()).contains("\"rows\":2").contains("\"applied\":2");
        assertThat(funz()).isEqualTo(7);
        try (var all = Files.list(files)) {
            Path results =
                    all.filter(each -> each.toString().endsWith(".results.csv"))
                            .findFirst()
                            .orElseThrow();
            assertThat(Files.readAllLines(results)).hasSize(3);
        }
        assertThat(recorded())
                .hasSize(4)
                .startsWith("ada-l adjust_file BEGUN 2 rows; ticket 81")
                .contains(
                        "ada-l adjust_file DONE 2 rows; 2 applied, 0 refused, 0 conflicts;"
                                + " ticket 81");
    }

    @Test
    void if_one_row_is_bad_nothing_is_done() throws IOException {
        CommandRun form = adjust(GIVE + "b,71,funz,=1+1,correction,x\n");
        CommandRun nobody = adjust(GIVE + "b,7,funz,1,correction,x\n");
        CommandRun poor = adjust(GIVE + "b,71,jokers,-1,correction,x\n", "--json");
        CommandRun unknown = adjust(GIVE + "b,71,no_such,1,correction,x\n");

        assertThat(form.code()).isEqualTo(1);
        assertThat(form.err()).contains("row 3: amount: must be").contains("Nothing was done.");
        assertThat(nobody.code()).isEqualTo(1);
        assertThat(nobody.err()).contains("row 3: player_id: there is no such player");
        assertThat(poor.code()).isEqualTo(1);
        assertThat(poor.out()).contains("\"row\":3").contains("would be refused");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(funz()).isZero();
        assertThat(recorded())
                .hasSize(4)
                .allMatch(each -> each.contains(" REFUSED "))
                .anyMatch(each -> each.contains(" REFUSED row 3: amount: must be"));
    }

    @Test
    void a_dry_run_changes_nothing() throws IOException {
        CommandRun text = adjust(GIVE, "--dry-run");
        CommandRun json = adjust(GIVE, "--dry-run", "--json");

        assertThat(text.code()).as(text.err()).isZero();
        assertThat(text.out()).contains("1 rows, all in order; nothing was changed");
        assertThat(json.out()).contains("{\"rows\":1,\"problems\":[]}");
        assertThat(funz()).isZero();
        assertThat(recorded()).isEmpty();
        try (var all = Files.list(files)) {
            assertThat(all).containsExactly(file);
        }
    }

    @Test
    void results_of_other_rows_are_not_gone_on_with() throws IOException {
        Path results = files.resolve("mine.csv");
        adjust(GIVE, "--results", results);
        String before = Files.readString(results);
        long had = funz();

        CommandRun run = adjust("b,71,funz,5,other,x\n", "--results", results);

        assertThat(run.code()).isEqualTo(66);
        assertThat(run.err()).contains("other rows");
        assertThat(results).hasContent(before);
        assertThat(funz()).isEqualTo(had);
    }

    @Test
    void a_file_that_is_not_there_and_a_reason_that_is_none_are_told() throws IOException {
        CommandRun blank = adjust(GIVE, "--reason", " ");
        Files.delete(file);
        CommandRun gone =
                CommandRun.of("adjust", "--file", file, "--reason", "x", "--data-dir", directory);

        assertThat(blank.code()).isEqualTo(2);
        assertThat(gone.code()).isEqualTo(66);
        assertThat(gone.err()).contains("there is no such file");
    }

    private static final String MUCH =
            "a,71,funz,600000,lost_reward,x\nb,71,funz,500000,lost_reward,x\n";

    private Path operator(String name, Role... roles) throws IOException {
        Path credential = files.resolve(name + ".txt");
        Files.writeString(credential, name + "-has-a-long-credential\n");
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            storage.operators()
                    .add(
                            new Operator(
                                    new OperatorName(name),
                                    Set.of(roles),
                                    new Credentials().hash(name + "-has-a-long-credential"),
                                    false,
                                    0));
        }
        return credential;
    }

    private CommandRun adjustAs(String name, Path credential, String rows, String... more)
            throws IOException {
        List<Object> words = new ArrayList<>(List.of("--operator", name));
        words.addAll(List.of("--credential-file", credential));
        words.addAll(List.of(more));
        return adjust(rows, words.toArray());
    }

    @Test
    void what_moves_much_is_approved_by_one_and_carried_out_by_another() throws IOException {
        Path ada = operator("ada", Role.SUPPORT);
        Path bob = operator("bob", Role.SUPPORT_LEAD);

        CommandRun alone = adjust(MUCH, "--by", "ada");
        CommandRun early = adjustAs("ada", ada, MUCH, "--approved-by", "bob");
        CommandRun approved = adjustAs("bob", bob, MUCH, "--approve");
        CommandRun himself = adjustAs("bob", bob, MUCH, "--approved-by", "bob");
        CommandRun other = adjustAs("ada", ada, MUCH.replace("5", "6"), "--approved-by", "bob");
        long before = funz();
        CommandRun done = adjustAs("ada", ada, MUCH, "--approved-by", "bob");

        assertThat(alone.code()).isEqualTo(1);
        assertThat(alone.err())
                .contains("support-limit-funz is 1000000, the file moves 1100000")
                .contains("signs in with --operator")
                .contains("Nothing was done.");
        assertThat(early.err()).contains("bob has not approved exactly this file.");
        assertThat(approved.code()).as(approved.err()).isZero();
        assertThat(approved.out()).contains("2 rows, approved by bob; nothing was changed");
        assertThat(himself.err()).contains("Another person approves it");
        assertThat(other.err()).contains("bob has not approved exactly this file.");
        assertThat(before).isZero();
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(funz()).isEqualTo(1_100_000);
        assertThat(recorded())
                .contains("bob approve_adjust_file DONE 2 rows; ticket 81")
                .contains("ada adjust_file BEGUN 2 rows; ticket 81")
                .filteredOn(each -> each.contains(" REFUSED "))
                .hasSize(4);
    }

    @Test
    void an_approval_is_of_the_rows_however_they_are_written() throws IOException {
        Path ada = operator("ada", Role.SUPPORT);
        Path bob = operator("bob", Role.SUPPORT_LEAD);

        adjustAs("bob", bob, MUCH, "--approve");
        String reference = references().getLast();
        CommandRun done = adjustAs("ada", ada, MUCH.replace("\n", "\r\n"), "--approved-by", "bob");

        assertThat(reference)
                .isEqualTo(AdjustmentManifest.of(AdjustmentFile.read(file).rows()).hash());
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(references()).containsOnly(reference).hasSize(3);
    }

    private List<String> references() {
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            return storage.operatorActions().latest(Long.MAX_VALUE, 100).items().reversed().stream()
                    .map(action -> String.valueOf(action.reference()))
                    .toList();
        }
    }

    @Test
    void only_a_lead_who_still_is_one_approves() throws IOException {
        Path ada = operator("ada", Role.SUPPORT);
        Path eve = operator("eve", Role.SUPPORT, Role.AUDITOR);
        Path bob = operator("bob", Role.SUPPORT_LEAD);

        CommandRun noLead = adjustAs("eve", eve, MUCH, "--approve");
        adjustAs("bob", bob, MUCH, "--approve");
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            storage.operators().setRoles(new OperatorName("bob"), Set.of(Role.SUPPORT));
        }
        CommandRun late = adjustAs("ada", ada, MUCH, "--approved-by", "bob");

        assertThat(noLead.code()).isEqualTo(1);
        assertThat(noLead.err()).contains("has the role support-lead");
        assertThat(late.code()).isEqualTo(1);
        assertThat(late.err()).contains("bob has not approved exactly this file.");
        assertThat(funz()).isZero();
    }

    @Test
    void nobody_signs_in_with_another_credential_or_disabled() throws IOException {
        Path bob = operator("bob", Role.SUPPORT_LEAD);
        Path ada = operator("ada", Role.SUPPORT);

        CommandRun stolen = adjustAs("bob", ada, GIVE);
        CommandRun nobody = adjustAs("no one", ada, GIVE);
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            storage.operators().setDisabled(new OperatorName("bob"), true);
        }
        CommandRun gone = adjustAs("bob", bob, GIVE);

        assertThat(List.of(stolen, nobody, gone))
                .allSatisfy(run -> {
                    assertThat(run.code()).isEqualTo(1);
                    assertThat(run.err()).contains("There is no such operator");
                });
        assertThat(recorded())
                .as("under the name of the system, not under one that is another's")
                .extracting(each -> each.replaceFirst("^[^ ]+ ", ""))
                .containsExactlyInAnyOrder(
                        "adjust_file REFUSED no sign-in as bob; ticket 81",
                        "adjust_file REFUSED no sign-in; ticket 81",
                        "adjust_file REFUSED no sign-in as bob; ticket 81")
                .isNotEmpty();
        assertThat(recorded()).noneMatch(each -> each.startsWith("bob "));
        assertThat(funz()).isZero();
    }

    @Test
    void a_bad_row_is_not_approved() throws IOException {
        Path bob = operator("bob", Role.SUPPORT_LEAD);

        CommandRun run = adjustAs("bob", bob, MUCH + "c,7,funz,1,correction,x\n", "--approve");

        assertThat(run.code()).isEqualTo(1);
        assertThat(recorded())
                .singleElement()
                .asString()
                .startsWith("bob approve_adjust_file REFUSED row 4: player_id");
    }

    @Test
    void a_dry_run_tells_that_a_second_person_is_needed() throws IOException {
        CommandRun run = adjust(MUCH, "--dry-run");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("2 rows, all in order");
        assertThat(run.err()).contains("More than one person may do alone");
        assertThat(recorded()).isEmpty();
    }

    @Test
    void options_that_contradict_each_other_are_refused() throws IOException {
        Path ada = operator("ada", Role.SUPPORT);

        assertThat(adjust(GIVE, "--approve").code()).isEqualTo(2);
        assertThat(adjustAs("ada", ada, GIVE, "--by", "eve").code()).isEqualTo(2);
        assertThat(adjustAs("ada", ada, GIVE, "--approve", "--dry-run").code()).isEqualTo(2);
        assertThat(adjust(GIVE, "--operator", "ada").code()).isEqualTo(2);
    }

    private static final String LOTS = "a,71,funz,900000,lost_reward,x\n";

    private Path settings(String text) throws IOException {
        return Files.writeString(
                files.resolve("server.yaml"),
                "storage: embedded\ndata-dir: " + directory + "\n" + text + "\n");
    }

    private CommandRun adjustWith(Path settings, String rows, String... more) throws IOException {
        Files.writeString(file, HEADER + rows);
        List<Object> words = new ArrayList<>(List.of("adjust", "--file", file));
        words.addAll(List.of("--reason", "ticket 81", "--config", settings));
        words.addAll(List.of(more));
        return CommandRun.of(words.toArray());
    }

    @Test
    void a_file_that_is_too_much_for_the_day_is_refused_before_its_first_row() throws IOException {
        Path settings = settings("support-daily-funz: 1000000");

        CommandRun first = adjustWith(settings, LOTS, "--by", "ada");
        CommandRun second = adjustWith(settings, LOTS.replace("a,", "b,"), "--by", "ada");
        CommandRun other = adjustWith(settings, LOTS.replace("a,", "c,"), "--by", "eve");

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(second.code()).isEqualTo(1);
        assertThat(second.err().lines())
                .contains(
                        "support-daily-funz is 1000000, the file moves 900000, which is too much"
                                + " beside what ada has moved today.",
                        "Nothing was done.");
        assertThat(other.code()).as(other.err()).isZero();
        assertThat(funz()).isEqualTo(1_800_000);
        assertThat(recorded())
                .anyMatch(each ->
                        each.startsWith("ada adjust_file REFUSED support-daily-funz is 1000000"));
    }

    @Test
    void a_file_about_many_players_takes_a_second_person() throws IOException {
        Path settings = settings("support-limit-players: 1");

        CommandRun one = adjustWith(settings, GIVE, "--by", "ada");
        CommandRun two = adjustWith(settings, GIVE + "b,72,funz,5,other,x\n", "--by", "ada");

        assertThat(one.code()).as(one.err()).isZero();
        assertThat(two.code()).isEqualTo(1);
        assertThat(two.err())
                .contains("support-limit-players is 1, the file is about 2")
                .contains("Nothing was done.");
    }

    @Test
    void a_file_that_is_gone_on_with_counts_once() throws IOException {
        Path settings = settings("support-daily-funz: 1000000");

        adjustWith(settings, LOTS, "--by", "ada");
        CommandRun again = adjustWith(settings, LOTS, "--by", "ada");
        CommandRun rest = adjustWith(settings, "b,71,funz,100000,lost_reward,x\n", "--by", "ada");

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(rest.code()).as(rest.err()).isZero();
        assertThat(funz()).isEqualTo(1_000_000);
    }

    @Test
    void results_that_say_nothing_was_done_take_nothing_off_the_day() throws IOException {
        Path settings = settings("support-daily-funz: 1000000");
        adjustWith(settings, LOTS, "--by", "ada");
        Path results;
        try (var all = Files.list(files)) {
            results =
                    all.filter(each -> each.toString().endsWith(".results.csv"))
                            .findFirst()
                            .orElseThrow();
        }
        Files.writeString(results, Files.readString(results).replace(",applied,", ",refused,"));

        CommandRun again = adjustWith(settings, LOTS, "--by", "ada");
        CommandRun more = adjustWith(settings, LOTS.replace("a,", "b,"), "--by", "ada");

        assertThat(again.out()).startsWith("0 applied, 1 refused");
        assertThat(more.code()).isEqualTo(1);
        assertThat(more.err()).contains("support-daily-funz is 1000000, the file moves 900000");
    }

    @Test
    void a_file_that_was_approved_counts_as_well() throws IOException {
        Path ada = operator("ada", Role.SUPPORT);
        Path bob = operator("bob", Role.SUPPORT_LEAD);
        Path settings = settings("support-daily-funz: 1050000");
        String[] bobs = {"--operator", "bob", "--credential-file", bob.toString(), "--approve"};
        String[] adas = {
            "--operator", "ada", "--credential-file", ada.toString(), "--approved-by", "bob"
        };

        CommandRun approved = adjustWith(settings, MUCH, bobs);
        CommandRun run = adjustWith(settings, MUCH, adas);

        assertThat(approved.code()).as(approved.err()).isZero();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("support-daily-funz is 1050000, the file moves 1100000");
        assertThat(funz()).isZero();
    }

    @Test
    void a_limit_of_a_day_that_is_no_number_is_told() throws IOException {
        CommandRun run = adjustWith(settings("support-daily-funz: much"), GIVE);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("support-daily-funz is a whole number, not 'much'.");
        assertThat(funz()).isZero();
    }
}
