package com.luckyfunatic.server.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.player.PlayerId;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TransferNamesTest {
    @Test
    void one_operation_has_one_name() {
        // The beginning of SHA-256 of "7:send": written down, because rows and the platform keep
        // it.
        assertThat(TransferNames.of(new PlayerId(7), new OperationId("send")))
                .hasToString("07f055ddafb46338d4f0445802ad2b41");
    }

    @Test
    void other_players_and_other_operations_have_others() {
        Set<TransferId> ids = new HashSet<>();
        for (int player = 1; player <= 30; player++) {
            for (int operation = 0; operation < 30; operation++) {
                ids.add(TransferNames.of(new PlayerId(player), new OperationId("o" + operation)));
            }
        }
        // What the parts are joined by keeps 1 and 11 from being 11 and 1.
        ids.add(TransferNames.of(new PlayerId(1), new OperationId("1:1")));
        ids.add(TransferNames.of(new PlayerId(11), new OperationId("1")));

        assertThat(ids).hasSize(902);
    }
}
