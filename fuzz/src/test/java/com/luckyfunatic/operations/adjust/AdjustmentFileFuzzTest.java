package com.luckyfunatic.operations.adjust;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;

/** Files that are to be adjustments. */
@NullMarked
class AdjustmentFileFuzzTest {
    private static final int ROWS_MAX = 50;

    @FuzzTest
    void a_file_has_rows_or_problems(@NotNull byte[] content) throws IOException {
        Path file = Files.createTempFile("fuzz", ".csv");
        try {
            Files.write(file, content);
            AdjustmentFile read = AdjustmentFile.read(file, ROWS_MAX);
            assertThat(read.rows().isEmpty() && read.problems().isEmpty()).isFalse();
            assertThat(read.rows()).hasSizeLessThanOrEqualTo(ROWS_MAX);
            assertThat(read.mark()).matches("[0-9a-f]{12}");
        } finally {
            Files.delete(file);
        }
    }
}
