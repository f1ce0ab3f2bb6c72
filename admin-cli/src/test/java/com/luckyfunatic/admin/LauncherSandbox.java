package com.luckyfunatic.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A copy of the launcher in a directory of its own, with made-up sources, a made-up Maven and
 * made-up JDKs. The environment holds nothing of the machine's but the few tools that the launcher
 * calls.
 */
final class LauncherSandbox {
    /** What the launcher may use; a tool that is missing here and called would fail the tests. */
    private static final List<String> TOOLS =
            List.of(
                    "awk",
                    "basename",
                    "bash",
                    "cat",
                    "cksum",
                    "cp",
                    "dirname",
                    "env",
                    "find",
                    "grep",
                    "head",
                    "mkdir",
                    "mkfifo",
                    "mktemp",
                    "mv",
                    "readlink",
                    "rm",
                    "sed",
                    "sleep",
                    "sort",
                    "tr");

    /** One of them must be there; no system has to bring both. */
    private static final List<String> LOCKING_TOOLS = List.of("flock", "perl");

    private static final List<String> MODULES =
            List.of(
                    "engine-core",
                    "lua",
                    "engine-storage",
                    "dev-servers",
                    "server-micronaut",
                    "operations",
                    "worker-cli",
                    "admin-cli");

    /** Stands in for Maven: notes each call, and makes what a build leaves behind. */
    private static final String MAVEN =
            """
            #!/usr/bin/env bash
            case "$*" in *--version*) echo 'Apache Maven 3.9.9 (made up)'; exit ;; esac
            echo "$*" >>maven-calls
            echo '[INFO] Building engine-core 0.1.0                     [1/6]'
            if [[ -e broken ]]; then echo '[ERROR] no such symbol'; exit 1; fi
            case "$*" in *dev-servers-files*)
                mkdir -p dev-servers-files/target/servers
                echo >dev-servers-files/target/servers/servers.properties
                exit ;;
            esac
            for module in server-micronaut worker-cli admin-cli; do
                mkdir -p "$module/target/lib" "$module/target/surefire-reports"
                cat "$module/src/main/Program" >"$module/target/lib/program.jar"
                echo '<testsuite name="T" tests="4" errors="0" skipped="1" failures="0">' \\
                    >"$module/target/surefire-reports/TEST-T.xml"
            done
            """;

    /** Stands in for a JVM: prints its arguments one by one, and exits with a status of its own. */
    private static final String JAVA =
            """
            #!/usr/bin/env bash
            printf '<%s>\\n' "$@"
            exit 7
            """;

    /** How a run of the launcher ended. */
    record Run(int status, String out, String err) {}

    private final Path base;
    private final Path root;
    private final Path bin;
    private final Map<String, String> environment = new TreeMap<>();

    LauncherSandbox(Path base) {
        this.base = base;
        root = base.resolve("a checkout");
        bin = base.resolve("bin");
        try {
            // Maven sets basedir to the directory of the module.
            Path checkout = Path.of(System.getProperty("basedir", "."), "..");
            copy(checkout.resolve("funatic"), root.resolve("funatic"));
            copyAll(checkout.resolve("launcher"), root.resolve("launcher"));
            write("pom.xml", "<project>\n  <version>4.5.6</version>\n</project>\n");
            write(".mvn/jvm.config", "\n");
            for (String module : MODULES) {
                write(module + "/pom.xml", "<project/>\n");
                write(module + "/src/main/Program", module + "\n");
            }
            Files.createDirectories(bin);
            for (String tool : TOOLS) {
                tool(tool);
            }
            for (String tool : LOCKING_TOOLS) {
                if (isOnPath(tool)) {
                    tool(tool);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        environment.put("PATH", bin.toString());
        environment.put("HOME", base.toString());
        environment.put("TMPDIR", base.toString());
        environment.put("FUNATIC_JDK_PLACES", base.resolve("jdks").toString());
        program(bin.resolve("mvn"), MAVEN);
    }

    /** Puts a tool of the machine where the launcher finds it. */
    private void tool(String name) throws IOException {
        Files.createSymbolicLink(bin.resolve(name), find(name).orElseThrow());
    }

    static boolean isOnPath(String tool) {
        return find(tool).isPresent();
    }

    /** Takes a tool away from the launcher. */
    void without(String tool) throws IOException {
        Files.deleteIfExists(bin.resolve(tool));
    }

    /** A file or directory below the checkout. */
    Path file(String file) {
        return root.resolve(file);
    }

    /** Sets a variable of the environment that the launcher is run in. */
    LauncherSandbox with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /**
     * Puts a JDK (or, without a compiler, a runtime) where the launcher looks, and answers with its
     * home.
     */
    Path java(String version, boolean compiler) {
        Path home = base.resolve("jdks").resolve("java-" + version);
        program(home.resolve("bin/java"), JAVA);
        if (compiler) {
            program(home.resolve("bin/javac"), JAVA);
        }
        writeTo(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    /** Writes a file below the checkout. */
    void write(String file, String content) {
        writeTo(root.resolve(file), content);
    }

    /** Removes a file below the checkout. */
    void delete(String file) throws IOException {
        Files.delete(root.resolve(file));
    }

    /** The arguments of every build that Maven was called for. */
    List<String> builds() throws IOException {
        Path calls = root.resolve("maven-calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    /** Runs the launcher from another directory, through a symbolic link. */
    Run run(String... arguments) throws IOException, InterruptedException {
        return end(start(arguments));
    }

    /** Starts the launcher as {@link #run} does; one at a time. */
    Process start(String... arguments) throws IOException {
        Path link = base.resolve("link");
        if (!Files.exists(link)) {
            Files.createSymbolicLink(link, Path.of("a checkout/funatic"));
        }
        Path elsewhere = Files.createDirectories(base.resolve("else where"));
        ProcessBuilder builder =
                new ProcessBuilder(
                                Stream.concat(Stream.of(link.toString()), Arrays.stream(arguments))
                                        .toList())
                        .directory(elsewhere.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectOutput(base.resolve("out").toFile())
                        .redirectError(base.resolve("err").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Waits for a launcher that was started. */
    Run end(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the launcher did not end: " + err());
        }
        return new Run(process.exitValue(), Files.readString(base.resolve("out")), err());
    }

    /** What the last launcher has said so far. */
    String err() throws IOException {
        return Files.readString(base.resolve("err"));
    }

    /** The directory of the programs in use. */
    Path app() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(".funatic"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("app-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Where the launcher looks for the start-up cache of a program. */
    Path cache(String program, Path app, Path javaHome) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        "bash",
                        "-c",
                        "STATE=$0/.funatic && . \"$0/launcher/aot.sh\" && APP=$1"
                                + " && find_cache \"$2\" && echo \"$CACHE\"",
                        root.toString(),
                        app.toString(),
                        program);
        builder.environment().put("JAVA_HOME", javaHome.toString());
        Process name = builder.start();
        try (var output = name.inputReader()) {
            return Path.of(output.readLine());
        } finally {
            name.waitFor();
        }
    }

    private static Optional<Path> find(String tool) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(directory -> Path.of(directory, tool))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    private static void program(Path file, String text) {
        writeTo(file, text);
        if (!file.toFile().setExecutable(true)) {
            throw new AssertionError("cannot make executable: " + file);
        }
    }

    private static void writeTo(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
