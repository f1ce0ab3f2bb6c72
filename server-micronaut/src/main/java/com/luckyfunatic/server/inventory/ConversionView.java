package com.luckyfunatic.server.inventory;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.conversion.ConversionDefinition;
import com.luckyfunatic.engine.conversion.ConversionStatus;
import com.luckyfunatic.server.view.LimitView;
import com.luckyfunatic.server.view.PrizeView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversion as a player sees it.
 *
 * @param name what players read
 * @param from what one takes
 * @param to what it gives
 * @param maxPerOperation how often it can be made at once
 * @param daily how often it can be made on one UTC day; null for no limit
 */
public record ConversionView(
        String conversionId,
        String name,
        PrizeView from,
        PrizeView to,
        int maxPerOperation,
        @Nullable LimitView daily) {
    static final String EXAMPLE =
            "{\"conversionId\": \"jokers_to_funz\", \"name\": \"Jokers to Funz\", \"from\":"
                    + " {\"funz\": 0, \"jokers\": 1, \"items\": []}, \"to\": {\"funz\": 500,"
                    + " \"jokers\": 0, \"items\": []}, \"maxPerOperation\": 100, \"daily\":"
                    + " {\"limit\": 500, \"used\": 20, \"remaining\": 480, \"resetsAt\":"
                    + " \"2026-11-23T00:00:00.000Z\"}}";

    static ConversionView of(ConversionStatus status, Catalog catalog) {
        ConversionDefinition conversion = status.definition();
        return new ConversionView(
                conversion.id().value(),
                conversion.name(),
                PrizeView.of(conversion.from(), catalog),
                PrizeView.of(conversion.to(), catalog),
                conversion.maxPerOperation(),
                conversion.isLimited()
                        ? LimitView.of(
                                conversion.dailyLimit(),
                                status.usedToday(),
                                Instant.ofEpochMilli(status.resetsAtMillis()))
                        : null);
    }
}
