package com.luckyfunatic.admin.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.admin.CommandRun;
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

/** {@code support} against a server that answers what a test says. */
class SupportCommandsTest {
    private static final String SECRET = "correct-horse-battery";

    @TempDir private Path directory;
    private final StubServer server = new StubServer();
    private Path credential;

    @BeforeEach
    void start() throws IOException {
        credential = Files.writeString(directory.resolve("ada.txt"), SECRET + "\n");
        body("{\"data\":{\"planId\":\"p1\",\"name\":\"A\\u001b[31m\"}}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void body(String body) {
        server.says(200, body);
    }

    private CommandRun support(Object... words) {
        return at(server.address(), words);
    }

    private CommandRun at(String address, Object... words) {
        List<Object> all = new ArrayList<>(List.of("support"));
        all.addAll(List.of(words));
        all.addAll(List.of("--server", address, "--operator", "ada"));
        all.addAll(List.of("--credential-file", credential));
        return CommandRun.of(all.toArray());
    }

    @Test
    void players_are_found_and_shown_under_the_operators_name() {
        CommandRun found = support("find", "Ann L");
        CommandRun shown = support("player", "42", "--json");
        support("player", "4/2", "--history");

        assertThat(found.code()).as(found.err()).isZero();
        assertThat(found.out().strip()).isEqualTo("Nobody was found.");
        assertThat(shown.out().lines()).hasSize(1);
        assertThat(server.asked())
                .containsExactly(
                        "GET /support/players?query=Ann%20L ",
                        "Basic YWRhOmNvcnJlY3QtaG9yc2UtYmF0dGVyeQ==",
                        "GET /support/players/42 ",
                        "Basic YWRhOmNvcnJlY3QtaG9yc2UtYmF0dGVyeQ==",
                        "GET /support/players/4%2F2/history ",
                        "Basic YWRhOmNvcnJlY3QtaG9yc2UtYmF0dGVyeQ==");
    }

    @ParameterizedTest
    @ValueSource(strings = {"history", "sessions", "transfers"})
    void one_list_of_what_is_known_of_a_player_is_shown(String list) {
        body("{\"data\":[{\"number\":7}],\"nextCursor\":null}");

        CommandRun run = support("player", "42", "--" + list, "--json");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().strip()).isEqualTo("[{\"number\":7}]");
        assertThat(server.asked().getFirst()).isEqualTo("GET /support/players/42/" + list + " ");
    }

    @Test
    void that_a_list_goes_on_is_said_beside_it() {
        body("{\"data\":[{\"number\":7}],\"nextCursor\":\"c\"}");

        CommandRun run = support("player", "42", "--history", "--json");

        assertThat(run.code()).isZero();
        assertThat(run.out().strip()).isEqualTo("[{\"number\":7}]");
        assertThat(run.err().strip()).isEqualTo("There is more: --all shows everything.");
        assertThat(requests()).hasSize(1);
    }

    @Test
    void a_whole_list_is_shown_page_after_page_as_fast_as_the_server_lets_it() {
        server.saysFirst(200, "{\"data\":[{\"number\":7}],\"nextCursor\":\"c d\"}");
        server.saysFirst(429, "{\"code\":\"rate_limited\",\"detail\":\"Wait.\"}");
        body("{\"data\":[{\"number\":6}],\"endsEarly\":true,\"nextCursor\":null}");

        CommandRun run = support("player", "42", "--history", "--all", "--json");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines()).containsExactly("[{\"number\":7}]", "[{\"number\":6}]");
        assertThat(run.err().strip()).isEqualTo("There were older ones, which are no longer kept.");
        assertThat(requests())
                .containsExactly(
                        "GET /support/players/42/history?limit=100 ",
                        "GET /support/players/42/history?limit=100&cursor=c%20d ",
                        "GET /support/players/42/history?limit=100&cursor=c%20d ");
    }

    @Test
    void a_list_that_breaks_off_is_told_as_what_it_was_refused_for() {
        server.saysFirst(200, "{\"data\":[{\"number\":7}],\"nextCursor\":\"c\"}");
        server.says(429, "{\"code\":\"rate_limited\",\"detail\":\"Wait.\"}");

        CommandRun run = support("player", "42", "--transfers", "--all", "--json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out().strip()).isEqualTo("[{\"number\":7}]");
        assertThat(run.err()).startsWith("rate_limited: Wait.");
        assertThat(requests()).hasSize(11);
    }

    @Test
    void that_more_players_were_found_is_said_beside_them() {
        body("{\"data\":{\"players\":[],\"more\":true}}");

        CommandRun run = support("find", "Ann");

        assertThat(run.code()).isZero();
        assertThat(run.err()).startsWith("There are more: ask for a longer beginning");
    }

    @Test
    void there_is_no_whole_of_what_is_no_list() {
        CommandRun run = support("player", "42", "--all");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--all goes with --history, --sessions or --transfers.");
        assertThat(server.asked()).isEmpty();
    }

    private List<String> requests() {
        return server.requests();
    }

    @Test
    void two_lists_at_once_are_refused() {
        assertThat(support("player", "42", "--history", "--sessions").code()).isEqualTo(2);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void a_list_is_named_and_not_switched_on_or_off() {
        assertThat(support("player", "42", "--history=false").code()).isEqualTo(2);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void who_has_not_the_role_is_told_which_it_takes() {
        server.says(
                403,
                "{\"code\":\"operator_role_missing\",\"detail\":\"None allows it.\","
                        + "\"roles\":[\"support\",\"aud\\u001bitor\"]}");

        CommandRun run = support("player", "42");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("operator_role_missing: None allows it. Those are: support, aud?itor.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "restore"})
    void a_game_may_begin_anew_and_come_back(String action) {
        CommandRun run =
                support(
                        "plan",
                        "--player",
                        "42",
                        "--action",
                        action,
                        "--reason-code",
                        "abuse",
                        "--reason",
                        "ticket 82");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(server.asked().getFirst())
                .isEqualTo(
                        "POST /support/players/42/plans {\"action\":\""
                                + action
                                + "\",\"reasonCode\":\"abuse\",\"reason\":\"ticket 82\"}");
    }

    @Test
    void a_plan_is_made_shown_approved_and_carried_out() {
        assertThat(
                        support(
                                        "plan",
                                        "--player",
                                        "42",
                                        "--action",
                                        "adjust_funds",
                                        "--currency",
                                        "jokers",
                                        "--amount",
                                        "-25",
                                        "--reason-code",
                                        "correction",
                                        "--reason",
                                        "ticket 81")
                                .code())
                .isZero();
        support(
                "plan",
                "--tournament",
                "cup",
                "--player",
                "42",
                "--action",
                "disqualify",
                "--reason-code",
                "abuse",
                "--reason",
                "macros");
        support("show-plan", "p1");
        support("approve", "p1");
        support("execute", "p1", "--hash", "9f86");

        assertThat(requests())
                .containsExactly(
                        "POST /support/players/42/plans {\"action\":\"adjust_funds\","
                                + "\"currency\":\"jokers\",\"amount\":-25,"
                                + "\"reasonCode\":\"correction\",\"reason\":\"ticket 81\"}",
                        "POST /support/tournaments/cup/plans {\"action\":\"disqualify\","
                                + "\"reasonCode\":\"abuse\",\"reason\":\"macros\","
                                + "\"playerId\":\"42\"}",
                        "GET /support/plans/p1 ",
                        "POST /support/plans/p1/approve {}",
                        "POST /support/plans/p1/execute {\"planHash\":\"9f86\"}");
    }

    private CommandRun unban(String... more) {
        List<String> words =
                new ArrayList<>(
                        List.of("plan", "--player", "42", "--action", "unban", "--reason-code"));
        words.addAll(List.of("correction", "--reason", "ticket 84"));
        words.addAll(List.of(more));
        return support(words.toArray());
    }

    @Test
    void a_plan_is_made_and_carried_out_in_one_command() {
        server.saysFirst(200, plan("null", false).replace("true", "false"));
        body(
                "{\"data\":{\"planId\":\"p1\",\"operationId\":\"~plan:p1\",\"doneAt\":"
                        + "\"2026-11-22T15:00:00Z\",\"repeated\":false,\"after\":{\"items\":10}}}");

        CommandRun run = unban("--execute", "--yes");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("before   after", "Plan p1 is done, 2026-11-22T15:00:00Z", "items  10");
        assertThat(requests())
                .containsExactly(
                        "POST /support/players/42/plans {\"action\":\"unban\","
                                + "\"reasonCode\":\"correction\",\"reason\":\"ticket 84\"}",
                        "POST /support/plans/p1/execute {\"planHash\":\"9f86\"}");
    }

    @Test
    void a_plan_that_another_has_to_approve_is_not_carried_out_in_one_command() {
        body(plan("null", false));

        CommandRun run = unban("--execute", "--yes");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("Next: another person has to approve it");
        assertThat(run.err().strip())
                .isEqualTo("Nothing has changed yet: another person has to approve it.");
        assertThat(requests()).hasSize(1);
    }

    @Test
    void whether_a_plan_was_carried_out_may_not_be_known() {
        server.saysFirst(200, plan("null", false).replace("true", "false"));
        server.says(503, "{\"code\":\"storage_unavailable\",\"detail\":\"Later.\"}");

        CommandRun run = unban("--execute", "--yes");

        assertThat(run.code()).isEqualTo(69);
        assertThat(run.out()).contains("funatic admin support execute p1 --hash 9f86");
        assertThat(run.err())
                .contains(
                        "storage_unavailable",
                        "It is done once: funatic admin support execute p1 --hash 9f86");
    }

    @Test
    void nobody_is_asked_without_a_terminal_and_nothing_is_planned() {
        assertThat(unban("--execute").code()).isEqualTo(2);
        assertThat(unban("--execute").err())
                .contains("Without a terminal nobody can be asked whether it is meant: --yes.");
        assertThat(unban("--yes").err()).contains("--yes goes with --execute.");
        assertThat(server.asked()).isEmpty();
    }

    private static String plan(String approvedBy, boolean outdated) {
        return "{\"data\":{\"planId\":\"p1\",\"planHash\":\"9f86\",\"author\":\"ada\","
                + "\"playerId\":\"42\",\"command\":{\"remedy\":\"RETURN\"},"
                + "\"needsApproval\":true,\"approvedBy\":"
                + approvedBy
                + ",\"expiresAt\":\"2026-11-22T16:00:00Z\",\"outdated\":"
                + outdated
                + ",\"before\":{\"funz\":null,\"items\":7,\"transfer\":{\"status\":\"unknown\","
                + "\"itemId\":\"sh\\u001bard\"}},\"after\":{\"funz\":null,\"items\":10,"
                + "\"transfer\":{\"status\":\"failed\",\"itemId\":\"sh\\u001bard\"}}}}";
    }

    @Test
    void a_plan_about_a_transfer_is_shown_to_people_with_what_is_needed_next() {
        body(plan("null", false));

        CommandRun run =
                support(
                        "plan",
                        "--player",
                        "42",
                        "--transfer",
                        "9b1f",
                        "--action",
                        "return_transfer",
                        "--reason-code",
                        "correction",
                        "--reason",
                        "ticket 83");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(server.asked().getFirst())
                .isEqualTo(
                        "POST /support/players/42/plans {\"action\":\"return_transfer\","
                                + "\"transferId\":\"9b1f\",\"reasonCode\":\"correction\","
                                + "\"reason\":\"ticket 83\"}");
        assertThat(run.out().lines())
                .containsExactly(
                        "Plan p1 by ada, on player 42",
                        "Command: {\"remedy\":\"RETURN\"}",
                        "Hash: 9f86",
                        "Good until: 2026-11-22T16:00:00Z",
                        "",
                        "                 before   after",
                        "items            7        10      changes",
                        "transfer.itemId  sh?ard   sh?ard",
                        "transfer.status  unknown  failed  changes",
                        "",
                        "Next: another person has to approve it: funatic admin support approve p1");
    }

    @Test
    void what_is_needed_next_follows_from_the_plan() {
        body(plan("\"bob\"", false));
        assertThat(support("show-plan", "p1").out())
                .contains(
                        "Next: bob has approved it; its author carries it out: funatic admin"
                                + " support execute p1 --hash 9f86");
        body(plan("\"bob\"", false).replace("\"outdated\"", "\"approvalVoid\":true,\"outdated\""));
        assertThat(support("show-plan", "p1").out())
                .contains(
                        "Next: nothing. bob has approved it and may not any more; make another"
                                + " plan.")
                .doesNotContain("execute");
        body(plan("null", true));
        assertThat(support("show-plan", "p1").out())
                .contains("Next: nothing.")
                .doesNotContain("before");
        assertThat(support("show-plan", "p1", "--json").out())
                .startsWith("{\"planId\":\"p1\",\"planHash\"");
    }

    @Test
    void stars_are_given_back_by_the_name_of_their_payment() {
        body("{\"data\":{\"planId\":\"p1\"}}");

        CommandRun run =
                support(
                        "plan",
                        "--player",
                        "42",
                        "--charge",
                        "stx81",
                        "--action",
                        "refund_stars",
                        "--reason-code",
                        "compensation",
                        "--reason",
                        "ticket 85");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(server.requests())
                .containsExactly(
                        "POST /support/players/42/plans {\"action\":\"refund_stars\","
                                + "\"chargeId\":\"stx81\",\"reasonCode\":\"compensation\","
                                + "\"reason\":\"ticket 85\"}");
    }

    @Test
    void what_was_carried_out_is_shown_with_what_there_is_after_it() {
        body(
                "{\"data\":{\"planId\":\"p1\",\"operationId\":\"~plan:p1\",\"doneAt\":"
                        + "\"2026-11-22T15:00:00Z\",\"repeated\":false,\"after\":{\"jokers\":40,"
                        + "\"ban\":null}}}");

        assertThat(support("execute", "p1", "--hash", "9f86").out().lines())
                .containsExactly(
                        "Plan p1 is done, 2026-11-22T15:00:00Z",
                        "Operation: ~plan:p1",
                        "",
                        "        after",
                        "jokers  40");
    }

    @Test
    void what_waits_and_what_was_done_is_listed() {
        body("{\"data\":[{\"number\":7}],\"nextCursor\":\"c1\"}");

        CommandRun run = support("transfers", "--status", "pending", "--json");
        support("transfers");
        support("follow-ups");
        support("stock-holds");
        support("quarantine");
        support("actions");
        support("actions", "--of", "ada", "--player", "4/2");
        support("operation", "42", "a b");

        assertThat(run.out().strip()).isEqualTo("[{\"number\":7}]");
        assertThat(run.err()).contains("There is more: --all shows everything.");
        assertThat(server.asked().stream().filter(each -> !each.startsWith("Basic")))
                .containsExactly(
                        "GET /support/transfers?status=pending ",
                        "GET /support/transfers ",
                        "GET /support/follow-ups ",
                        "GET /support/stock-holds ",
                        "GET /support/quarantine ",
                        "GET /support/actions ",
                        "GET /support/actions?operator=ada&playerId=4%2F2 ",
                        "GET /support/players/42/operations/a%20b ");
    }

    private static final String RELEASE =
            "{\"number\":8,\"version\":\"2026.7\",\"state\":\"planned\",\"author\":\"liv\","
                    + "\"reason\":\"summer\\u0007 prices\","
                    + "\"activeFrom\":\"2026-06-21T00:00:00Z\",\"restores\":null}";

    @Test
    void releases_are_listed_and_shown() {
        body(
                "{\"data\":["
                        + RELEASE
                        + ","
                        + RELEASE.replace("null", "5").replace("planned", "replaced")
                        + "],\"nextCursor\":null}");
        CommandRun listed = support("releases");
        body(
                "{\"data\":{\"release\":"
                        + RELEASE
                        + ",\"changes\":[\"card miner: price at level 3 40 → 50\"]}}");
        CommandRun shown = support("release", "8", "--against", "5");

        assertThat(listed.out().lines())
                .containsExactly(
                        "RELEASE  STATE     VERSION  IN FORCE FROM         BY   REASON",
                        "8        planned   2026.7   2026-06-21T00:00:00Z  liv  summer? prices",
                        "8        replaced  2026.7   2026-06-21T00:00:00Z  liv  summer? prices"
                                + " (restores 5)");
        assertThat(shown.out().lines())
                .containsExactly(
                        "Release 8, version 2026.7, planned from 2026-06-21T00:00:00Z, by liv:"
                                + " summer? prices",
                        "card miner: price at level 3 40 → 50");
        assertThat(server.asked())
                .contains(
                        "GET /support/catalog/releases ",
                        "GET /support/catalog/releases/8?against=5 ");
    }

    @Test
    void what_is_refused_is_told_by_its_code() {
        server.says(409, "{\"code\":\"plan_outdated\",\"detail\":\"Make\\u0007 another.\"}");

        CommandRun run = support("execute", "p1", "--hash", "9f86");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("plan_outdated: Make? another.");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void a_server_that_is_away_leaves_the_outcome_open() {
        server.says(503, "<html>");

        CommandRun busy = support("execute", "p1", "--hash", "9f86");
        server.close();
        CommandRun gone = support("find", "42");

        assertThat(busy.code()).isEqualTo(69);
        assertThat(busy.err()).contains("The server answered 503.", "it is done once");
        assertThat(gone.code()).isEqualTo(69);
        assertThat(gone.err()).contains(server.address() + "/ cannot be reached", "Ask again.");
    }

    @Test
    void a_redirect_is_not_followed() {
        server.says(302, "");

        CommandRun run = support("find", "42");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("The server answered 302.");
        assertThat(server.asked()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://game.example",
                "ftp://localhost",
                "https://game.example/path",
                "https://game.example?x=1",
                "game.example",
                "localhost:80",
                "%%"
            })
    void a_server_that_would_show_the_credential_or_is_none_is_refused(String address) {
        CommandRun run = at(address, "find", "42");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).doesNotContain(SECRET);
    }

    @Test
    void what_is_no_credential_or_no_name_is_refused() throws IOException {
        Files.writeString(credential, "short");
        assertThat(support("find", "42").code()).isEqualTo(2);
        Files.delete(credential);
        assertThat(support("find", "42").code()).isEqualTo(66);
        assertThat(CommandRun.of("support").code()).isEqualTo(2);
        assertThat(CommandRun.of("support", "find", "42").code()).isEqualTo(2);
    }
}
