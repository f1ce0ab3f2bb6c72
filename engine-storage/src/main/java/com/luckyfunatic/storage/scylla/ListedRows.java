package com.luckyfunatic.storage.scylla;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What manifests list, sorted into slices on disk: all of it may be more than there is memory. It
 * is filled first, by one thread, and then read by many. Closing deletes it.
 */
final class ListedRows implements Closeable {
    private static final int BYTES = Long.BYTES + Integer.BYTES + Manifest.Line.BYTES;
    private static final int BUFFER_BYTES = 1 << 13;

    private final Path directory;
    private final List<DataOutputStream> files = new ArrayList<>();

    private ListedRows(Path directory) {
        this.directory = directory;
    }

    /**
     * A line of a manifest.
     *
     * @param batch the manifest's
     * @param liveDays how many days the row lives
     */
    record Listed(long batch, int liveDays, Manifest.Line line) {}

    /** Opens so many slices, in the directory for temporary files. */
    static ListedRows open(int slices) {
        try {
            ListedRows opened = new ListedRows(Files.createTempDirectory("funatic-audit-"));
            try {
                for (int slice = 0; slice < slices; slice++) {
                    opened.files.add(
                            new DataOutputStream(
                                    new BufferedOutputStream(
                                            Files.newOutputStream(opened.file(slice)),
                                            BUFFER_BYTES)));
                }
                return opened;
            } catch (IOException e) {
                opened.close();
                throw e;
            }
        } catch (IOException e) {
            throw cannotKeep(e);
        }
    }

    private Path file(int slice) {
        return directory.resolve("slice-" + slice);
    }

    void add(int slice, Listed listed) {
        ByteBuffer bytes =
                ByteBuffer.allocate(BYTES).putLong(listed.batch()).putInt(listed.liveDays());
        listed.line().put(bytes);
        try {
            files.get(slice).write(bytes.array());
        } catch (IOException e) {
            throw cannotKeep(e);
        }
    }

    /** Says that everything was added. */
    void finish() {
        try {
            for (DataOutputStream file : files) {
                file.close();
            }
        } catch (IOException e) {
            throw cannotKeep(e);
        }
    }

    /** Hands out what lies in a slice. */
    void read(int slice, Consumer<Listed> consumer) {
        Path file = file(slice);
        try (DataInputStream in =
                new DataInputStream(
                        new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES))) {
            byte[] bytes = new byte[BYTES];
            for (long left = Files.size(file) / BYTES; left > 0; left--) {
                in.readFully(bytes);
                ByteBuffer each = ByteBuffer.wrap(bytes);
                consumer.accept(new Listed(each.getLong(), each.getInt(), Manifest.Line.get(each)));
            }
        } catch (IOException e) {
            throw cannotKeep(e);
        }
    }

    private static UncheckedIOException cannotKeep(IOException e) {
        return new UncheckedIOException(
                "what the manifests list could not be kept for the time of the check", e);
    }

    @Override
    public void close() {
        finish();
        try {
            for (int slice = 0; slice < files.size(); slice++) {
                Files.deleteIfExists(file(slice));
            }
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            throw cannotKeep(e);
        }
    }
}
