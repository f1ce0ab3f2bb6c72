package com.luckyfunatic.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.storage.embedded.EmbeddedProcess.Acknowledged;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedCrashTest {
    private static final int ROUNDS = 3;

    @TempDir private Path directory;

    @Test
    void what_was_acknowledged_survives_the_death_of_the_process() throws Exception {
        List<Acknowledged> acknowledged = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            try (EmbeddedProcess process = EmbeddedProcess.start(directory)) {
                acknowledged.addAll(process.awaitAcknowledged(300 * round));
                acknowledged.addAll(process.kill());
            }
            assertKept(acknowledged);
        }
    }

    private void assertKept(List<Acknowledged> acknowledged) {
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            Set<PlayerId> players = new HashSet<>();
            GameEngine engine = GameEngine.on(storage, TestCatalogs.full());
            for (Acknowledged each : acknowledged) {
                players.add(each.player());
                assertSameAnswer(
                        each, engine.operation(each.player(), each.operation()).orElseThrow());
                assertSameAnswer(
                        each, engine.execute(each.player(), each.operation(), each.command()));
            }
            players.forEach(player -> assertConserved(storage, player));
        }
    }

    private static void assertSameAnswer(Acknowledged acknowledged, Answer repeat) {
        assertThat(repeat.repeated()).as("%s", acknowledged).isTrue();
        assertThat(EmbeddedProcess.digest(repeat))
                .as("%s, now %s", acknowledged, repeat)
                .isEqualTo(acknowledged.digest());
    }

    private static PlayerState state(EmbeddedStorage storage, PlayerId player) {
        return storage.players().find(player).orElseThrow();
    }

    private static void assertConserved(EmbeddedStorage storage, PlayerId player) {
        PlayerState state = state(storage, player);
        long before = Long.MAX_VALUE;
        long sequence = state.sequence();
        long funz = 0;
        boolean more = true;
        while (more) {
            var page = storage.players().history(player, before, 100);
            for (StateChange change : page.items()) {
                assertThat(change.sequence()).isEqualTo(sequence--);
                funz += change.events().stream().mapToLong(event -> event.funzDelta()).sum();
                before = change.sequence();
            }
            more = page.hasMore();
        }
        assertThat(sequence).isZero();
        assertThat(funz).isEqualTo(state.wallet().funz());
    }
}
