package com.luckyfunatic.engine.account;

import static com.luckyfunatic.engine.fixture.Players.PLAYER;
import static com.luckyfunatic.engine.fixture.TestCatalog.GUM;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.fixture.TestStore;
import com.luckyfunatic.engine.platform.OutgoingTransfer;
import com.luckyfunatic.engine.platform.PlatformAccountId;
import com.luckyfunatic.engine.platform.PlatformCommand.ReceiveGrant;
import com.luckyfunatic.engine.platform.PlatformCommand.TransferItems;
import com.luckyfunatic.engine.platform.Transfer;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.platform.TransferStep;
import com.luckyfunatic.engine.player.PlayerCommand.ResetPlayer;
import com.luckyfunatic.engine.player.PlayerCommand.RestorePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.player.ResetState;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.TransferOutbox;
import com.luckyfunatic.engine.store.ListingId;
import com.luckyfunatic.engine.store.ListingPurchases;
import com.luckyfunatic.engine.store.StoreCommand.PayWithStars;
import com.luckyfunatic.engine.store.StoreCommand.Purchase;
import com.luckyfunatic.engine.store.StoreState;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PayingPlayersTest {
    private static final TransferId TRANSFER = new TransferId("0f".repeat(16));
    private static final PlatformAccountId ACCOUNT = new PlatformAccountId("funtico-1");

    private static boolean hasPaid(PlayerState state, Transfer... sent) {
        return new PayingPlayers(new Sent(List.of(sent))).hasPaid(state, TestCatalog.catalog());
    }

    private static Play play() {
        return Play.from(TestCatalog.catalog(), Players.rich().item(GUM, 2));
    }

    static Stream<Command> payments() {
        return Stream.of(
                new PayWithStars(TestStore.TREASURE, 1, 25, "charge"),
                new ReceiveGrant(Reward.ofFunz(1), "campaign"),
                new TransferItems(TRANSFER, ACCOUNT, GUM, 1));
    }

    @ParameterizedTest
    @MethodSource("payments")
    void who_has_paid_has_for_ever(Command payment) {
        Play play = play();
        assertThat(hasPaid(play.state())).isFalse();

        play.does(payment);
        assertThat(hasPaid(play.state())).isTrue();
        play.does(new ResetPlayer("x"));
        assertThat(hasPaid(play.state())).isTrue();
        play.does(new RestorePlayer("x"));
        assertThat(hasPaid(play.state())).isTrue();
    }

    @Test
    void who_has_only_played_has_not() {
        Play play = play().does(new Tap(5)).does(new Purchase(TestStore.GUMS, 1_000, 1));

        assertThat(play.state().store()).isNotEqualTo(StoreState.NONE);
        assertThat(hasPaid(play.state())).isFalse();
    }

    @Test
    void purchases_and_transfers_from_before_it_was_counted_tell_too() {
        PlayerState stars = bought(TestStore.TREASURE);

        assertThat(stars.resets()).isEqualTo(ResetState.NONE);
        assertThat(hasPaid(stars)).isTrue();
        assertThat(hasPaid(bought(new ListingId("withdrawn")))).as("nobody knows").isTrue();
        assertThat(hasPaid(bought(TestStore.GUMS))).isFalse();
        assertThat(
                        hasPaid(
                                play().state(),
                                new Transfer(TRANSFER, PLAYER, ACCOUNT, GUM, 1, Play.START)))
                .isTrue();
    }

    private static PlayerState bought(ListingId listing) {
        return Players.fresh()
                .store(new StoreState(List.of(new ListingPurchases(listing, 1, 20_000, 1))))
                .state();
    }

    /** An outbox for reading. */
    private record Sent(List<Transfer> transfers) implements TransferOutbox {
        @Override
        public void add(OutgoingTransfer row) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<OutgoingTransfer> find(TransferId transfer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean replace(OutgoingTransfer seen, OutgoingTransfer next) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<OutgoingTransfer> due(long nowMillis, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<OutgoingTransfer> ofPlayer(
                PlayerId player, @Nullable Position after, int limit) {
            return Page.ofOneMore(
                    transfers.stream()
                            .filter(each -> each.player().equals(player))
                            .map(OutgoingTransfer::open)
                            .toList(),
                    limit);
        }

        @Override
        public Page<OutgoingTransfer> at(TransferStep step, @Nullable Position after, int limit) {
            throw new UnsupportedOperationException();
        }
    }
}
