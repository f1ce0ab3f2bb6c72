package com.luckyfunatic.storage.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.storage.memory.MemoryStorage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestBooksTest {
    private final List<Mismatch> found = new ArrayList<>();

    private static PlayerId play(MemoryStorage storage, int times) {
        GameEngine engine = GameEngine.on(storage, TestCatalogs.full());
        PlayerId player = engine.logIn(TelegramAccount.of(1, "P"), null).profile().id();
        for (int i = 0; i < times; i++) {
            engine.execute(player, new Tap(1));
            engine.execute(
                    player,
                    new OperationId("gift" + i),
                    new AdjustBalance(Currency.JOKERS, 2, "test"));
        }
        return player;
    }

    private ConservationReport check(MemoryStorage storage, PlayerId player, int changes) {
        return ConservationCheck.of(new LatestBooks(storage.players(), changes))
                .run(List.of(player), found::add);
    }

    @Test
    void the_latest_changes_are_checked_whether_or_not_there_are_more() {
        try (MemoryStorage storage = new MemoryStorage(1_000)) {
            PlayerId player = play(storage, 120);

            assertThat(check(storage, player, 30).changes()).isEqualTo(30);
            assertThat(check(storage, player, 150).changes()).isEqualTo(150);
            assertThat(check(storage, player, 900).completePlayers()).isEqualTo(1);
            assertThat(found).isEmpty();
        }
    }

    @Test
    void what_is_no_longer_kept_is_not_missed() {
        try (MemoryStorage storage = new MemoryStorage(20)) {
            PlayerId player = play(storage, 30);

            assertThat(check(storage, player, 100).changes()).isEqualTo(20);
            assertThat(found).isEmpty();
        }
    }

    @Test
    void of_nobody_there_is_nothing() {
        try (MemoryStorage storage = new MemoryStorage()) {
            LatestBooks books = new LatestBooks(storage.players(), 10);

            assertThat(check(storage, new PlayerId(7), 10).isClean()).isTrue();
            assertThat(books.players()).isZero();
            books.forEach(_ -> {
                throw new AssertionError("nobody is listed");
            });
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new LatestBooks(storage.players(), 0));
        }
    }
}
