package com.luckyfunatic.server.user;

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
                {"ton": null, "exchange": null}
                """)
public record WalletsView(@Nullable TonWallet ton, @Nullable Exchange exchange) {
    /** Nothing is connected. */
    static final WalletsView NONE = new WalletsView(null, null);

    /** A connected TON wallet. */
    public record TonWallet(String address, Instant connectedAt) {}

    /** A chosen exchange. */
    public record Exchange(String id, Instant chosenAt) {}
}
