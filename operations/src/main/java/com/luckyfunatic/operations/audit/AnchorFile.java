package com.luckyfunatic.operations.audit;

import com.luckyfunatic.storage.audit.AuditAnchor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Heads of seals, kept apart from the store in a file to which lines are only added. One process
 * writes it. Thread-safe.
 */
public final class AnchorFile {
    private static final int LINE_BYTES_MAX = 4_096;

    private final Path path;

    /** The file at {@code path}, which need not exist before something is added. */
    public AnchorFile(Path path) {
        this.path = path;
    }

    /**
     * Returns what was added; a last line that was cut off, because the machine died while it was
     * written, is left out.
     *
     * @throws UncheckedIOException when it cannot be read
     * @throws IllegalArgumentException when a line of it is none of ours
     */
    public synchronized List<AuditAnchor> read() {
        List<AuditAnchor> anchors = new ArrayList<>();
        String text = whole();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            try {
                anchors.add(AuditAnchor.parse(line));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "line " + number + " of " + path + ": " + e.getMessage(), e);
            }
        }
        return anchors;
    }

    /** Up to the end of the last whole line. */
    private String whole() {
        try {
            String text = Files.readString(path, StandardCharsets.UTF_8);
            return text.substring(0, text.lastIndexOf('\n') + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(path.toString(), e);
        }
    }

    /**
     * Adds {@code anchors} and forces them to disk; what was cut off before is cut off.
     *
     * @throws UncheckedIOException when that failed
     */
    public synchronized void append(List<AuditAnchor> anchors) {
        StringBuilder lines = new StringBuilder();
        anchors.forEach(each -> lines.append(each.line()).append('\n'));
        try (FileChannel file =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            long end = endOfLines(file);
            file.truncate(end);
            ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                end += file.write(bytes, end);
            }
            file.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(path.toString(), e);
        }
    }

    /** Looks at the end of the file alone: it grows for years, and is added to every minute. */
    private static long endOfLines(FileChannel file) throws IOException {
        long from = Math.max(0, file.size() - LINE_BYTES_MAX);
        ByteBuffer tail = ByteBuffer.allocate((int) (file.size() - from));
        while (tail.hasRemaining() && file.read(tail, from + tail.position()) >= 0) {
            // Until it is read.
        }
        int after = tail.position();
        while (after > 0 && tail.get(after - 1) != '\n') {
            after--;
        }
        if (after == 0 && from > 0) {
            throw new IOException("has no line of ours at its end");
        }
        return from + after;
    }

    /** Returns whether there is something in it. */
    public synchronized boolean exists() {
        return Files.exists(path);
    }
}
