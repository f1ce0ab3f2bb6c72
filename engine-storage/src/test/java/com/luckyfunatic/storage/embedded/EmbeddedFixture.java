package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import com.luckyfunatic.engine.testkit.StorageFixture;
import com.luckyfunatic.engine.testkit.StoreCapabilities;
import com.luckyfunatic.storage.codec.StoredCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An embedded storage in a directory of its own, small enough that snapshots and evictions happen.
 */
final class EmbeddedFixture implements StorageFixture {
    private final Path directory;

    EmbeddedFixture() {
        try {
            directory = Files.createTempDirectory("embedded");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path directory() {
        return directory;
    }

    @Override
    public StoreCapabilities capabilities() {
        return new StoreCapabilities(true, Duration.ofMinutes(1), Long.MAX_VALUE);
    }

    @Override
    public GameStorage open() {
        return EmbeddedStorage.open(EmbeddedSettings.in(directory).with(4, 50));
    }

    @Override
    public void settle(GameStorage storage) {
        ((EmbeddedStorage) storage).writeSnapshots();
    }

    @Override
    public Optional<String> exchangeCommand(
            GameStorage storage, PendingFollowUp followUp, String stored) {
        String url = "jdbc:sqlite:" + directory.resolve("funatic.db");
        return Optional.of(StoredCommands.exchange(url, followUp.id(), stored));
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
