package com.luckyfunatic.server.inventory;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.conversion.ConversionResult;
import com.luckyfunatic.server.operation.Performed;
import com.luckyfunatic.server.view.Examples;
import com.luckyfunatic.server.view.GameStateView;
import com.luckyfunatic.server.view.PrizeView;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The answer to a conversion: what was given for what, and the whole game after it.
 *
 * @param count how often it was made
 * @param taken what the player gave, for all of them
 * @param given what the player got, for all of them
 * @param inventory what is held now
 */
@Schema(
        example =
                "{\"conversionId\": \"jokers_to_funz\", \"count\": 3, \"taken\": {\"funz\": 0,"
                        + " \"jokers\": 3, \"items\": []}, \"given\": {\"funz\": 1500, \"jokers\":"
                        + " 0, \"items\": []}, \"inventory\": "
                        + InventoryView.EXAMPLE
                        + ", "
                        + Examples.GAME_MEMBERS
                        + "}")
public record ConversionMadeView(
        String conversionId,
        int count,
        PrizeView taken,
        PrizeView given,
        InventoryView inventory,
        @JsonUnwrapped GameStateView game) {
    static ConversionMadeView of(Performed converted) {
        var made = (ConversionResult.ConversionMade) converted.result();
        Catalog catalog = converted.context().catalog();
        return new ConversionMadeView(
                made.conversion().value(),
                made.count(),
                PrizeView.of(made.taken(), catalog),
                PrizeView.of(made.given(), catalog),
                InventoryView.of(converted.state(), converted.context()),
                converted.game());
    }
}
