package com.luckyfunatic.devservers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Unpacks jars, each once, into directories that are named after the jar's content. Threads and
 * JVMs that want the same jar wait for one another, and a directory appears only when it is
 * complete.
 */
record JarCache(Path directory) {
    /** A file lock belongs to the whole JVM, so its threads need one of their own. */
    private static final Object ONE_THREAD = new Object();

    /**
     * The directory with the unpacked files of {@code jar}.
     *
     * @param sha256 of the jar, in hexadecimal digits
     * @param target where an entry goes, relative to the directory; empty if it is not needed
     * @throws IllegalStateException if the jar is not the expected one
     */
    Path unpacked(Path jar, String sha256, UnaryOperator<String> target) {
        var name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
        var unpacked = directory.resolve(name + "-" + sha256.substring(0, 12));
        synchronized (ONE_THREAD) {
            try (var channel =
                            FileChannel.open(
                                    directory.resolve("lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (lock.isValid() && !Files.exists(unpacked)) {
                    var partial = directory.resolve("partial");
                    Directories.delete(partial);
                    unpack(jar, sha256, target, Files.createDirectories(partial));
                    var _ = Files.move(partial, unpacked, StandardCopyOption.ATOMIC_MOVE);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot unpack " + jar, e);
            }
        }
        return unpacked;
    }

    private static void unpack(Path jar, String sha256, UnaryOperator<String> target, Path into)
            throws IOException {
        var digest = sha256();
        try (var file = new DigestInputStream(Files.newInputStream(jar), digest);
                var entries = new ZipInputStream(file)) {
            for (ZipEntry entry; (entry = entries.getNextEntry()) != null; ) {
                var path = target.apply(entry.getName());
                if (!path.isEmpty() && !entry.isDirectory()) {
                    copy(entries, into, path);
                }
            }
            // The directory at the end of the jar is part of the checksum.
            var _ = file.transferTo(OutputStream.nullOutputStream());
        }
        var actual = HexFormat.of().formatHex(digest.digest());
        if (!actual.equals(sha256)) {
            throw new IllegalStateException(
                    "the SHA-256 of " + jar + " is " + actual + ", expected " + sha256);
        }
    }

    private static void copy(InputStream content, Path into, String path) throws IOException {
        var file = into.resolve(path).normalize();
        if (!file.startsWith(into)) {
            throw new IOException("the entry " + path + " points out of the jar");
        }
        Files.createDirectories(file.getParent());
        var _ = Files.copy(content, file);
        // Jars do not keep permissions. There are no secrets and no scripts among these files.
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + file + " executable");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
