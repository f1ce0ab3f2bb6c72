package com.luckyfunatic.devservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what a server did not do; the message ends with the last lines that it logged. */
public final class ServerFailedException extends RuntimeException {
    private static final int LINES = 25;

    ServerFailedException(String message, Path log, @Nullable Throwable cause) {
        super(message + "; the end of " + log + ":\n" + endOf(log), cause);
    }

    private static String endOf(Path log) {
        if (!Files.exists(log)) {
            return "(there is no such file)";
        }
        try {
            // Logs are not always UTF-8; bytes that are none become question marks.
            var lines =
                    new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", last(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> last(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    }
}
