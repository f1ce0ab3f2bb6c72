package com.luckyfunatic.operations.adjust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.item.ItemCommand.AdjustItem;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.operations.operator.SupportLimit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdjustmentTotalsTest {
    private static Adjustment row(Command command) {
        return new Adjustment(2, "a", new PlayerId(7), command);
    }

    private static AdjustBalance balance(Currency currency, long delta) {
        return new AdjustBalance(currency, delta, "other: x");
    }

    @Test
    void what_is_given_and_what_is_taken_are_both_moved() {
        AdjustmentTotals totals =
                AdjustmentTotals.of(
                        List.of(
                                row(balance(Currency.FUNZ, 5)),
                                row(balance(Currency.FUNZ, -7)),
                                row(balance(Currency.JOKERS, -3)),
                                row(new AdjustItem(new ItemId("tea"), -2, "other: x")),
                                row(new AdjustItem(new ItemId("shard"), 4, "other: x"))));

        assertThat(totals.byKind())
                .isEqualTo(
                        Map.of(
                                SupportLimit.FUNZ, 12L,
                                SupportLimit.JOKERS, 3L,
                                SupportLimit.ITEMS, 6L,
                                SupportLimit.PLAYERS, 1L));
        assertThat(totals.words()).isEqualTo("funz 12, jokers 3, items 6 of 1 player");
    }

    /** Maps that keep no order have another one in every process. */
    @Test
    void kinds_are_told_in_their_order() {
        Map<SupportLimit, Long> some = new EnumMap<>(SupportLimit.class);
        for (SupportLimit kind : SupportLimit.values()) {
            some.put(kind, 1L);

            assertThat(new AdjustmentTotals(Map.copyOf(some)).byKind().keySet())
                    .containsExactlyElementsOf(some.keySet());
        }
    }

    @Test
    void only_what_is_above_its_limit_is_told() {
        AdjustmentTotals totals =
                AdjustmentTotals.of(
                        List.of(
                                row(balance(Currency.FUNZ, 12)),
                                row(balance(Currency.JOKERS, -3))));

        assertThat(totals.beyond(_ -> 12)).isEmpty();
        assertThat(totals.beyond(_ -> 11))
                .containsExactly("support-limit-funz is 11, the file moves 12");
        assertThat(totals.beyond(_ -> 0)).hasSize(3);
    }

    @Test
    void players_are_counted_once_however_many_rows_they_have() {
        Command one = balance(Currency.FUNZ, 1);
        AdjustmentTotals totals =
                AdjustmentTotals.of(
                        List.of(row(one), row(one), new Adjustment(4, "b", new PlayerId(8), one)));

        assertThat(totals.byKind()).containsEntry(SupportLimit.PLAYERS, 2L);
        assertThat(totals.beyond(kind -> kind == SupportLimit.PLAYERS ? 1 : 100))
                .containsExactly("support-limit-players is 1, the file is about 2");
        assertThat(totals.words()).isEqualTo("funz 3 of up to 2 players");
        assertThat(totals.plus(totals).byKind())
                .as("who is in two parts counts in both")
                .containsEntry(SupportLimit.PLAYERS, 4L);
    }

    @Test
    void no_number_of_rows_comes_back_from_below_zero() {
        Adjustment most = row(balance(Currency.FUNZ, -Amounts.MAX));

        AdjustmentTotals totals = AdjustmentTotals.of(Collections.nCopies(2_000, most));

        assertThat(totals.byKind()).containsEntry(SupportLimit.FUNZ, Long.MAX_VALUE);
    }

    @Test
    void what_is_no_adjustment_is_refused() {
        assertThatThrownBy(() -> AdjustmentTotals.of(List.of(row(new CreatePlayer(null, false)))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
