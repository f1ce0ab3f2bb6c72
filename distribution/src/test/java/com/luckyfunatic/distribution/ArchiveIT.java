package com.luckyfunatic.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.luckyfunatic.distribution.Archive.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The archive is whole, and its programs run without the checkout. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are started by a shell script")
class ArchiveIT {
    private static final Path CHECKOUT = Path.of("..");
    private static final List<String> PROGRAMS =
            List.of("server-micronaut", "worker-cli", "admin-cli");
    private static final Pattern READY =
            Pattern.compile("is ready: http://127\\.0\\.0\\.1:(\\d+)/");
    private static final int TERMINATED = 143;

    @TempDir private static Path directory;
    private static Archive archive;

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        archive = Archive.unpackedIn(directory);
    }

    @Test
    void what_is_promised_is_in_it_and_no_secret() throws IOException {
        Set<String> files = archive.files();

        assertThat(files)
                .contains(
                        "LICENSE",
                        "CHANGELOG.md",
                        "sbom.json",
                        "bin/funatic",
                        "deploy/Containerfile",
                        "deploy/compose.yaml",
                        "deploy/make-secrets",
                        "docs/reference/configuration.md",
                        "docs/reference/dependencies.md",
                        "docs/runbooks/README.md",
                        "docs/upgrades.md")
                .noneMatch(file -> file.startsWith("deploy/secrets"));
        assertThat(archive.home().resolve("LICENSE"))
                .hasSameTextualContentAs(CHECKOUT.resolve("LICENSE"));
        assertThat(archive.zippedFiles()).isEqualTo(files);
    }

    /** Windows' line ends, or a part that was not filled in, would show here as well. */
    @Test
    void every_script_can_be_run_and_read() throws IOException, InterruptedException {
        List<Path> scripts = archive.scripts();

        assertThat(scripts).extracting(Path::toString).anyMatch(each -> each.endsWith("/funatic"));
        assertThat(scripts)
                .extracting(Path::toString)
                .anyMatch(each -> each.endsWith("/make-secrets"));
        for (Path script : scripts) {
            assertThat(script).isExecutable();
            Run read = archive.run("bash", "-n", script.toString());
            assertThat(read).as("%s", script).isEqualTo(new Run(0, "", ""));
        }
    }

    @Test
    void every_library_that_a_program_names_is_in_it_and_no_other() throws IOException {
        List<String> named = new ArrayList<>();
        for (String program : PROGRAMS) {
            String name = program + "-" + archive.version() + ".jar";
            named.add(name);
            try (JarFile jar = new JarFile(archive.home().resolve("lib/" + name).toFile())) {
                String path =
                        jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
                assertThat(path).as(name).isNotBlank();
                named.addAll(List.of(path.split(" ")));
            }
        }

        assertThat(jars()).containsExactlyInAnyOrderElementsOf(Set.copyOf(named));
    }

    @Test
    void the_list_of_what_is_in_it_names_every_library_with_its_licence() throws IOException {
        List<String> listed = new ArrayList<>();
        for (JsonNode each :
                new ObjectMapper()
                        .readTree(archive.home().resolve("sbom.json").toFile())
                        .path("components")) {
            listed.add(each.path("name").asText() + "-" + each.path("version").asText());
            assertThat(each.path("licenses")).as(each.path("name").asText()).isNotEmpty();
        }

        // What follows the version is the machine that a library with native code is for.
        assertThat(jars())
                .allSatisfy(jar ->
                        assertThat(listed)
                                .anyMatch(name ->
                                        jar.equals(name + ".jar") || jar.startsWith(name + "-")));
    }

    private static List<String> jars() throws IOException {
        try (Stream<Path> files = Files.list(archive.home().resolve("lib"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--help,usage: bin/funatic <command>",
        "serve --help,Usage: funatic serve",
        "worker --help,Usage: funatic worker",
        "worker list,drain-journals",
        "admin --help,Usage: funatic admin",
        "admin catalog check --help,Usage: funatic admin catalog check"
    })
    void programs_start_and_say_nothing_of_their_own(String arguments, String told)
            throws IOException, InterruptedException {
        Run run = archive.funatic(arguments.split(" "));

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains(told);
    }

    @Test
    void programs_have_the_archives_version() throws IOException, InterruptedException {
        String version = archive.version() + "\n";

        assertThat(archive.funatic("--version").out()).isEqualTo("funatic " + version);
        assertThat(archive.funatic("worker", "--version").out())
                .isEqualTo("funatic worker " + version);
        assertThat(archive.funatic("admin", "--version").out())
                .isEqualTo("funatic admin " + version);
    }

    @Test
    @Timeout(120)
    void a_server_starts_is_well_and_stops() throws IOException, InterruptedException {
        Process server =
                archive.start("serve", "--mode", "dev", "--http-port", "0", "--data-dir", "data");
        String port = null;
        try {
            while (port == null) {
                assertThat(server.isAlive()).as("%s", archive.told("err")).isTrue();
                Matcher ready = READY.matcher(archive.told("out"));
                port = ready.find() ? ready.group(1) : null;
                Thread.onSpinWait();
            }
            int well =
                    new ProcessBuilder(
                                    archive.home().resolve("bin/funatic").toString(),
                                    "health",
                                    port)
                            .start()
                            .waitFor();
            assertThat(well).isZero();
        } finally {
            server.destroy();
        }

        assertThat(archive.end(server).status()).isEqualTo(TERMINATED);
        assertThat(archive.elsewhere().resolve("data/funatic.db")).exists();
    }
}
