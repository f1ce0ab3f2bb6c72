package com.luckyfunatic.devservers;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;

/** The files that the build has fetched. */
final class TestFiles {
    private static final ServerFiles FILES =
            ServerFiles.read(
                    Path.of(System.getProperty("funatic.servers.files")),
                    Path.of(System.getProperty("funatic.servers.directory"), "cache"));

    private TestFiles() {}

    static ServerFiles get() {
        return FILES;
    }

    /** Starts a server, or leaves the test out where the machine has no such server. */
    static <S> S orSkip(Supplier<S> start) {
        try {
            return start.get();
        } catch (ServerUnavailableException e) {
            return Assumptions.abort(e.toString());
        }
    }
}
