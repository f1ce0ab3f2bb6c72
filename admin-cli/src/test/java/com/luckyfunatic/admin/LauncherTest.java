package com.luckyfunatic.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.admin.LauncherSandbox.Run;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher script, run in a sandbox: always from another directory and through a symbolic link.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherTest {
    private LauncherSandbox sandbox;

    @BeforeEach
    void make_sandbox(@TempDir Path directory) {
        sandbox = new LauncherSandbox(directory);
    }

    @Test
    void help_needs_neither_java_nor_maven() throws Exception {
        Run run = sandbox.run("--help");

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("serve", "worker", "admin", "verify", "--offline");
        assertThat(sandbox.run()).isEqualTo(run);
    }

    @Test
    void the_version_is_the_projects() throws Exception {
        assertThat(sandbox.run("--version").out()).isEqualTo("funatic 4.5.6\n");
    }

    @Test
    void an_unknown_command_is_named_and_refused() throws Exception {
        Run run = sandbox.run("srve");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("unknown command: srve", "usage:");
    }

    @Test
    void without_a_fitting_jdk_it_says_what_was_found() throws Exception {
        Path old = sandbox.java("21.0.4", true);
        Path runtime = sandbox.java("25.0.1", false);

        Run run = sandbox.with("JAVA_HOME", "/nowhere").run("serve");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .contains("no JDK 25 was found")
                .contains("JAVA_HOME: /nowhere has no bin/java")
                .contains("PATH: no java")
                .contains(old + " is version 21.0.4")
                .contains(runtime + " is version 25.0.1, but a runtime without a compiler");
    }

    @Test
    void a_jdk_in_a_usual_place_is_taken_although_java_home_is_older() throws Exception {
        Path old = sandbox.java("17.0.9", true);
        sandbox.java("25.0.3", true);

        Run run = sandbox.with("JAVA_HOME", old.toString()).run("admin");

        assertThat(run.status()).isEqualTo(7);
        assertThat(run.out()).contains("<com.luckyfunatic.admin.Admin>");
    }

    @Test
    void the_program_gets_every_argument_and_its_exit_status_counts() throws Exception {
        sandbox.java("25.0.3", true);

        Run run = sandbox.run("admin", "catalog", "check", "my file.yml", "", "--help");

        assertThat(run.status()).isEqualTo(7);
        assertThat(run.out())
                .endsWith(
                        """
                        <com.luckyfunatic.admin.Admin>
                        <catalog>
                        <check>
                        <my file.yml>
                        <>
                        <--help>
                        """);
    }

    @Test
    void it_builds_only_when_a_source_has_changed() throws Exception {
        sandbox.java("25.0.3", true);

        assertThat(sandbox.run("admin").err()).contains("building");
        assertThat(sandbox.run("admin").err()).isEmpty();
        assertThat(sandbox.run("worker").err()).isEmpty();

        sandbox.write("engine-core/src/main/New.java", "class New {}\n");
        assertThat(sandbox.run("admin").err()).contains("building");
        sandbox.delete("engine-core/src/main/New.java");
        assertThat(sandbox.run("admin").err()).contains("building");
        sandbox.write("engine-core/src/test/NewTest.java", "class NewTest {}\n");
        assertThat(sandbox.run("admin").err()).isEmpty();

        assertThat(sandbox.builds()).hasSize(3);
    }

    @Test
    void a_failed_build_starts_nothing_and_is_repeated_from_scratch() throws Exception {
        sandbox.java("25.0.3", true);
        sandbox.write("broken", "");

        Run failed = sandbox.run("serve");

        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err()).contains("[ERROR] no such symbol", "build.log");

        sandbox.delete("broken");
        assertThat(sandbox.run("admin").status()).isEqualTo(7);
        assertThat(sandbox.builds().getLast()).endsWith("clean package");
    }

    @Test
    void offline_reaches_maven() throws Exception {
        sandbox.java("25.0.3", true);

        sandbox.run("--offline", "admin");

        assertThat(sandbox.builds()).singleElement().asString().contains("--offline");
    }

    @Test
    void a_server_starts_although_its_start_up_cache_could_not_be_trained() throws Exception {
        sandbox.java("25.0.3", true);

        Run first = sandbox.run("serve", "--http-port", "0");

        assertThat(first.err()).contains("the server starts without it");
        assertThat(first.out())
                .doesNotContain("AOTCache")
                .endsWith("<com.luckyfunatic.server.Application>\n<--http-port>\n<0>\n");
        assertThat(sandbox.run("serve").err()).isEmpty();
    }

    @Test
    void java_opts_come_last_and_replace_the_collector() throws Exception {
        sandbox.java("25.0.3", true);

        Run run = sandbox.with("JAVA_OPTS", "-XX:+UseG1GC -Xmx4g").run("worker");

        assertThat(run.out())
                .doesNotContain("UseSerialGC")
                .containsSubsequence("<-Xmx224m>", "<-XX:+UseG1GC>", "<-Xmx4g>", "<-cp>");
    }

    @Test
    void verify_ends_with_the_sum_of_all_tests() throws Exception {
        sandbox.java("25.0.3", true);

        Run run = sandbox.run("verify", "-DskipITs");

        assertThat(run.status()).isZero();
        assertThat(run.out()).endsWith("9 passed, 0 failed, 3 skipped\n");
        assertThat(sandbox.builds().getLast()).endsWith("-DskipITs verify");
    }

    @Test
    void verify_fails_with_maven_and_counts_no_earlier_report() throws Exception {
        sandbox.java("25.0.3", true);
        sandbox.run("verify");
        sandbox.write("broken", "");

        Run run = sandbox.run("verify");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("[ERROR] no such symbol", "The build failed.")
                .endsWith("0 passed, 0 failed, 0 skipped\n");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere a browser may lie outside the PATH")
    void verify_says_that_the_browser_tests_are_left_out()
            throws IOException, InterruptedException {
        sandbox.java("25.0.3", true);

        assertThat(sandbox.run("verify").out()).contains("The browser tests were left out");
    }
}
