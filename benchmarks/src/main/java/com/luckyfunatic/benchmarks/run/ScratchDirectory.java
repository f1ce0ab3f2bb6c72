package com.luckyfunatic.benchmarks.run;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A directory for a run's data on the disk of the checkout, deleted when it is closed. Not the
 * system's: that may lie in memory, where forcing to disk costs nothing.
 */
public final class ScratchDirectory implements AutoCloseable {
    private static final Path PARENT = Path.of("benchmarks", "target", "scratch");

    private final Path directory;
    private boolean kept;

    private ScratchDirectory(Path directory) {
        this.directory = directory;
    }

    /** Makes an empty one. */
    public static ScratchDirectory create() throws IOException {
        Files.createDirectories(PARENT);
        return new ScratchDirectory(Files.createTempDirectory(PARENT, "run").toAbsolutePath());
    }

    /** The path of something in it. */
    public Path resolve(String name) {
        return directory.resolve(name);
    }

    /** Keeps it, because somebody has to look at what is in it; says where it is. */
    public void keep() {
        kept = true;
        System.out.println("kept for you to look at: " + directory);
    }

    @Override
    public void close() throws IOException {
        if (!kept) {
            delete();
        }
    }

    private void delete() throws IOException {
        Files.walkFileTree(
                directory,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path visited, @Nullable IOException failure) throws IOException {
                        if (failure != null) {
                            throw failure;
                        }
                        Files.delete(visited);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
