package com.luckyfunatic.admin.tournament;

import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.storage.codec.GameCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The file that says what a tournament is. */
final class DefinitionFile {
    @Option(names = "--file", paramLabel = "FILE", required = true, description = "What it is.")
    private Path file;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    DefinitionFile() {}

    /**
     * Returns what it says.
     *
     * @throws ParameterException when it is of another form
     * @throws UncheckedIOException when it cannot be read
     */
    TournamentDefinition definition(CommandSpec spec) {
        try {
            return new GameCodec().readTournament(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        } catch (StorageCorruptException | IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), file + " is no tournament: " + reason(e), e);
        }
    }

    private static String reason(Exception e) {
        return String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
    }
}
