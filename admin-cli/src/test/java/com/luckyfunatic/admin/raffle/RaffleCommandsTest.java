package com.luckyfunatic.admin.raffle;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.admin.CommandRun;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.raffle.RaffleDefinition;
import com.luckyfunatic.engine.raffle.RaffleId;
import com.luckyfunatic.engine.raffle.RafflePrize;
import com.luckyfunatic.engine.raffle.RaffleSecrets;
import com.luckyfunatic.engine.raffle.RaffleTerms;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code raffle} on a data directory. */
class RaffleCommandsTest {
    @TempDir private Path directory;

    @BeforeEach
    void open() {
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            storage.raffles().create(raffle("hat_1"), RaffleSecrets.random(new Random(1)));
            storage.raffles().create(raffle("hat_2"), RaffleSecrets.random(new Random(2)));
            storage.raffles().close(new RaffleId("hat_2"));
            storage.raffles().freeze(new RaffleId("hat_2"), "0f".repeat(32), 0);
            storage.raffles().draw(new RaffleId("hat_2"), List.of());
        }
    }

    private static RaffleDefinition raffle(String name) {
        return new RaffleDefinition(
                new RaffleId(name),
                "The Hat",
                "",
                new RaffleTerms(1_000, 9_000_000_000_000L, List.of(), Currency.FUNZ, 7),
                5,
                10,
                List.of(new RafflePrize(1, Reward.ofFunz(9))));
    }

    private CommandRun raffleCommand(Object... words) {
        List<Object> all = new ArrayList<>(List.of("raffle"));
        all.addAll(List.of(words));
        all.add("--data-dir");
        all.add(directory);
        return CommandRun.of(all.toArray());
    }

    @Test
    void raffles_are_listed_without_their_secrets() {
        String seed;
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            seed = storage.raffles().find(new RaffleId("hat_1")).orElseThrow().secrets().seed();
        }
        CommandRun json = raffleCommand("list", "--json");

        assertThat(raffleCommand("list").out())
                .containsPattern("hat_1 +open +1970-01-01T00:00:01Z +\\S+ +0 +0 +0\\R")
                .containsPattern("hat_2 +drawn ");
        assertThat(json.out()).contains("\"raffle\":\"hat_1\"", "\"step\":\"open\"");
        assertThat(json.out()).doesNotContain(seed);
        assertThat(raffleCommand("list", "--limit", "101").code()).isEqualTo(2);
    }

    @Test
    void one_is_cancelled_for_a_reason_and_that_is_recorded() {
        assertThat(raffleCommand("cancel", "hat_1", "--reason", "prizes").code()).isEqualTo(2);
        assertThat(raffleCommand("cancel", "hat_1", "--yes").code()).isEqualTo(2);
        assertThat(raffleCommand("list").out()).containsPattern("hat_1 +open ");

        CommandRun run =
                raffleCommand("cancel", "hat_1", "--yes", "--reason", "prizes", "--by", "ada");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("hat_1: cancelled");
        assertThat(raffleCommand("cancel", "hat_1", "--yes", "--reason", "again").code()).isZero();
        assertThat(recorded())
                .containsExactly(
                        "cancel_raffle hat_1 DONE again",
                        "cancel_raffle hat_1 BEGUN again",
                        "cancel_raffle hat_1 DONE prizes",
                        "cancel_raffle hat_1 BEGUN prizes");
    }

    @Test
    void what_is_drawn_or_not_there_is_refused() {
        CommandRun drawn = raffleCommand("cancel", "hat_2", "--yes", "--reason", "late");
        CommandRun none = raffleCommand("cancel", "hat_3", "--yes", "--reason", "late");

        assertThat(drawn.code()).isEqualTo(1);
        assertThat(drawn.err()).contains("Its winners are drawn.");
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("There is no such raffle.");
        assertThat(raffleCommand("cancel", "No Name", "--yes", "--reason", "x").code())
                .isEqualTo(2);
        assertThat(recorded())
                .contains("cancel_raffle hat_2 REFUSED late", "cancel_raffle hat_3 REFUSED late");
    }

    private List<String> recorded() {
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            return storage.operatorActions().latest(Long.MAX_VALUE, 100).items().stream()
                    .map(each ->
                            each.action()
                                    + " "
                                    + each.reference()
                                    + " "
                                    + each.outcome()
                                    + " "
                                    + each.detail())
                    .toList();
        }
    }
}
