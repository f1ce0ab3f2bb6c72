package com.luckyfunatic.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The archive of this build, unpacked where nothing of the checkout is.
 *
 * @param version the programs' version
 * @param elsewhere an empty directory, in which programs are started
 * @param home what was unpacked
 */
record Archive(String version, Path elsewhere, Path home) {
    private static final Path TARGET = Path.of("target");
    private static final String ENDING = ".tar.gz";

    /** How a program ended. */
    record Run(int status, String out, String err) {}

    /** Unpacks it below {@code directory}, as people do. */
    static Archive unpackedIn(Path directory) throws IOException, InterruptedException {
        String name = packed(ENDING).getFileName().toString();
        String root = name.substring(0, name.length() - ENDING.length());
        Path opt = Files.createDirectories(directory.resolve("o p t"));
        Archive archive =
                new Archive(
                        root.substring("funatic-".length()),
                        Files.createDirectories(directory.resolve("elsewhere")),
                        opt.resolve(root));
        Run tar =
                archive.run(
                        "tar",
                        "-xzf",
                        packed(ENDING).toAbsolutePath().toString(),
                        "-C",
                        opt.toString());
        assertThat(tar.status()).as(tar.err()).isZero();
        try (Stream<Path> unpacked = Files.list(opt)) {
            assertThat(unpacked).containsExactly(archive.home);
        }
        return archive;
    }

    private static Path packed(String ending) throws IOException {
        try (Stream<Path> files = Files.list(TARGET)) {
            List<Path> found =
                    files.filter(file -> file.getFileName().toString().startsWith("funatic-"))
                            .filter(file -> file.getFileName().toString().endsWith(ending))
                            .toList();
            assertThat(found).as("archives *%s", ending).hasSize(1);
            return found.getFirst();
        }
    }

    /** The files in it, relative to its home. */
    Set<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> home.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** The files in the other archive of this build, relative to the same. */
    Set<String> zippedFiles() throws IOException {
        try (ZipFile zip = new ZipFile(packed(".zip").toFile())) {
            return zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .map(name -> name.substring((home.getFileName() + "/").length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Those that begin as scripts do. */
    List<Path> scripts() throws IOException {
        List<Path> scripts = new ArrayList<>();
        for (String file : files()) {
            try (var bytes = Files.newInputStream(home.resolve(file))) {
                if (new String(bytes.readNBytes(2), StandardCharsets.ISO_8859_1).equals("#!")) {
                    scripts.add(home.resolve(file));
                }
            }
        }
        return scripts;
    }

    /** Runs its {@code bin/funatic} through a symbolic link. */
    Run funatic(String... arguments) throws IOException, InterruptedException {
        return end(start(command(arguments)));
    }

    /** Starts it in the same way. */
    Process start(String... arguments) throws IOException {
        return start(command(arguments));
    }

    private List<String> command(String... arguments) throws IOException {
        Path link = elsewhere.resolveSibling("funatic");
        if (!Files.exists(link)) {
            Files.createSymbolicLink(link, home.resolve("bin/funatic"));
        }
        return Stream.concat(Stream.of(link.toString()), Stream.of(arguments)).toList();
    }

    /** Runs any other program. */
    Run run(String... command) throws IOException, InterruptedException {
        return end(start(List.of(command)));
    }

    /**
     * With nothing of the environment but what finds the shell's tools and the Java of the test.
     */
    private Process start(List<String> command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(elsewhere.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectOutput(elsewhere.resolveSibling("out").toFile())
                        .redirectError(elsewhere.resolveSibling("err").toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(
                        Map.of(
                                "PATH",
                                System.getenv("PATH"),
                                "JAVA_HOME",
                                System.getProperty("java.home"),
                                "HOME",
                                elsewhere.toString()));
        return builder.start();
    }

    /** Waits for what was started. */
    Run end(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("it did not end: " + told("out") + told("err"));
        }
        return new Run(process.exitValue(), told("out"), told("err"));
    }

    /** What it has printed so far, to {@code out} or {@code err}. */
    String told(String where) throws IOException {
        return Files.readString(elsewhere.resolveSibling(where));
    }
}
