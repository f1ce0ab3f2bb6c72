package com.luckyfunatic.storage.scylla;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What manifests list, sorted into slices on disk: all of it may be more than there is memory. It
 * is filled first, by one thread, and then read, a slice by one thread at a time. Its files have no
 * names as soon as they are open, so that nothing is left of them however this process ends.
 */
final class ListedRows implements Closeable {
    private static final int BYTES = 2 * Long.BYTES + Integer.BYTES + 1 + Manifest.Line.BYTES;
    private static final int BUFFER_BYTES = 1 << 13;

    private final List<FileChannel> files = new ArrayList<>();
    private final List<OutputStream> outputs = new ArrayList<>();

    private ListedRows() {}

    /**
     * A line of a manifest.
     *
     * @param token where on the ring the row lies
     * @param batch the manifest's
     * @param liveDays how many days the row lives
     * @param isSealed whether the manifest is
     */
    record Listed(long token, long batch, int liveDays, boolean isSealed, Manifest.Line line) {}

    /** Opens so many slices, in the directory for temporary files. */
    static ListedRows open(int slices) {
        ListedRows opened = new ListedRows();
        try {
            for (int slice = 0; slice < slices; slice++) {
                opened.add();
            }
            return opened;
        } catch (IOException e) {
            opened.close();
            throw cannotKeep(e);
        }
    }

    private void add() throws IOException {
        FileChannel file =
                FileChannel.open(
                        Files.createTempFile("funatic-audit-", ".slice"),
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE);
        files.add(file);
        outputs.add(new BufferedOutputStream(Channels.newOutputStream(file), BUFFER_BYTES));
    }

    void add(int slice, Listed listed) {
        ByteBuffer bytes =
                ByteBuffer.allocate(BYTES)
                        .putLong(listed.token())
                        .putLong(listed.batch())
                        .putInt(listed.liveDays())
                        .put((byte) (listed.isSealed() ? 1 : 0));
        listed.line().put(bytes);
        try {
            outputs.get(slice).write(bytes.array());
        } catch (IOException e) {
            throw cannotKeep(e);
        }
    }

    /** Says that everything was added. */
    void finish() {
        try {
            for (OutputStream each : outputs) {
                each.flush();
            }
        } catch (IOException e) {
            throw cannotKeep(e);
        }
    }

    /** Returns how many lines lie in a slice. */
    long count(int slice) {
        try {
            return files.get(slice).size() / BYTES;
        } catch (IOException e) {
            throw cannotKeep(e);
        }
    }

    /** Hands out what lies in a slice, in the order in which it was added. */
    void read(int slice, Consumer<Listed> consumer) {
        long lines = count(slice);
        FileChannel file = files.get(slice);
        try {
            file.position(0);
            // Not closed: that would close the file.
            DataInputStream in =
                    new DataInputStream(
                            new BufferedInputStream(Channels.newInputStream(file), BUFFER_BYTES));
            byte[] bytes = new byte[BYTES];
            for (long left = lines; left > 0; left--) {
                in.readFully(bytes);
                ByteBuffer each = ByteBuffer.wrap(bytes);
                consumer.accept(
                        new Listed(
                                each.getLong(),
                                each.getLong(),
                                each.getInt(),
                                each.get() == 1,
                                Manifest.Line.get(each)));
            }
        } catch (IOException e) {
            throw cannotKeep(e);
        }
    }

    private static UncheckedIOException cannotKeep(IOException e) {
        return new UncheckedIOException(
                "What the manifests list could not be kept in the directory for temporary files: "
                        + e.getMessage(),
                e);
    }

    @Override
    public void close() {
        closeFiles();
        files.clear();
        outputs.clear();
    }

    /** Closes every file, whatever happens to one of them. */
    void closeFiles() {
        IOException failure = null;
        for (FileChannel each : files) {
            try {
                each.close();
            } catch (IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw cannotKeep(failure);
        }
    }
}
