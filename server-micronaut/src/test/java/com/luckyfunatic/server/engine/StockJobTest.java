package com.luckyfunatic.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.stock.Reservation;
import com.luckyfunatic.engine.stock.StockId;
import com.luckyfunatic.engine.stock.StockLevel;
import com.luckyfunatic.engine.storage.StockLedger;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a crash left held of stock. */
class StockJobTest {
    private static final StockId STOCK = new StockId("hats");

    @Test
    void what_a_purchase_holds_too_long_goes_back_and_is_counted() {
        try (GameServer server =
                GameServer.start(Map.of("FUNATIC_WORKERS", "true"), TestCatalogs.full())) {
            StockLedger stock = holdOne(server);

            server.http().bean(ServerJobs.class).runNow("settle-stock");
            assertThat(stock.level(STOCK)).isEqualTo(new StockLevel(1, 0));
            server.clock().advance(Duration.ofSeconds(30));
            server.http().bean(ServerJobs.class).runNow("settle-stock");

            assertThat(stock.level(STOCK)).isEqualTo(StockLevel.UNTOUCHED);
        }
    }

    /** Holds a piece until now. */
    private static StockLedger holdOne(GameServer server) {
        TestPlayer player = server.newPlayer();
        StockLedger stock = server.engine().storage().stock();
        stock.reserve(
                new Reservation(
                        PlayerId.parse(player.id()),
                        new OperationId("buy"),
                        STOCK,
                        1,
                        new AdjustBalance(Currency.FUNZ, -1, "hat"),
                        server.clock().millis()),
                10);
        return stock;
    }
}
