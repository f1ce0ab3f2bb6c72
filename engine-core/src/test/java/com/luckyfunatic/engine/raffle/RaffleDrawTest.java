package com.luckyfunatic.engine.raffle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.player.PlayerId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected values were computed by other means, with another language's libraries. */
class RaffleDrawTest {
    private static final String COUNTING =
            "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private static final String ONE = "0".repeat(63) + "1";
    private static final String LIST_HASH =
            "352ab7927d4d930535a7e7c9b26dfb9221ac3858184db96d6a51c4795209762c";
    private static final List<TicketBlock> BLOCKS =
            List.of(
                    new TicketBlock(1, 3, "a1a1a1a1a1a1a1a1"),
                    new TicketBlock(4, 1, "b2b2b2b2b2b2b2b2"),
                    new TicketBlock(5, 6, "c3c3c3c3c3c3c3c3"));

    @ParameterizedTest
    @CsvSource({
        "00, 01, ec4916dd28fc4c10d78e287ca5d9cc51ee1ae73cbfde08c6b37324cbfaac8bc5",
        "ff, ff, af9613760f72635fbdb44a5a0a63c39f12af30f950a6ee5c971be188e89c4051"
    })
    void the_commitment_is_the_hash_of_the_seed(String digits, String last, String expected) {
        assertThat(new RaffleSecrets(digits.repeat(31) + last, COUNTING).commitment())
                .isEqualTo(expected);
    }

    @Test
    void a_holder_is_named_by_the_key_the_raffle_and_the_player() {
        RaffleSecrets secrets = new RaffleSecrets(ONE, COUNTING);

        String name = secrets.holder(new RaffleId("weekly_1"), new PlayerId(7));

        assertThat(name).isEqualTo("9e3eeffde11d0bd1");
        assertThat(secrets.holder(new RaffleId("weekly_2"), new PlayerId(7))).isNotEqualTo(name);
        assertThat(secrets.holder(new RaffleId("weekly_1"), new PlayerId(8))).isNotEqualTo(name);
    }

    @Test
    void secrets_are_not_told_by_their_text() {
        RaffleSecrets secrets = new RaffleSecrets(ONE, COUNTING);

        assertThat(secrets.toString()).doesNotContain(ONE, COUNTING);
    }

    @Test
    void the_list_is_hashed_line_by_line() {
        TicketListHash hash = new TicketListHash();
        BLOCKS.forEach(hash::add);

        assertThat(hash.tickets()).isEqualTo(10);
        assertThat(hash.finish()).isEqualTo(LIST_HASH);
        assertThat(hash.finish())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "1, 1", "5, 1"})
    void a_list_with_a_gap_or_a_repeat_is_no_list(int first, int count) {
        TicketListHash hash = new TicketListHash();
        BLOCKS.subList(0, 1).forEach(hash::add);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> hash.add(new TicketBlock(first, count, "d4d4d4d4d4d4d4d4")));
    }

    @Test
    void the_seed_and_the_list_decide_who_wins() {
        assertThat(RaffleDraw.draw(ONE, LIST_HASH, 10, 5)).containsExactly(3, 2, 9, 10, 6);
        assertThat(RaffleDraw.draw(COUNTING, LIST_HASH, 10, 5)).containsExactly(7, 9, 3, 6, 2);
        assertThat(RaffleDraw.draw("ff".repeat(32), LIST_HASH, 10, 20))
                .containsExactly(3, 4, 2, 7, 10, 5, 8, 6, 1, 9);
    }

    @Test
    void a_million_tickets_are_drawn_from_as_the_formula_says() {
        TicketListHash hash = new TicketListHash();
        hash.add(new TicketBlock(1, 1_000_000, "a1a1a1a1a1a1a1a1"));

        assertThat(RaffleDraw.draw(COUNTING, hash.finish(), 1_000_000, 5))
                .containsExactly(280_610, 87_784, 853_478, 388_265, 905_027);
    }

    @Test
    void of_no_tickets_none_wins() {
        assertThat(RaffleDraw.draw(ONE, LIST_HASH, 0, 3)).isEmpty();
        assertThat(RaffleDraw.draw(ONE, LIST_HASH, 3, 0)).isEmpty();
        assertThat(RaffleDraw.draw(ONE, LIST_HASH, 1, 3)).containsExactly(1);
    }

    @Test
    void all_of_a_million_tickets_can_win_each_once() {
        int[] drawn = RaffleDraw.draw(COUNTING, LIST_HASH, 1_000_000, 1_000_000);

        assertThat(Arrays.stream(drawn).sorted().toArray())
                .isEqualTo(IntStream.rangeClosed(1, 1_000_000).toArray());
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "1000001, 1", "5, -1"})
    void other_numbers_are_not_allowed(int tickets, int winners) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RaffleDraw.draw(ONE, LIST_HASH, tickets, winners));
    }
}
