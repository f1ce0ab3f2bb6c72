package com.luckyfunatic.devservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoriesTest {
    @TempDir Path parent;

    /** As the forks of a build do with what a killed one has left. */
    @Test
    void several_may_delete_one_directory_at_once() throws Exception {
        var directory = directoryOf(2_000);
        Callable<Boolean> deletion =
                () -> {
                    Directories.delete(directory);
                    return true;
                };
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var each : threads.invokeAll(Collections.nCopies(4, deletion))) {
                assertThat(each.get()).isTrue();
            }
        }
        assertThat(directory).doesNotExist();
    }

    private Path directoryOf(int files) throws IOException {
        var directory = Files.createDirectory(parent.resolve("left"));
        for (int i = 0; i < files; i++) {
            var below = Files.createDirectories(directory.resolve(Integer.toString(i % 10)));
            Files.writeString(below.resolve("file" + i), "");
        }
        return directory;
    }
}
