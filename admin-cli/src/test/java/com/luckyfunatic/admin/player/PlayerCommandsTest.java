package com.luckyfunatic.admin.player;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.admin.CommandRun;
import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.account.Ban;
import com.luckyfunatic.engine.operator.ActionOutcome;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code player} on a data directory. */
class PlayerCommandsTest {
    private static final long TELEGRAM_ID = 777;

    @TempDir private Path directory;
    private PlayerId ann;

    @BeforeEach
    void join() {
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            TelegramAccount account =
                    new TelegramAccount(
                            TELEGRAM_ID, "Ann\u001b[31m", null, "ann", "de", true, null);
            ann = GameEngine.on(storage, TestCatalogs.full()).logIn(account, null).profile().id();
        }
    }

    private CommandRun player(String command, Object... more) {
        List<Object> words = new ArrayList<>(List.of("player", command));
        words.addAll(List.of(more));
        words.add("--data-dir");
        words.add(directory);
        return CommandRun.of(words.toArray());
    }

    private Admission admission() {
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            CompletableFuture<Admission> answer = new CompletableFuture<>();
            storage.admissions().admission(ann, answer::complete, answer::completeExceptionally);
            return answer.join();
        }
    }

    /** Who did what to the player, earliest first. */
    private List<String> recorded() {
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            return storage
                    .operatorActions()
                    .about(ann, Long.MAX_VALUE, 100)
                    .items()
                    .reversed()
                    .stream()
                    .map(each ->
                            each.operator()
                                    + " "
                                    + each.action()
                                    + " "
                                    + each.outcome()
                                    + " "
                                    + each.detail())
                    .toList();
        }
    }

    private Ban ban() {
        return Objects.requireNonNull(admission().ban());
    }

    @Test
    void a_player_is_shown_without_what_a_terminal_would_obey() {
        CommandRun run = player("show", ann);

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .containsPattern("player +" + ann + "\\R")
                .containsPattern("telegram id +777\\R")
                .containsPattern("first name +Ann\\?\\[31m\\R")
                .containsPattern("premium +yes\\R")
                .containsPattern("banned +no\\R")
                .containsPattern("logins ended +never\\R")
                .doesNotContain("last name", "\u001b");
        assertThat(player("show", "--telegram-id", TELEGRAM_ID).out()).isEqualTo(run.out());
    }

    @Test
    void scripts_get_one_json_object() {
        CommandRun run = player("show", "--json", ann);

        assertThat(run.out().lines()).hasSize(1);
        assertThat(run.out())
                .startsWith("{\"player\":\"" + ann + "\",\"erased\":false,\"telegramId\":777,")
                .contains("\"languageCode\":\"de\"", "\"lastName\":null")
                .contains(
                        "\"banned\":false,\"ban\":null,\"loginsEndedAt\":null,\"loginsEndedForEver\":false}");
    }

    @Test
    void a_ban_says_who_why_and_until_when() {
        Instant until = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.MILLIS);

        CommandRun run = player("ban", ann, "--until", until, "--reason", "macros", "--by", "ada");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .containsPattern("banned +until " + until + "\\R")
                .containsPattern("ban reason +macros\\R")
                .containsPattern("banned by +ada\\R");
        Ban ban = ban();
        assertThat(ban.untilMillis()).isEqualTo(until.toEpochMilli());
        assertThat(ban.actor()).isEqualTo("ada");
        assertThat(player("show", ann, "--json").out())
                .contains("\"banned\":true,\"ban\":{\"until\":\"" + until + "\"");
    }

    @ParameterizedTest
    @CsvSource({"30m, PT30M", "12h, PT12H", "7d, P7D", "2w, P14D"})
    void a_ban_can_be_of_some_length(String length, Duration expected) {
        assertThat(player("ban", ann, "--for", length, "--reason", "macros").code()).isZero();

        Ban ban = ban();
        assertThat(ban.untilMillis() - ban.atMillis()).isEqualTo(expected.toMillis());
        assertThat(ban.actor()).isEqualTo(System.getProperty("user.name"));
    }

    @Test
    void a_ban_for_ever_holds_until_it_is_lifted() {
        CommandRun banned =
                player(
                        "ban",
                        "--telegram-id",
                        TELEGRAM_ID,
                        "--forever",
                        "--reason",
                        "fraud",
                        "--json");
        assertThat(banned.code()).isZero();
        assertThat(banned.out()).contains("\"banned\":true,\"ban\":{\"until\":null,");
        Ban ban = ban();
        assertThat(ban.isForEver()).isTrue();

        assertThat(player("unban", ann, "--by", "eve", "--reason", "sorry").out())
                .containsPattern("banned +no\\R");
        assertThat(admission()).isEqualTo(Admission.FREE);
        assertThat(player("unban", ann, "--reason", "sorry").code()).as("again").isZero();
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            assertThat(storage.operatorActions().about(ann, Long.MAX_VALUE, 100).items())
                    .as("who lifted it is recorded")
                    .anyMatch(each ->
                            each.action().equals("unban")
                                    && each.operator().value().equals("eve")
                                    && each.outcome() == ActionOutcome.DONE
                                    && each.detail().equals("sorry"))
                    .hasSize(6);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unban", "end-logins", "erase"})
    void nothing_is_changed_without_a_reason(String command) {
        CommandRun run =
                command.equals("erase") ? player(command, ann, "--yes") : player(command, ann);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("Say --reason: it is recorded.");
        assertThat(recorded()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ban", "unban", "end-logins", "erase"})
    void what_is_meant_for_nobody_is_recorded(String command) {
        List<Object> words = new ArrayList<>(List.of("9", "--by", "eve", "--reason", "x"));
        if (command.equals("ban")) {
            words.add("--forever");
        } else if (command.equals("erase")) {
            words.add("--yes");
        }

        assertThat(player(command, words.toArray()).code()).isOne();

        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            assertThat(storage.operatorActions().latest(Long.MAX_VALUE, 100).items())
                    .singleElement()
                    .satisfies(each -> {
                        assertThat(each.action())
                                .isEqualTo(
                                        command.equals("erase")
                                                ? "erase_player"
                                                : command.replace('-', '_'));
                        assertThat(each.operator().value()).isEqualTo("eve");
                        assertThat(each.outcome()).isEqualTo(ActionOutcome.REFUSED);
                        assertThat(each.detail()).isEqualTo("unknown_player; x");
                    });
        }
    }

    @Test
    void logins_until_now_end() {
        long before = System.currentTimeMillis();

        CommandRun run = player("end-logins", ann, "--reason", "stolen");

        assertThat(run.code()).isZero();
        assertThat(run.out()).containsPattern("logins ended +2[0-9-]+T");
        assertThat(admission().loginsEndedAtMillis()).isBetween(before, System.currentTimeMillis());
    }

    @Test
    void an_erased_player_is_a_number_with_amounts_and_the_books_still_add_up() {
        CommandRun hasty = player("erase", ann);
        assertThat(hasty.code()).isEqualTo(2);
        assertThat(hasty.err()).contains("It cannot be undone.");
        assertThat(player("show", ann).out()).contains("777");

        CommandRun run =
                player(
                        "erase",
                        "--telegram-id",
                        TELEGRAM_ID,
                        "--yes",
                        "--by",
                        "ada",
                        "--reason",
                        "asked");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .containsPattern("player +" + ann + "\\R")
                .containsPattern("erased +yes\\R")
                .containsPattern("logins ended +for ever\\R");
        // The id is a long number, in which the account's may stand by chance.
        assertThat(run.out().replace(ann.toString(), ""))
                .doesNotContain("telegram", "777", "name", "Ann", "language");
        assertThat(recorded())
                .containsExactly("ada erase_player BEGUN asked", "ada erase_player DONE asked");
        assertThat(player("erase", ann, "--yes", "--reason", "asked").code()).as("again").isZero();
        assertThat(player("show", "--telegram-id", TELEGRAM_ID).code()).isEqualTo(1);
        assertThat(player("show", ann, "--json").out())
                .contains("\"erased\":true,\"telegramId\":null,\"firstName\":null")
                .contains("\"loginsEndedAt\":null,\"loginsEndedForEver\":true}");
        assertThat(CommandRun.of("verify", "--data-dir", directory).code()).isZero();
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            StateChange change =
                    storage.players().history(ann, Long.MAX_VALUE, 2).items().getLast();
            assertThat(change.command()).isEqualTo("ErasePlayer");
            assertThat(change.actor()).isEqualTo(new Actor.Operator("ada"));
        }
    }

    @Test
    void nobody_is_banned_by_a_slip_of_the_pen() {
        CommandRun run = player("ban", "42", "--forever", "--reason", "fraud");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("There is no player 42.");
        assertThat(player("show", "--telegram-id", 778).err())
                .contains("There is no player with the Telegram account 778.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ban 42 --forever|--reason",
                "ban 42 --reason x|--until=TIME",
                "ban 42 --forever --for 7d --reason x|mutually exclusive",
                "ban --forever --reason x|--telegram-id",
                "ban 42 --telegram-id 7 --forever --reason x|mutually exclusive",
                "ban 42 --for 7 --reason x|--for is a number",
                "ban 42 --for 0d --reason x|--for is a number",
                "ban 42 --for 999999999w --reason x|at most 36500d",
                "ban 42 --until tomorrow --reason x|--until is a time",
                "ban 42 --until 2020-01-01T00:00:00Z --reason x|over already",
                "ban 42 --forever --reason=|a ban's reason is out of range",
                "ban 042 --forever --reason x|042",
                "show|--telegram-id"
            })
    void a_wrong_command_line_is_told(String line, String expected) {
        CommandRun run = CommandRun.of((Object[]) ("player " + line + " --direct").split(" "));

        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(expected);
    }

    @Test
    void without_a_game_or_while_a_server_uses_it_nobody_is_banned() {
        CommandRun none =
                CommandRun.of("player", "show", 42, "--data-dir", directory.resolve("none"));
        assertThat(none.code()).isEqualTo(69);
        assertThat(none.err()).contains("There is no game in ");
        try (EmbeddedStorage _ = EmbeddedStorage.open(directory)) {
            CommandRun run = player("ban", ann, "--forever", "--reason", "fraud");
            assertThat(run.code()).isEqualTo(69);
            assertThat(run.err())
                    .contains(
                            "in use by",
                            "Stop the server first",
                            "What has --server works beside it",
                            "catalog");
        }
    }
}
