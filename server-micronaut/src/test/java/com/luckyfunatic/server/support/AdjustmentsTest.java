package com.luckyfunatic.server.support;

import static com.luckyfunatic.server.TestServer.json;
import static com.luckyfunatic.server.support.PlanCalls.assertRefused;
import static com.luckyfunatic.server.support.PlanCalls.data;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.testkit.Together;
import com.luckyfunatic.operations.adjust.AdjustmentFile;
import com.luckyfunatic.operations.adjust.FileApprovals;
import com.luckyfunatic.operations.adjust.FileSpending;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Files of adjustments over HTTP. */
class AdjustmentsTest extends AdjustmentsScene {
    @Test
    void what_is_wrong_is_told_and_nothing_changes() {
        AdjustmentBodies file =
                AdjustmentBodies.of(
                        row("a", "jokers", 5)
                                + row("b", "jokers", -11)
                                + "c,7,funz,1,correction,x\n");
        PlayerState before = state();

        JsonNode checked = data(check(ada, file.check(1)));

        assertThat(checked.path("manifestHash").asText()).isEqualTo(file.manifest().hash());
        assertThat(checked.path("rows").asInt()).isEqualTo(3);
        assertThat(checked.path("problems")).hasSize(2);
        assertThat(checked.at("/problems/0/row").asInt()).isEqualTo(3);
        assertThat(checked.at("/problems/0/reason").asText()).startsWith("would be refused");
        assertThat(checked.at("/problems/1/column").asText()).isEqualTo("player_id");
        assertThat(checked.path("needsApproval").asBoolean()).isTrue();
        assertThat(checked.at("/beyond/0").asText())
                .isEqualTo("support-limit-jokers is 10, the file moves 16");
        assertThat(state()).isEqualTo(before);
        assertThat(calls.words("ada")).containsExactly("check_adjust_file DONE");
        assertThat(last("ada").reference()).isEqualTo(file.manifest().hash());
        assertThat(last("ada").detail()).isEqualTo("part 1 of 1, 3 rows");
    }

    @Test
    void rows_are_carried_out_once_however_often_they_are_sent() {
        AdjustmentBodies file =
                AdjustmentBodies.of(
                        row("a", "jokers", 5) + row("b", "shard", -1) + row("c", "jokers", 2));

        JsonNode done = data(apply(ada, file.apply(1)));
        server.clock().advance(Duration.ofDays(400));
        JsonNode again = data(apply(ada, file.apply(1)));

        assertThat(jokers()).isEqualTo(17);
        assertThat(done.path("applied").asInt()).isEqualTo(2);
        assertThat(done.path("refused").asInt()).isOne();
        assertThat(done.path("conflicts").asInt()).isZero();
        assertThat(results(done))
                .containsExactly("2 a applied", "3 b refused", "4 c applied")
                .isEqualTo(results(again));
        assertThat(done.at("/results/0/playerId").asText()).isEqualTo(player.id());
        assertThat(done.at("/results/0/detail").asText()).startsWith("funz 100 jokers 1");
        assertThat(
                        server.storage()
                                .players()
                                .history(PlayerId.parse(player.id()), Long.MAX_VALUE, 1)
                                .items()
                                .getFirst()
                                .actor())
                .isEqualTo(new Actor.Operator("ada"));
        assertThat(calls.words("ada"))
                .containsExactly(
                        "adjust_file BEGUN",
                        "adjust_file DONE",
                        "adjust_file BEGUN",
                        "adjust_file DONE");
        assertThat(last("ada").reference()).isEqualTo(file.manifest().hash());
        assertThat(last("ada").detail())
                .isEqualTo("part 1 of 1, 3 rows, 2 applied, 1 refused, 0 conflicts; ticket 81");
    }

    private static List<String> results(JsonNode done) {
        return done.path("results")
                .valueStream()
                .map(each ->
                        each.path("row").asInt()
                                + " "
                                + each.path("operationId").asText()
                                + " "
                                + each.path("result").asText())
                .toList();
    }

    @Test
    void sent_many_times_at_once_each_row_is_carried_out_once() {
        AdjustmentBodies file = AdjustmentBodies.of(row("a", "jokers", 3) + row("b", "jokers", 4));

        List<Integer> codes = Together.run(10, _ -> apply(ada, file.apply(1)).statusCode());

        assertThat(codes).containsOnly(200);
        assertThat(jokers()).isEqualTo(17);
    }

    @Test
    void an_operation_id_of_another_row_is_a_conflict() {
        data(apply(ada, AdjustmentBodies.of(row("a", "jokers", 3)).apply(1)));

        JsonNode other = data(apply(ada, AdjustmentBodies.of(row("a", "jokers", 4)).apply(1)));

        assertThat(results(other)).containsExactly("2 a conflict");
        assertThat(jokers()).isEqualTo(13);
    }

    @Test
    void above_the_limit_another_lead_approves_exactly_these_rows() {
        AdjustmentBodies file = AdjustmentBodies.of(row("a", "jokers", 11));
        ObjectNode approved = file.apply(1).put("approvedBy", "lead");

        assertRefused(apply(ada, file.apply(1)), 409, "plan_not_approved");
        HttpResponse<String> early = apply(ada, approved);
        assertRefused(early, 409, "plan_not_approved");
        assertThat(json(early).path("detail").asText())
                .contains("support-limit-jokers is 10, the file moves 11")
                .endsWith("lead has not approved exactly this file.");
        JsonNode view = data(approve(lead, file.approve()));
        assertThat(view.path("approvedBy").asText()).isEqualTo("lead");
        assertThat(view.path("manifestHash").asText()).isEqualTo(file.manifest().hash());
        assertRefused(apply(lead, approved), 403, "plan_self_approval");
        assertRefused(
                apply(ada, approved.deepCopy().put("approvedBy", "ada")),
                403,
                "plan_self_approval");
        assertRefused(
                apply(ada, approved.deepCopy().put("approvedBy", "nobody")),
                409,
                "plan_not_approved");
        assertRefused(
                apply(
                        ada,
                        AdjustmentBodies.of(row("a", "jokers", 12))
                                .apply(1)
                                .put("approvedBy", "lead")),
                409,
                "plan_not_approved");
        assertThat(jokers()).isEqualTo(10);
        assertThat(data(apply(ada, approved)).path("applied").asInt()).isOne();

        assertThat(jokers()).isEqualTo(21);
        assertThat(calls.words("lead"))
                .containsExactly("approve_adjust_file DONE", "adjust_file REFUSED");
        assertThat(calls.recorded("lead").getFirst().detail())
                .isEqualTo("1 parts, which move jokers 11 of 1 player; ticket 81");
        assertThat(last("lead").detail())
                .isEqualTo("plan_self_approval; part 1 of 1, 1 rows; ticket 81");
    }

    @Test
    void what_is_about_many_players_is_approved_however_little_each_has_of_it() {
        StringBuilder rows = new StringBuilder(row("a", "jokers", 1) + row("b", "jokers", 1));
        for (int i = 0; i < 3; i++) {
            rows.append("x%d,%s,jokers,1,other,sorry\n".formatted(i, server.newPlayer().id()));
        }
        AdjustmentBodies file = AdjustmentBodies.of(rows.toString());
        AdjustmentBodies fewer = AdjustmentBodies.of(row("c", "jokers", 1));

        assertThat(data(check(ada, fewer.check(1))).path("needsApproval").asBoolean(true))
                .isFalse();
        assertThat(data(check(ada, file.check(1))).path("beyond").path(0).asText())
                .isEqualTo("support-limit-players is 3, the file is about 4");
        assertRefused(apply(ada, file.apply(1)), 409, "plan_not_approved");
        data(approve(lead, file.approve()));

        assertThat(
                        data(apply(ada, file.apply(1).put("approvedBy", "lead")))
                                .path("applied")
                                .asInt())
                .isEqualTo(5);
    }

    @Test
    void what_was_approved_and_counted_here_is_so_on_the_storage_as_well() {
        AdjustmentBodies file = AdjustmentBodies.of(row("a", "jokers", 11));
        OperatorName who = new OperatorName("ada");
        data(approve(lead, file.approve()));
        data(apply(ada, file.apply(1).put("approvedBy", "lead")));

        assertThat(
                        new FileApprovals(server.storage().operatorActions())
                                .isApproved(file.manifest(), new OperatorName("lead")))
                .isTrue();
        long today = Days.epochDay(server.clock().millis());
        FileSpending spending = new FileSpending(server.storage().supportPlans(), who);
        assertThat(spending.count(file.manifest(), today, _ -> 11)).isEmpty();
        assertThat(
                        spending.count(
                                AdjustmentBodies.of(row("b", "jokers", 1)).manifest(),
                                today,
                                _ -> 11))
                .isPresent();
    }

    @Test
    void each_part_takes_the_approval_of_the_whole() throws IOException {
        // Of the 11 jokers, part 2 moves 10 and part 3 the last; part 1 moves none.
        AdjustmentBodies file = large("x", 401, 11);
        for (int part = 1; part <= 3; part++) {
            assertRefused(apply(ada, file.apply(part)), 409, "plan_not_approved");
            assertThat(data(check(ada, file.check(part))).path("needsApproval").asBoolean())
                    .isTrue();
        }
        assertThat(state().wallet().funz()).isEqualTo(100);
        data(approve(lead, file.approve()));

        for (int part = 3; part >= 1; part--) {
            data(apply(ada, file.apply(part).put("approvedBy", "lead")));
        }

        assertThat(state().wallet().funz()).isEqualTo(490);
        assertThat(jokers()).isEqualTo(21);
    }

    @Test
    void who_has_approved_must_still_be_a_lead() {
        AdjustmentBodies file = AdjustmentBodies.of(row("a", "jokers", 11));
        ObjectNode body = file.apply(1).put("approvedBy", "lead");
        data(approve(lead, file.approve()));

        server.storage().operators().setDisabled(new OperatorName("lead"), true);
        assertRefused(apply(ada, body), 409, "plan_not_approved");
        server.storage().operators().setDisabled(new OperatorName("lead"), false);
        server.storage().operators().setRoles(new OperatorName("lead"), Set.of(Role.SUPPORT));
        assertRefused(apply(ada, body), 409, "plan_not_approved");

        assertThat(jokers()).isEqualTo(10);
    }

    @Test
    void a_file_counts_once_and_as_a_whole_before_its_first_row() throws IOException {
        // Three parts; the last 24 rows give a joker each, of 25 a day.
        AdjustmentBodies file = large("x", 401, 24);
        data(approve(lead, file.approve()));
        for (int part = 1; part <= 3; part++) {
            ObjectNode body = file.apply(part).put("approvedBy", "lead");
            data(apply(ada, body));
            data(apply(ada, body));
        }
        assertThat(jokers()).isEqualTo(34);

        AdjustmentBodies two = AdjustmentBodies.of(row("y", "jokers", 1) + row("z", "funz", 1));
        AdjustmentBodies one = AdjustmentBodies.of(row("y", "jokers", 2));
        HttpResponse<String> refused = apply(ada, one.apply(1));
        assertRefused(refused, 422, "operator_daily_limit_reached");
        assertThat(json(refused).path("limit").asLong()).isEqualTo(25);
        assertThat(json(refused).path("detail").asText())
                .startsWith("support-daily-jokers is 25, the file moves 2");
        assertThat(last("ada").detail()).startsWith("operator_daily_limit_reached;");
        data(apply(ada, two.apply(1)));
        assertThat(jokers()).isEqualTo(35);
        server.clock().advance(Duration.ofDays(1));
        data(apply(ada, one.apply(1)));
    }

    @Test
    void of_a_file_that_is_too_much_for_the_day_no_part_is_carried_out() throws IOException {
        AdjustmentBodies file = large("x", 401, 26);
        data(approve(lead, file.approve()));

        for (int part = 1; part <= 3; part++) {
            assertRefused(
                    apply(ada, file.apply(part).put("approvedBy", "lead")),
                    422,
                    "operator_daily_limit_reached");
        }

        assertThat(jokers()).isEqualTo(10);
    }

    /** A file of {@code rows} rows, of which so many of the last ones give a joker. */
    private AdjustmentBodies large(String name, int rows, int jokers) throws IOException {
        String text =
                IntStream.range(0, rows)
                        .mapToObj(i -> row(name + i, i < rows - jokers ? "funz" : "jokers", 1))
                        .collect(Collectors.joining());
        Path file =
                Files.writeString(
                        directory.resolve("rows.csv"),
                        "operation_id,player_id,currency_or_item,amount,reason_code,reason\n"
                                + text);
        return AdjustmentBodies.of(AdjustmentFile.read(file));
    }
}
