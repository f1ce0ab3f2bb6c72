package com.luckyfunatic.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.account.Admissions;
import com.luckyfunatic.engine.account.Ban;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwaitedAdmissionTest {
    private static final PlayerId PLAYER = new PlayerId(7);

    @Test
    void the_answer_is_waited_for(@TempDir Path directory) {
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            Ban ban = new Ban(Ban.FOR_EVER, "macros", "ada", 1);
            storage.admissions().ban(PLAYER, ban);

            assertThat(AwaitedAdmission.of(storage.admissions(), PLAYER).ban()).isEqualTo(ban);
        }
    }

    @Test
    void what_cannot_be_found_out_is_told(@TempDir Path directory) {
        EmbeddedStorage storage = EmbeddedStorage.open(directory);
        Admissions admissions = storage.admissions();
        storage.close();

        assertThatThrownBy(() -> AwaitedAdmission.of(admissions, PLAYER))
                .isInstanceOf(StorageUnavailableException.class);
    }
}
