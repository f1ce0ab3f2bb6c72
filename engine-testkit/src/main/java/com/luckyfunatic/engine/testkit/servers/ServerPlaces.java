package com.luckyfunatic.engine.testkit.servers;

import com.luckyfunatic.devservers.Directories;
import com.luckyfunatic.devservers.ServerFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where the servers of tests find their files and keep their data: below {@code target} of the
 * checkout. Maven names both places; started from an IDE, we look for the checkout around us.
 */
final class ServerPlaces {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private ServerPlaces() {}

    /** What can be started, as the list says now. */
    static ServerFiles files() {
        var list =
                place(
                        "funatic.servers.files",
                        "dev-servers-files/target/servers/servers.properties");
        return ServerFiles.read(list, Runs.DIRECTORY.resolve("cache"));
    }

    /** A new directory for the data of one server, or of a few. */
    static Path newDirectory() {
        var own = ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
        return Runs.RUNS.resolve(own);
    }

    /** Deletes what {@link #newDirectory} has named. */
    static void delete(Path directory) {
        try {
            Directories.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path place(String property, String inCheckout) {
        return Optional.ofNullable(System.getProperty(property))
                .map(Path::of)
                .orElseGet(() -> checkout().resolve(inCheckout));
    }

    private static Path checkout() {
        for (var place = Path.of("").toAbsolutePath(); place != null; place = place.getParent()) {
            if (Files.exists(place.resolve(".mvn"))) {
                return place;
            }
        }
        throw new IllegalStateException(
                "run tests inside the checkout, or set funatic.servers.files and .directory");
    }

    /** The data of a JVM that was killed are of no use to anybody. */
    private static Path withoutLeftovers(Path runs) {
        try {
            Files.createDirectories(runs);
            try (var all = Files.list(runs)) {
                all.filter(ServerPlaces::isLeftover).forEach(ServerPlaces::delete);
            }
            return runs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLeftover(Path directory) {
        var name = directory.getFileName().toString();
        var pid = Long.parseLong(name.substring(0, name.indexOf('-')));
        return ProcessHandle.of(pid).isEmpty();
    }

    /** Looked at when somebody needs a server, and then once per JVM. */
    private static final class Runs {
        private static final Path DIRECTORY = place("funatic.servers.directory", "target/servers");
        private static final Path RUNS = withoutLeftovers(DIRECTORY.resolve("run"));
    }
}
