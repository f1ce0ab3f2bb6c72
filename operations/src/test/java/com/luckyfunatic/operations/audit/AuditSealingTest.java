package com.luckyfunatic.operations.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditSealingTest {
    @TempDir private Path directory;

    @Test
    void a_key_or_heads_kept_apart_take_it_from_the_stores_mercy() throws IOException {
        String key = Files.writeString(directory.resolve("key"), "ab".repeat(32) + "\n").toString();
        String heads = directory.resolve("heads").toString();

        assertThat(AuditSealing.of("", "").isAtTheStoresMercy()).isTrue();
        assertThat(AuditSealing.of(key, "").isAtTheStoresMercy()).isFalse();
        assertThat(AuditSealing.of("", heads).isAtTheStoresMercy()).isFalse();
        assertThat(AuditSealing.of(key, heads).isAtTheStoresMercy()).isFalse();
    }

    @Test
    void only_where_the_game_is_in_earnest_somebody_is_warned_of_that() {
        AuditSealing guarded = AuditSealing.of("", directory.resolve("heads").toString());

        assertThat(AuditSealing.PLAIN.warningOfSealing(true).orElseThrow())
                .startsWith("the audit is sealed without a key")
                .contains("audit-key-file", "audit-anchor");
        assertThat(AuditSealing.PLAIN.warningOfChecking(true).orElseThrow())
                .startsWith("the audit is checked without a key")
                .contains("audit-key-file", "audit-anchor");
        assertThat(AuditSealing.PLAIN.warningOfSealing(false)).isEmpty();
        assertThat(AuditSealing.PLAIN.warningOfChecking(false)).isEmpty();
        assertThat(guarded.warningOfSealing(true)).isEmpty();
        assertThat(guarded.warningOfChecking(true)).isEmpty();
    }

    @Test
    void a_key_that_is_none_is_refused() throws IOException {
        Path key = Files.writeString(directory.resolve("key"), "no key");
        assertThatThrownBy(() -> AuditSealing.of(key.toString(), ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hexadecimal");
        String missing = directory.resolve("missing").toString();
        assertThatThrownBy(() -> AuditSealing.of(missing, ""))
                .isInstanceOf(UncheckedIOException.class);
    }
}
