package com.luckyfunatic.admin.support;

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

/** What people read of the answers of a server; scripts read JSON. */
class SupportTextTest {
    private static final String ANN =
            """
            {"playerId":"184467440737095516","erased":false,"telegramId":777,
            "firstName":"Ann\\u001B[31m","lastName":"Lee","username":"ann","languageCode":"en",
            "premium":false,"campaign":null,"joinedAt":"2026-11-22T15:00:00.123Z"}\
            """;
    private static final String CHANGE =
            """
            {"changeId":"264905529753600001","sequence":1024,"at":"2026-11-22T15:00:00.123Z",
            "command":"AdjustBalance","operationId":"0f8fad5b-d9cb-469f-a165-70867728950e",
            "actor":"operator:ada","catalogVersion":"1","durability":"hard","funz":4505,
            "funzDelta":500,"jokers":15,"jokersDelta":null,"events":[{"@type":"x"}]}\
            """;
    private static final String TRANSFER =
            """
            {"transferId":"9b1f0c2d3e4f5a6b7c8d9e0f1a2b3c4d","playerId":"184467440737095516",
            "accountId":"funtico-20931","itemId":"brass_gear","count":3,"status":"unknown",
            "givenBack":false,"sends":1,"reason":"status 500",
            "requestedAt":"2026-11-22T15:00:00.123Z"}\
            """;

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

    private CommandRun at(int columns, String words) {
        List<Object> all = new ArrayList<>(List.of(words.split(" ")));
        all.addAll(List.of("--server", server.address(), "--operator", "ada"));
        all.addAll(List.of("--credential-file", credential));
        CommandRun run =
                columns == 0
                        ? CommandRun.of(all.toArray())
                        : CommandRun.at(new GivenTerminal(columns), all.toArray());
        assertThat(run.code()).as(run.err()).isZero();
        return run;
    }

    private void lists(String... items) {
        server.says(200, "{\"data\":[" + String.join(",", items) + "],\"nextCursor\":null}");
    }

    @Test
    void players_who_were_found_are_a_table_that_fits_the_terminal() {
        String erased = ANN.replace("\"erased\":false", "\"erased\":true");
        server.says(200, "{\"data\":{\"players\":[" + ANN + "," + erased + "],\"more\":false}}");

        assertThat(at(0, "support find 777").out().lines())
                .containsExactly(
                        "PLAYER              TELEGRAM ID  NAME          USERNAME  JOINED",
                        "184467440737095516  777          Ann?[31m Lee  ann      "
                                + " 2026-11-22T15:00:00.123Z",
                        "184467440737095516  777          (erased)      ann      "
                                + " 2026-11-22T15:00:00.123Z");
        assertThat(at(80, "support find 777").out().lines())
                .allMatch(line -> line.length() <= 80)
                .first()
                .asString()
                .startsWith("PLAYER ");
    }

    @Test
    void a_player_is_a_name_and_a_value_on_each_line() {
        server.says(
                200,
                "{\"data\":{\"profile\":"
                        + ANN
                        + ",\"ban\":null,\"loginsEndedForEver\":false,\"state\":{\"wallet\":"
                        + "{\"funz\":4505},\"items\":{\"stacks\":[{\"item\":\"gear\",\"count\":2},"
                        + "{\"item\":\"cog\",\"count\":1}],\"none\":[]},\"days\":[1,2]}}}");

        assertThat(at(0, "support player 42").out().lines())
                .contains(
                        "profile.playerId      184467440737095516",
                        "profile.firstName     Ann?[31m",
                        "profile.campaign      -",
                        "ban                   -",
                        "loginsEndedForEver    no",
                        "state.wallet.funz     4505",
                        "state.items.stacks    item gear, count 2",
                        "                      item cog, count 1",
                        "state.items.none      -",
                        "state.days            1, 2");
        assertThat(at(0, "player show 42").out())
                .contains("profile.firstName", "loginsEndedForEver")
                .doesNotContain("state.");
    }

    @Test
    void changes_are_a_table_where_it_has_room_and_blocks_where_not() {
        lists(CHANGE);

        assertThat(at(140, "support player 42 --history").out().lines())
                .containsExactly(
                        "CHANGE  AT                        COMMAND        FUNZ   BY  JOKERS  BY "
                                + " ACTOR         OPERATION",
                        "  1024  2026-11-22T15:00:00.123Z  AdjustBalance  4505  500      15   - "
                                + " operator:ada  0f8fad5b-d9cb-469f-a165-70867728950e");
        assertThat(at(80, "support player 42 --history").out().lines())
                .startsWith("CHANGE     1024", "AT         2026-11-22T15:00:00.123Z")
                .endsWith("OPERATION  0f8fad5b-d9cb-469f-a165-70867728950e");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "support find 777",
                "support player 42",
                "support player 42 --history",
                "support player 42 --sessions",
                "support player 42 --transfers",
                "support operation 42 o1",
                "support transfers",
                "support follow-ups",
                "support stock-holds",
                "support quarantine",
                "support actions",
                "support releases",
                "player show 42"
            })
    void no_command_shows_json_unless_it_is_wanted(String command) {
        boolean isThing = command.matches(".* (42|o1|777)");
        String data =
                isThing ? "{\"players\":[" + ANN + "],\"a\":{\"b\":1}}" : "[" + TRANSFER + "]";
        server.says(200, "{\"data\":" + data + ",\"nextCursor\":null}");

        assertThat(at(0, command).out()).doesNotContain("{", "\"", "\u001b");
        assertThat(at(80, command).out().lines())
                .allMatch(line -> line.length() <= 80)
                .noneMatch(line -> line.contains("{"));
        assertThat(at(80, command + " --json").out().strip()).isEqualTo(data.replace("\n", ""));
    }

    @Test
    void lists_are_tables_with_what_people_look_for() {
        lists(TRANSFER);
        assertThat(at(0, "support transfers").out())
                .containsPattern("TRANSFER +PLAYER +ACCOUNT +ITEM +COUNT +STATUS +GIVEN BACK")
                .containsPattern("funtico-20931 +brass_gear +3 +unknown +no +1 .* status 500");
        lists(
                "{\"startedAt\":\"2026-11-22T15:00:00Z\",\"endedAt\":null,\"lengthSeconds\":750,"
                        + "\"requests\":214,\"taps\":1830,\"platform\":\"ios\",\"version\":null}");
        assertThat(at(0, "support player 42 --sessions").out())
                .containsPattern("2026-11-22T15:00:00Z +- +750 +214 +1830 +ios +-");
        lists(
                "{\"number\":\"17\",\"playerId\":\"9\",\"operationId\":\"~referral:9\","
                        + "\"command\":\"RewardReferral\",\"queuedAt\":\"2026-11-22T14:00:00Z\","
                        + "\"dueAt\":null,\"failedAttempts\":3600,"
                        + "\"lastFailedAt\":\"2026-11-22T15:00:00Z\","
                        + "\"lastFailure\":\"IllegalStateException: a\\u001b bug\"}");
        assertThat(at(0, "support follow-ups").out())
                .containsPattern(
                        "17 +9 +RewardReferral +2026-11-22T14:00:00Z +- +3600 +2026-11-22T15:00:00Z"
                                + " +~referral:9 +IllegalStateException: a. bug");
        lists(
                "{\"stock\":\"golden_hat\",\"playerId\":\"9\",\"operationId\":\"o1\","
                        + "\"quantity\":2,\"heldSince\":\"2026-11-22T15:00:00Z\","
                        + "\"heldUntil\":\"2026-11-22T15:01:00Z\"}");
        assertThat(at(0, "support stock-holds").out())
                .containsPattern(
                        "golden_hat +2 +9 +2026-11-22T15:00:00Z +2026-11-22T15:01:00Z +o1");
        lists(
                "{\"number\":\"3\",\"partition\":4,\"entry\":\"1-0\",\"sink\":\"archive\","
                        + "\"playerId\":null,\"sequence\":null,"
                        + "\"since\":\"2026-11-22T15:00:00Z\",\"reason\":\"no time\"}");
        assertThat(at(0, "support quarantine").out())
                .containsPattern("3 +2026-11-22T15:00:00Z +- +- +archive +1-0 +no time");
        lists(
                "{\"operator\":\"ada\",\"at\":\"2026-11-22T15:00:00Z\",\"action\":\"ban\","
                        + "\"playerId\":null,\"reference\":\"p1\",\"outcome\":\"done\","
                        + "\"detail\":\"a \\u202e b\"}");
        assertThat(at(0, "support actions").out())
                .containsPattern("2026-11-22T15:00:00Z +ada +ban +- +done +p1 +a \\? b");
    }

    @Test
    void an_empty_list_is_said_to_be_empty() {
        lists();
        assertThat(at(80, "support transfers").out().strip()).isEqualTo("There is no transfer.");
        assertThat(at(80, "support stock-holds").out().strip()).isEqualTo("Nothing is held.");
        assertThat(at(80, "support quarantine").out().strip()).isEqualTo("Nothing is quarantined.");
        assertThat(at(80, "support actions").out().strip()).isEqualTo("Nothing was asked for.");
    }

    @Test
    void how_the_rest_of_a_list_is_shown_is_said() {
        server.says(200, "{\"data\":[" + TRANSFER + "],\"nextCursor\":\"c\"}");
        assertThat(at(80, "support transfers").err().strip())
                .isEqualTo("There is more: --all shows everything.");
    }
}
