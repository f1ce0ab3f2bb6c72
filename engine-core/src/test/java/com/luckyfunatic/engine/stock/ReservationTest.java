package com.luckyfunatic.engine.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.store.ListingId;
import com.luckyfunatic.engine.store.StoreCommand.Purchase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReservationTest {
    private static final PlayerId ANN = new PlayerId(1);
    private static final OperationId BUY = new OperationId("buy");
    private static final StockId HAT = new StockId("hat");
    private static final Purchase ONE = new Purchase(new ListingId("hat"), 7, 1);

    @Test
    void the_same_purchase_is_known_however_far_it_has_come() {
        Reservation held = new Reservation(ANN, BUY, HAT, 1, ONE, 60_000);

        assertThat(held.hasSameIntent(held.in(ReservationStep.SOLD))).isTrue();
        assertThat(held.hasSameIntent(new Reservation(ANN, BUY, HAT, 1, ONE, 61_000))).isTrue();
        assertThat(held.isReleased()).isFalse();
        assertThat(held.in(ReservationStep.RELEASED).isReleased()).isTrue();
    }

    @Test
    void whatever_differs_makes_another_purchase() {
        Reservation held = new Reservation(ANN, BUY, HAT, 1, ONE, 60_000);

        assertThat(
                        List.of(
                                new Reservation(new PlayerId(2), BUY, HAT, 1, ONE, 60_000),
                                new Reservation(ANN, new OperationId("b"), HAT, 1, ONE, 60_000),
                                new Reservation(ANN, BUY, new StockId("cap"), 1, ONE, 60_000),
                                new Reservation(ANN, BUY, HAT, 2, ONE, 60_000),
                                new Reservation(
                                        ANN,
                                        BUY,
                                        HAT,
                                        1,
                                        new Purchase(new ListingId("hat"), 8, 1),
                                        60_000)))
                .noneMatch(held::hasSameIntent);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Amounts.MAX + 1})
    void a_number_of_pieces_that_is_none_is_refused(long quantity) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reservation(ANN, BUY, HAT, quantity, ONE, 60_000));
    }
}
