package com.luckyfunatic.operations.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.storage.audit.AuditAnchor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnchorFileTest {
    private static final AuditAnchor FIRST = new AuditAnchor("changes", 1, "0".repeat(64), 1_000);
    private static final AuditAnchor NEXT = new AuditAnchor("changes", 2, "1".repeat(64), 2_000);

    @TempDir private Path directory;

    @Test
    void what_is_added_stays() {
        AnchorFile file = new AnchorFile(directory.resolve("heads"));
        assertThat(file.exists()).isFalse();

        file.append(List.of(FIRST));
        file.append(List.of(NEXT));

        assertThat(file.exists()).isTrue();
        assertThat(file.read()).containsExactly(FIRST, NEXT);
        assertThat(new AnchorFile(directory.resolve("heads")).read()).containsExactly(FIRST, NEXT);
    }

    @Test
    void a_line_that_was_cut_off_is_left_out_and_written_over() throws IOException {
        Path path = directory.resolve("heads");
        AnchorFile file = new AnchorFile(path);
        file.append(List.of(FIRST));
        Files.writeString(path, "1970-01-01T00", StandardOpenOption.APPEND);

        assertThat(file.read()).containsExactly(FIRST);
        file.append(List.of(NEXT));
        assertThat(file.read()).containsExactly(FIRST, NEXT);
    }

    @Test
    void a_long_file_is_added_to_at_its_end() throws IOException {
        Path path = directory.resolve("heads");
        AnchorFile file = new AnchorFile(path);
        List<AuditAnchor> many = Collections.nCopies(200, FIRST);
        file.append(many);
        Files.writeString(path, "1970-01-01T00", StandardOpenOption.APPEND);

        file.append(List.of(NEXT));

        assertThat(file.read()).hasSize(201).endsWith(FIRST, NEXT);
        Files.writeString(path, "x".repeat(10_000), StandardOpenOption.APPEND);
        assertThatThrownBy(() -> file.append(List.of(NEXT)))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(file.read()).hasSize(201);
    }

    @Test
    void what_is_no_head_is_said_with_its_line() throws IOException {
        Path path = directory.resolve("heads");
        Files.writeString(path, FIRST.line() + "\nsomething\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnchorFile(path).read())
                .withMessageContaining("line 2 of ");
        assertThatThrownBy(() -> new AnchorFile(directory.resolve("none")).read())
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> new AnchorFile(directory).append(List.of(FIRST)))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void a_key_is_a_file_of_hexadecimal_digits() throws IOException {
        Path key = directory.resolve("key");
        Files.writeString(key, "0123456789abcdef".repeat(4) + "\n");
        assertThat(AuditSealing.of(key.toString(), "").chain().isKeyed()).isTrue();
        assertThat(AuditSealing.of("", "").chain().isKeyed()).isFalse();

        Files.writeString(key, "no");
        assertThatIllegalArgumentException().isThrownBy(() -> AuditSealing.of(key.toString(), ""));
        Files.writeString(key, "00");
        assertThatIllegalArgumentException().isThrownBy(() -> AuditSealing.of(key.toString(), ""));
        String none = directory.resolve("none").toString();
        assertThatThrownBy(() -> AuditSealing.of(none, ""))
                .isInstanceOf(UncheckedIOException.class);
    }
}
