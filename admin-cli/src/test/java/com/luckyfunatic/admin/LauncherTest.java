package com.luckyfunatic.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.luckyfunatic.admin.LauncherSandbox.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The launcher script, run in a sandbox: always from another directory and through a symbolic link.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherTest {
    private static final String PERL_LOCK =
            "perl -e 'open(my $l, \">>&=\", 8); exit !flock($l, 2 | 4)'";

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
    void what_has_not_changed_is_not_read_again() throws Exception {
        sandbox.java("25.0.3", true);
        sandbox.run("admin");
        sandbox.run("admin");
        sandbox.without("cksum");

        assertThat(sandbox.run("worker"))
                .returns(7, Run::status)
                .returns("", Run::err)
                .extracting(Run::out, STRING)
                .contains("<com.luckyfunatic.worker.Worker>");
    }

    @Test
    void a_source_that_kept_its_time_of_modification_is_noticed() throws Exception {
        sandbox.java("25.0.3", true);
        Path source = sandbox.file("lua/src/main/Program");
        FileTime before = Files.getLastModifiedTime(source);
        sandbox.run("admin");
        sandbox.run("admin");

        sandbox.write("lua/src/main/Program", "another\n");
        Files.setLastModifiedTime(source, before);

        assertThat(sandbox.run("admin").err()).contains("building");
    }

    @Test
    void a_touched_source_is_read_again_and_not_built() throws Exception {
        sandbox.java("25.0.3", true);
        sandbox.run("admin");
        sandbox.run("admin");
        Files.setLastModifiedTime(
                sandbox.file("lua/src/main/Program"), FileTime.from(Instant.now()));

        assertThat(sandbox.run("admin").err()).isEmpty();

        sandbox.without("cksum");
        assertThat(sandbox.run("admin").status()).isEqualTo(7);
        assertThat(sandbox.builds()).hasSize(1);
    }

    @Test
    void jars_that_are_not_those_that_were_built_are_not_started() throws Exception {
        sandbox.java("25.0.3", true);
        sandbox.run("admin");
        sandbox.run("admin");
        Path jar = sandbox.app().resolve("admin-cli/program.jar");
        FileTime before = Files.getLastModifiedTime(jar);

        Files.writeString(jar, "ADMIN-CLI\n");
        Files.setLastModifiedTime(jar, before);
        assertThat(sandbox.run("admin").err()).contains("building");
        assertThat(jar).hasContent("admin-cli");

        sandbox.run("admin");
        Files.delete(jar);
        assertThat(sandbox.run("admin").err()).contains("building");
        assertThat(jar).exists();
    }

    /** As when everything was last read while the clock was an hour ahead. */
    @Test
    void after_a_clock_was_set_back_changes_are_noticed() throws Exception {
        sandbox.java("25.0.3", true);
        sandbox.run("admin");
        sandbox.run("admin");
        Files.setLastModifiedTime(
                sandbox.file(".funatic/seen"),
                FileTime.from(Instant.now().plus(Duration.ofHours(1))));

        sandbox.write("lua/src/main/Program", "another\n");

        assertThat(sandbox.run("admin").err()).contains("building");
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
    void a_lock_that_a_killed_launcher_left_behind_stops_nobody() throws Exception {
        sandbox.java("25.0.3", true);
        // The launcher of a container has the same process id at every start; here, one that lives.
        sandbox.write(".funatic/build.lock", ProcessHandle.current().pid() + "\n");

        Run run = sandbox.run("admin");

        assertThat(run.status()).isEqualTo(7);
        assertThat(run.err()).contains("building").doesNotContain("waiting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"flock", "perl"})
    void a_build_waits_for_another_and_says_so(String tool) throws Exception {
        assumeTrue(LauncherSandbox.isOnPath(tool), "this machine has no " + tool);
        sandbox.without(tool.equals("flock") ? "perl" : "flock");
        sandbox.java("25.0.3", true);
        sandbox.write(".funatic/build.lock", "4711\n");
        Path lock = sandbox.file(".funatic/build.lock");
        Process other = holding(lock);

        Process waiting = sandbox.start("admin");
        while (!sandbox.err().contains("waiting for the build of process 4711")) {
            assertThat(waiting.isAlive()).as("waits: %s", sandbox.err()).isTrue();
            Thread.onSpinWait();
        }
        assertThat(sandbox.builds()).isEmpty();
        other.destroy();

        assertThat(sandbox.end(waiting).status()).isEqualTo(7);
        assertThat(sandbox.builds()).hasSize(1);
    }

    /** A process that has the lock. */
    private static Process holding(Path lock) throws IOException {
        String tool = LauncherSandbox.isOnPath("flock") ? "flock -n 8" : PERL_LOCK;
        Process process =
                new ProcessBuilder(
                                "bash",
                                "-c",
                                "exec 8>>\"$0\"; " + tool + " && echo locked && exec cat",
                                lock.toString())
                        .start();
        assertThat(process.inputReader().readLine()).isEqualTo("locked");
        return process;
    }

    @Test
    void a_directory_that_cannot_be_written_is_said_at_once() throws Exception {
        sandbox.java("25.0.3", true);
        // Also for a superuser, whom no permission stops.
        sandbox.write(".funatic/build.lock/file", "");

        Run run = sandbox.run("admin");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("cannot write to ").contains(".funatic");
    }

    @Test
    void a_cache_that_is_there_is_used_although_its_directory_is_read_only() throws Exception {
        Path home = sandbox.java("25.0.3", true);
        sandbox.run("admin");
        Path app = sandbox.app();
        assertThat(app.toFile().setWritable(false)).isTrue();
        try {
            assumeFalse(Files.isWritable(app), "a superuser may write anywhere");
            assertThat(sandbox.run("serve").out()).doesNotContain("AOTCache=");
            assertThat(app.toFile().setWritable(true)).isTrue();
            Files.writeString(sandbox.cache("server", app, home), "");
            assertThat(app.toFile().setWritable(false)).isTrue();

            assertThat(sandbox.run("serve").out()).contains("<-XX:AOTCache=" + app);
        } finally {
            app.toFile().setWritable(true);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--help,admin-help",
        "-V,admin-help",
        "'',admin-help",
        "player show --help,admin-help",
        "player show,admin",
        "--help player,admin"
    })
    void help_has_a_start_up_cache_of_its_own(String arguments, String program) throws Exception {
        Path home = sandbox.java("25.0.3", true);
        sandbox.run("admin");
        Path app = sandbox.app();
        Path cache = Files.createFile(sandbox.cache("admin", app, home));
        String[] command = ("admin " + arguments).strip().split(" ");

        assertThat(sandbox.run(command).out()).contains("<-XX:AOTCache=" + cache + ">");

        Files.createFile(sandbox.cache("admin-help", app, home));
        assertThat(sandbox.run(command).out())
                .contains("<-XX:AOTCache=" + sandbox.cache(program, app, home) + ">");
    }

    @Test
    void a_cache_of_another_jdk_is_not_used() throws Exception {
        Path home = sandbox.java("25.0.3", true);
        sandbox.run("admin");
        Files.createFile(sandbox.cache("admin", sandbox.app(), home));
        assertThat(sandbox.run("admin", "catalog").out()).contains("AOTCache");

        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25.0.3\"\nSOURCE=\"x\"\n");

        assertThat(sandbox.run("admin", "catalog").out()).doesNotContain("AOTCache");
    }

    @ParameterizedTest
    @CsvSource({
        "'',--dev-servers,true",
        "'',--dev-servers=true,true",
        "'',--dev-servers true,true",
        "'',--dev-servers false,false",
        "'',--dev-servers=false,false",
        "true,--http-port 0,true",
        "true,--dev-servers false,false",
        "'',--config f.yml,false"
    })
    void development_servers_are_fetched_for_those_who_ask(
            String variable, String arguments, boolean fetched) throws Exception {
        sandbox.java("25.0.3", true);
        sandbox.with("FUNATIC_AOT", "off").with("FUNATIC_DEV_SERVERS", variable);

        Run run = sandbox.run(("serve " + arguments).split(" "));

        assertThat(sandbox.builds().stream().anyMatch(call -> call.contains("dev-servers-files")))
                .isEqualTo(fetched);
        assertThat(run.out()).contains("<-Dfunatic.dev-servers=", "servers.properties>");
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
    void verify_of_some_modules_says_where_it_takes_the_others_from() throws Exception {
        sandbox.java("25.0.3", true);

        assertThat(sandbox.run("verify", "-pl", "worker-cli").err())
                .contains("comes from the local Maven repository");
        assertThat(sandbox.run("verify", "-pl", "worker-cli", "-am").err())
                .doesNotContain("local Maven repository");
        assertThat(sandbox.run("verify").err()).doesNotContain("local Maven repository");
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
