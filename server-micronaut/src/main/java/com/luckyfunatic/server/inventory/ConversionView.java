package com.luckyfunatic.server.inventory;

import static java.util.Objects.requireNonNull;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.conversion.ConversionDefinition;
import com.luckyfunatic.engine.conversion.ConversionId;
import com.luckyfunatic.engine.conversion.ConversionStatus;
import com.luckyfunatic.server.json.Recurring;
import com.luckyfunatic.server.view.LimitView;
import com.luckyfunatic.server.view.OncePerCatalog;
import com.luckyfunatic.server.view.PrizeView;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
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
        @Nullable LimitView daily)
        implements Recurring {
    static final String EXAMPLE =
            "{\"conversionId\": \"jokers_to_funz\", \"name\": \"Jokers to Funz\", \"from\":"
                    + " {\"funz\": 0, \"jokers\": 1, \"items\": []}, \"to\": {\"funz\": 500,"
                    + " \"jokers\": 0, \"items\": []}, \"maxPerOperation\": 100, \"daily\":"
                    + " {\"limit\": 500, \"used\": 20, \"remaining\": 480, \"resetsAt\":"
                    + " \"2026-11-23T00:00:00.000Z\"}}";

    private static final OncePerCatalog<Map<ConversionId, ConversionView>> UNUSED =
            new OncePerCatalog<>(ConversionView::unused);

    static ConversionView of(ConversionStatus status, Catalog catalog) {
        ConversionDefinition conversion = status.definition();
        ConversionView unused = requireNonNull(UNUSED.of(catalog).get(conversion.id()));
        return conversion.isLimited()
                ? unused.limitedTo(
                        LimitView.of(
                                conversion.dailyLimit(),
                                status.usedToday(),
                                Instant.ofEpochMilli(status.resetsAtMillis())))
                : unused;
    }

    /** Every conversion of {@code catalog} as those see it who are not limited. */
    private static Map<ConversionId, ConversionView> unused(Catalog catalog) {
        return catalog.conversions().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                ConversionDefinition::id,
                                each ->
                                        new ConversionView(
                                                each.id().value(),
                                                each.name(),
                                                PrizeView.of(each.from(), catalog),
                                                PrizeView.of(each.to(), catalog),
                                                each.maxPerOperation(),
                                                null)));
    }

    private ConversionView limitedTo(LimitView limit) {
        return new ConversionView(conversionId, name, from, to, maxPerOperation, limit);
    }

    /** Most players make few conversions, and see the others as everybody does. */
    @Override
    public boolean recurs() {
        return daily == null || daily.untouched();
    }
}
