package com.luckyfunatic.server.connection;

import com.luckyfunatic.engine.connection.ConnectionCommand.ChooseExchange;
import com.luckyfunatic.engine.connection.ExchangeId;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.operation.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The exchange that is chosen.
 *
 * @param exchangeId its name in the catalog
 */
public record SetExchangeRequest(
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED, example = "okx")
                @Nullable String exchangeId) {
    /**
     * The command that it asks for.
     *
     * @throws ProblemException when the field is missing, or cannot be an exchange's name
     */
    ChooseExchange command() {
        return new ChooseExchange(
                Fields.id("exchangeId", exchangeId, ExchangeId::new, ProblemCode.UNKNOWN_EXCHANGE));
    }
}
