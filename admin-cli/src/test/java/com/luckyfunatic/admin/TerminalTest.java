package com.luckyfunatic.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program at a terminal of the operating system, whose reads nothing can interrupt. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no POSIX terminals")
class TerminalTest {
    private static final String QUESTION = "Is this meant? yes to carry it out: ";

    /** What a terminal takes for the end of what is typed. */
    private static final String END = "\u0004";

    private static final String PLAN =
            "{\"data\":{\"planId\":\"p1\",\"planHash\":\"9f86\",\"author\":\"ada\",\"playerId\":"
                    + "\"42\",\"command\":{},\"needsApproval\":false,\"approvedBy\":null,"
                    + "\"expiresAt\":\"2026-11-22T16:00:00Z\",\"outdated\":false,"
                    + "\"before\":{\"ban\":\"for ever\"},\"after\":{\"ban\":null}}}";

    @TempDir private Path directory;
    private final StubServer server = new StubServer();
    private Path credential;

    @BeforeEach
    void start() throws IOException {
        credential = Files.writeString(directory.resolve("ada.txt"), "correct-horse-battery\n");
        server.saysFirst(200, PLAN);
        server.says(
                200,
                "{\"data\":{\"planId\":\"p1\",\"operationId\":\"~plan:p1\",\"doneAt\":"
                        + "\"2026-11-22T15:00:00Z\",\"repeated\":false,\"after\":{}}}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static ProcessBuilder program(String... words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(Admin.class.getName());
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("COLUMNS", "60");
        builder.environment().remove("NO_COLOR");
        builder.environment().put("TERM", "xterm");
        return builder;
    }

    private static ProcessBuilder at(PseudoTerminal terminal, ProcessBuilder program) {
        return program.redirectInput(terminal.file())
                .redirectOutput(terminal.file())
                .redirectError(terminal.file());
    }

    private ProcessBuilder unban() {
        return program(
                "player",
                "unban",
                "42",
                "--reason",
                "ticket 7",
                "--server",
                server.address(),
                "--operator",
                "ada",
                "--credential-file",
                credential.toString());
    }

    @ParameterizedTest
    @CsvSource({"yes, true", "' YES ', true", "no, false", "y, false", "'', false", "yes!, false"})
    void nothing_but_yes_carries_it_out(String answer, boolean isMeant) throws Exception {
        try (PseudoTerminal terminal = new PseudoTerminal()) {
            Process process = at(terminal, unban()).start();
            String asked = terminal.readUntil(QUESTION);
            terminal.type(answer + "\n");
            String told = terminal.readAll();

            assertThat(asked).contains("Plan p1 by ada", "for ever").endsWith(QUESTION);
            assertThat(process.waitFor()).as(told).isEqualTo(isMeant ? 0 : 1);
            assertThat(told).contains(isMeant ? "Plan p1 is done" : "Nothing has changed.");
            assertThat(server.requests()).hasSize(isMeant ? 2 : 1);
        }
    }

    @Test
    void who_answers_nothing_at_all_does_not_mean_it() throws Exception {
        try (PseudoTerminal terminal = new PseudoTerminal()) {
            Process process = at(terminal, unban()).start();
            terminal.readUntil(QUESTION);
            terminal.type(END);
            String told = terminal.readAll();

            assertThat(process.waitFor()).as(told).isEqualTo(1);
            assertThat(told).contains("Nothing has changed.");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void colours_are_for_a_terminal_and_not_for_a_pipe() throws Exception {
        try (PseudoTerminal terminal = new PseudoTerminal()) {
            Process process = at(terminal, program("catalog", "--nonsense")).start();
            String told = terminal.readAll();
            assertThat(process.waitFor()).isEqualTo(2);
            assertThat(told).contains("nonsense", "\u001b[");
        }
        Process piped = program("catalog", "--nonsense").redirectErrorStream(true).start();
        assertThat(new String(piped.getInputStream().readAllBytes(), UTF_8))
                .contains("nonsense")
                .doesNotContain("\u001b[");
    }

    @Test
    void tables_are_as_wide_as_the_terminal_and_not_cut_in_a_pipe() throws Exception {
        try (PseudoTerminal terminal = new PseudoTerminal()) {
            Process process = at(terminal, program("catalog", "show")).start();
            String table = terminal.readAll();
            assertThat(process.waitFor()).isZero();
            assertThat(table.lines()).allMatch(line -> line.length() <= 60).hasSizeGreaterThan(9);
        }
    }
}
