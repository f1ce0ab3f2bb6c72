package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.storage.StorageInUseException;
import com.luckyfunatic.engine.storage.StorageNotOpenableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The directory of an embedded store, locked against other processes as long as it is open. */
final class DataDirectory implements Resources.Resource {
    /**
     * What this process has open. Asking the lock file would not do: to close any channel of it
     * gives up the process's lock, also one that was opened only to be refused.
     */
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final Path realPath;
    private final FileChannel lockFile;

    private DataDirectory(Path directory, Path realPath, FileChannel lockFile) {
        this.directory = directory;
        this.realPath = realPath;
        this.lockFile = lockFile;
    }

    /**
     * Opens and locks {@code directory}.
     *
     * @throws StorageInUseException when somebody has it
     * @throws StorageNotOpenableException when it cannot be made or written
     */
    static DataDirectory open(Path directory) {
        Path absolute = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
        } catch (FileAlreadyExistsException e) {
            throw new StorageNotOpenableException(
                    "the data directory " + absolute + " is a file", e);
        } catch (IOException e) {
            throw new StorageNotOpenableException(
                    "the data directory " + absolute + " cannot be made: " + e, e);
        }
        try {
            Path realPath = absolute.toRealPath();
            if (!OPEN.add(realPath)) {
                throw new StorageInUseException(
                        "the data directory " + absolute + " is in use by this process");
            }
            return open(absolute, realPath);
        } catch (IOException e) {
            throw new StorageNotOpenableException(
                    "the data directory " + absolute + " cannot be read: " + e, e);
        }
    }

    private static DataDirectory open(Path directory, Path realPath) {
        FileChannel channel = null;
        boolean opened = false;
        try {
            channel =
                    FileChannel.open(
                            directory.resolve("funatic.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            lock(directory, channel);
            opened = true;
            return new DataDirectory(directory, realPath, channel);
        } catch (IOException e) {
            throw closing(
                    channel,
                    new StorageNotOpenableException(
                            "the data directory " + directory + " cannot be written: " + e, e));
        } catch (StorageNotOpenableException e) {
            throw closing(channel, e);
        } finally {
            if (!opened) {
                OPEN.remove(realPath);
            }
        }
    }

    private static void lock(Path directory, FileChannel channel) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            throw new StorageInUseException(
                    "the data directory " + directory + " is in use by this process", e);
        }
        if (lock == null) {
            throw new StorageInUseException(
                    "the data directory " + directory + " is in use by process " + owner(channel));
        }
        ByteBuffer pid =
                ByteBuffer.wrap(
                        Long.toString(ProcessHandle.current().pid())
                                .getBytes(StandardCharsets.US_ASCII));
        channel.truncate(0);
        channel.write(pid, 0);
    }

    private static String owner(FileChannel channel) throws IOException {
        ByteBuffer pid = ByteBuffer.allocate(20);
        channel.read(pid, 0);
        return new String(pid.array(), 0, pid.position(), StandardCharsets.US_ASCII);
    }

    private static StorageNotOpenableException closing(
            @Nullable FileChannel channel, StorageNotOpenableException cause) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
        return cause;
    }

    /** The database file in it. */
    Path database() {
        return directory.resolve("funatic.db");
    }

    /** The write-ahead log that SQLite keeps beside it. */
    Path log() {
        return directory.resolve("funatic.db-wal");
    }

    /** Unlocks it. */
    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new StorageNotOpenableException("cannot unlock " + directory, e);
        } finally {
            OPEN.remove(realPath);
        }
    }
}
