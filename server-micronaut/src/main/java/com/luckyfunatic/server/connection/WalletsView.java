package com.luckyfunatic.server.connection;

import com.luckyfunatic.engine.connection.ChosenExchange;
import com.luckyfunatic.engine.connection.ConnectionState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the player has connected outside the game, as clients see it.
 *
 * @param ton the TON wallet; null while none is connected
 * @param exchange the exchange; null while none is chosen
 */
@Schema(
        example =
                """
                {"ton": {"address":
                "0:2c9a1f6a0d3b5f0e8d7c6b5a493827160f5e4d3c2b1a09f8e7d6c5b4a3928170",
                "connectedAt": "2026-11-22T15:00:00.123Z"},
                "exchange": {"id": "okx", "chosenAt": "2026-11-22T15:01:00.123Z"}}
                """)
public record WalletsView(@Nullable TonWallet ton, @Nullable Exchange exchange) {
    /** A connected TON wallet; its address in the raw form. */
    public record TonWallet(String address, Instant connectedAt) {}

    /** A chosen exchange. */
    public record Exchange(String id, Instant chosenAt) {}

    static WalletsView of(ConnectionState connections) {
        com.luckyfunatic.engine.connection.TonWallet wallet = connections.ton();
        ChosenExchange exchange = connections.exchange();
        return new WalletsView(
                wallet == null
                        ? null
                        : new TonWallet(
                                wallet.address().value(),
                                Instant.ofEpochMilli(wallet.connectedAtMillis())),
                exchange == null
                        ? null
                        : new Exchange(
                                exchange.exchange().value(),
                                Instant.ofEpochMilli(exchange.chosenAtMillis())));
    }
}
