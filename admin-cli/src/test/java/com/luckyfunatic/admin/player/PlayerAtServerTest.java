package com.luckyfunatic.admin.player;

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
import org.junit.jupiter.params.provider.CsvSource;

/** {@code player} by way of a server. */
class PlayerAtServerTest {
    private static final String PLAN =
            "{\"data\":{\"planId\":\"p1\",\"planHash\":\"9f86\",\"author\":\"ada\",\"playerId\":"
                    + "\"42\",\"command\":{},\"needsApproval\":false,\"approvedBy\":null,"
                    + "\"expiresAt\":\"2026-11-22T16:00:00Z\",\"outdated\":false,"
                    + "\"before\":{\"ban\":null},\"after\":{\"ban\":\"for ever\"}}}";
    private static final String DONE =
            "{\"data\":{\"planId\":\"p1\",\"operationId\":\"~plan:p1\",\"doneAt\":"
                    + "\"2026-11-22T15:00:00Z\",\"repeated\":false,\"after\":{}}}";

    @TempDir private Path directory;
    private final StubServer server = new StubServer();
    private Path credential;

    @BeforeEach
    void start() throws IOException {
        credential = Files.writeString(directory.resolve("ada.txt"), "correct-horse-battery\n");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private CommandRun at(String... words) {
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--server", server.address(), "--operator", "ada"));
        all.addAll(List.of("--credential-file", credential));
        return CommandRun.of(all.toArray());
    }

    @Test
    void a_player_is_shown() {
        server.says(200, "{\"data\":{\"player\":{\"playerId\":\"42\"}}}");

        CommandRun run = at("player", "show", "42", "--json");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().strip()).isEqualTo("{\"player\":{\"playerId\":\"42\"}}");
        assertThat(server.requests()).containsExactly("GET /support/players/42 ");
    }

    @Test
    void what_a_player_had_is_shown_as_from_the_storage() {
        server.says(
                200,
                "{\"data\":{\"player\":\"42\",\"at\":\"2026-11-27T12:00:00Z\",\"lastChange\":"
                    + "{\"id\":\"9\",\"sequence\":7,\"at\":\"2026-11-27T11:00:00Z\","
                    + "\"command\":\"Tap\",\"catalogVersion\":\"1\"},\"wallet\":{\"funz\":5,"
                    + "\"jokers\":3,\"funzEarned\":8},\"keptFrom\":null,\"state\":{\"energy\":"
                    + "{\"micros\":1500000,\"atMillis\":0},\"rank\":{\"rank\":2},\"items\":"
                    + "{\"stacks\":[{\"item\":\"dust\",\"count\":4}]},\"cards\":{\"owned\":[]},"
                    + "\"forge\":{},\"boosters\":{\"levels\":[{\"type\":\"MULTI_TAP\",\"level\":"
                    + "2}]}}}}");

        CommandRun run = at("player", "history", "42", "--at", "2026-11-27T13:00:00+01:00");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .containsPattern("(?m)^jokers +3$")
                .containsPattern("(?m)^energy +1 at 1970-01-01T00:00:00Z$")
                .containsPattern("(?m)^rank +2$")
                .containsPattern("(?m)^items +dust x4$")
                .containsPattern("(?m)^cards +none$")
                .containsPattern("(?m)^special cards +none$")
                .containsPattern("(?m)^boosters +MULTI_TAP level 2$");
        assertThat(server.requests())
                .containsExactly("GET /support/players/42/past?at=2026-11-27T12:00:00Z ");
        assertThat(at("player", "history", "42", "--at", "soon").code()).isEqualTo(2);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void of_what_is_no_longer_kept_the_balances_are_shown() {
        server.says(
                200,
                "{\"data\":{\"player\":\"42\",\"at\":\"2026-11-27T12:00:00Z\",\"lastChange\":{},"
                        + "\"wallet\":{\"funz\":5,\"jokers\":3,\"funzEarned\":8},\"keptFrom\":"
                        + "\"2026-11-20T00:00:00Z\",\"state\":null}}");

        CommandRun run = at("player", "history", "42", "--at", "2026-11-27T12:00:00Z");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .containsPattern("(?m)^jokers +3$")
                .doesNotContain("energy")
                .contains("Changes before 2026-11-20T00:00:00Z are no longer kept");
    }

    @Test
    void who_is_named_by_telegram_account_is_looked_for_first() {
        server.saysFirst(
                200,
                "{\"data\":{\"players\":[{\"playerId\":\"777\",\"telegramId\":8},"
                        + "{\"playerId\":\"42\",\"telegramId\":777}]}}");
        server.says(200, "{\"data\":{}}");

        CommandRun run = at("player", "show", "--telegram-id", "777");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(server.requests())
                .containsExactly("GET /support/players?query=777 ", "GET /support/players/42 ");
    }

    @Test
    void nobody_by_that_account_is_told() {
        server.says(200, "{\"data\":{\"players\":[{\"playerId\":\"777\",\"telegramId\":null}]}}");

        CommandRun run = at("player", "unban", "--telegram-id", "777", "--reason", "t", "--yes");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().strip())
                .isEqualTo("There is no player with the Telegram account 777.");
        server.says(403, "{\"code\":\"operator_role_missing\",\"detail\":\"None allows it\"}");
        CommandRun refused = at("player", "show", "--telegram-id", "777");
        server.says(503, "{\"code\":\"storage_unavailable\",\"detail\":\"Later\"}");
        CommandRun away = at("player", "show", "--telegram-id", "777");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err().strip()).isEqualTo("operator_role_missing: None allows it");
        assertThat(away.code()).isEqualTo(69);
        assertThat(away.err()).startsWith("storage_unavailable: Later");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unban|{\"action\":\"unban\",",
                "end-logins|{\"action\":\"end_logins\",",
                "ban --forever|{\"action\":\"ban\",\"until\":\"forever\",",
                "ban --until 2036-01-31T12:00:00+01:00|{\"action\":\"ban\",\"until\":"
                        + "\"2036-01-31T11:00:00Z\","
            })
    void a_change_is_planned_shown_and_carried_out(String command, String sent) {
        server.saysFirst(200, PLAN);
        server.says(200, DONE);
        List<String> words = new ArrayList<>(List.of(("player " + command).split(" ")));
        words.addAll(List.of("42", "--reason", "ticket 7", "--reason-code", "abuse", "--yes"));

        CommandRun run = at(words.toArray(String[]::new));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("before", "for ever", "Plan p1 is done");
        assertThat(server.requests())
                .containsExactly(
                        "POST /support/players/42/plans "
                                + sent
                                + "\"reasonCode\":\"abuse\",\"reason\":\"ticket 7\"}",
                        "POST /support/plans/p1/execute {\"planHash\":\"9f86\"}");
    }

    @Test
    void a_tournament_is_cancelled_by_two_people_and_a_player_taken_out_by_one() {
        server.saysFirst(200, PLAN.replace("false,\"approvedBy", "true,\"approvedBy"));
        CommandRun cancelled = at("tournament", "cancel", "cup", "--reason", "wrong");
        server.saysFirst(200, PLAN);
        server.says(200, DONE);
        CommandRun out = at("tournament", "disqualify", "cup", "42", "--reason", "macros", "--yes");

        assertThat(cancelled.code()).as(cancelled.err()).isZero();
        assertThat(cancelled.out()).contains("another person has to approve it");
        assertThat(out.code()).as(out.err()).isZero();
        assertThat(server.requests())
                .containsExactly(
                        "POST /support/tournaments/cup/plans {\"action\":\"cancel_tournament\","
                                + "\"reasonCode\":\"other\",\"reason\":\"wrong\"}",
                        "POST /support/tournaments/cup/plans {\"action\":\"disqualify\","
                                + "\"playerId\":\"42\",\"reasonCode\":\"other\","
                                + "\"reason\":\"macros\"}",
                        "POST /support/plans/p1/execute {\"planHash\":\"9f86\"}");
    }

    @Test
    void what_cannot_be_meant_is_told_before_a_server_is_asked() {
        assertThat(at("player", "unban", "42", "--yes").err())
                .contains("A server wants a --reason of 1 to 150 characters.");
        assertThat(at("player", "unban", "42", "--yes", "--reason", "x".repeat(151)).err())
                .contains("A server wants a --reason of 1 to 150 characters.");
        assertThat(at("player", "unban", "42", "--reason", "t").err())
                .contains("Without a terminal nobody can be asked whether it is meant: --yes.");
        assertThat(at("player", "unban", "42", "--reason", "t", "--yes", "--by", "bob").err())
                .contains("--by goes with --direct");
        assertThat(at("player", "show", "42", "--direct").err())
                .contains("Either a server or the storage, not both.");
        assertThat(at("player", "show", "42", "--data-dir", "x").err())
                .contains("Either a server or the storage, not both.");
        assertThat(at("player", "ban", "42", "--reason", "t", "--for", "5y", "--yes").code())
                .isEqualTo(2);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void without_a_word_about_either_both_ways_are_named() {
        CommandRun run = CommandRun.of("player", "show", "42");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("Say who signs in at the server (--operator, with --credential-file");
    }

    @Test
    void a_code_for_the_reason_is_not_lost_on_the_storage() {
        CommandRun run =
                CommandRun.of("player", "unban", "42", "--direct", "--reason-code", "abuse");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--reason-code goes with a server.");
    }

    @Test
    void the_mode_says_nothing_of_where_the_storage_is() {
        server.says(200, "{\"data\":{}}");

        assertThat(at("player", "show", "42", "--mode", "prod").code()).isZero();
        assertThat(CommandRun.of("player", "show", "42", "--mode", "prod").err())
                .contains("Say who signs in at the server");
    }

    @Test
    void a_server_is_not_asked_without_a_credential() {
        CommandRun run =
                CommandRun.of(
                        "player", "show", "42", "--server", server.address(), "--operator", "ada");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("'--credential-file=FILE'");
        assertThat(server.asked()).isEmpty();
    }
}
