package com.luckyfunatic.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class AdminTest {
    @Test
    void help_names_the_commands_and_every_exit_code() {
        CommandRun help = CommandRun.of("--help");
        assertThat(help.code()).isZero();
        assertThat(help.out())
                .contains("Usage: funatic admin", "catalog", "Exit codes:")
                .contains("  0 ", "  1 ", "  2 ", "  66 ", "  70 ");
    }

    @ParameterizedTest
    @CsvSource({
        "audit",
        "audit verify",
        "catalog",
        "catalog check",
        "catalog diff",
        "catalog publish",
        "catalog releases",
        "catalog release",
        "catalog rollback",
        "catalog cancel",
        "catalog show",
        "reconcile",
        "recover",
        "journal",
        "journal quarantine",
        "operator",
        "operator list",
        "operator add",
        "operator roles",
        "operator credential",
        "operator disable",
        "operator enable",
        "player",
        "player show",
        "player history",
        "player ban",
        "player unban",
        "player end-logins",
        "player erase",
        "adjust",
        "support",
        "support find",
        "support player",
        "support plan",
        "support show-plan",
        "support approve",
        "support execute"
    })
    void every_command_has_help(String command) {
        String[] words = (command + " --help").split(" ");
        CommandRun help = CommandRun.of((Object[]) words);
        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("Usage: funatic admin " + command);
        assertThat(help.err()).isEmpty();
    }

    @Test
    void version_is_one_line() {
        CommandRun version = CommandRun.of("--version");
        assertThat(version.code()).isZero();
        assertThat(version.out().lines()).hasSize(1).allMatch(line -> line.startsWith("funatic"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "catalog", "catalog check", "catalog check a b", "--no"})
    void a_wrong_command_line_is_told_with_the_usage_and_code_2(String line) {
        Object[] words = line.isEmpty() ? new Object[0] : (Object[]) line.split(" ");
        CommandRun wrong = CommandRun.of(words);
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.out()).isEmpty();
        assertThat(wrong.err())
                .contains("Usage: funatic admin", "Help: funatic admin")
                .doesNotContain("Exit codes:");
    }

    @Test
    void a_misspelt_command_is_answered_with_the_likely_one() {
        CommandRun wrong = CommandRun.of("catalgo");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("'catalgo'", "Did you mean: funatic admin catalog");
    }

    /** What makes a short command fast must not be seen. */
    @Test
    void the_help_is_the_same_where_only_the_named_group_is_read() {
        CommandLine all = Admin.commandLine();
        assertThat(Admin.commandLine(_ -> false).getUsageMessage())
                .isEqualTo(all.getUsageMessage());
        all.getSubcommands()
                .forEach((name, whole) -> {
                    CommandLine named =
                            Objects.requireNonNull(
                                    Admin.commandLine(name::equals).getSubcommands().get(name));
                    assertThat(named.getUsageMessage()).isEqualTo(whole.getUsageMessage());
                    assertThat(named.getSubcommands().keySet())
                            .isEqualTo(whole.getSubcommands().keySet());
                });
    }

    @Test
    void only_groups_that_may_have_been_named_are_read() {
        assertThat(Admin.named("player", "show", "42").test("player")).isTrue();
        assertThat(Admin.named("player", "show", "42").test("catalog")).isFalse();
        assertThat(Admin.named("--help").test("player")).isFalse();
        assertThat(Admin.named("@arguments").test("player")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'', admin serve verify worker",
        "admin pl, player",
        "admin player ba, ban",
        "admin audit verify --anch, --anchor",
        "admin xyz, ''"
    })
    void a_shell_completes_commands_and_options(String typed, String expected) throws Exception {
        String[] words = ("funatic " + typed).split(" ", -1);
        String script =
                CommandRun.of("completion").out()
                        + "\nCOMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _complete_funatic\n"
                        + "printf '%s\\n' \"${COMPREPLY[@]}\"";
        List<String> command = new ArrayList<>(List.of("bash", "-c", script, "bash"));
        command.addAll(List.of(words));
        Process bash =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String printed = new String(bash.getInputStream().readAllBytes(), UTF_8);

        assertThat(bash.waitFor()).as(printed).isZero();
        List<String> offered =
                printed.lines().map(String::strip).filter(s -> !s.isEmpty()).toList();
        if (expected.isEmpty()) {
            assertThat(offered).isEmpty();
        } else {
            assertThat(offered).contains(expected.split(" "));
        }
        assertThat(offered).allMatch(each -> each.startsWith(words[words.length - 1]));
    }

    @Test
    void a_fault_of_the_program_is_told_with_its_trace_and_code_70() {
        CommandLine commands = Admin.commandLine();
        commands.addSubcommand(new Failing());
        StringWriter err = new StringWriter();
        commands.setErr(new PrintWriter(err, true));
        assertThat(commands.execute("failing")).isEqualTo(70);
        assertThat(err.toString()).contains("IllegalStateException: broken", "at com.luckyfunatic");
    }

    @Command(name = "failing")
    static final class Failing implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException("broken");
        }
    }
}
