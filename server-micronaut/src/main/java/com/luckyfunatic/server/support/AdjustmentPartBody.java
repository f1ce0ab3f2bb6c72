package com.luckyfunatic.server.support;

import com.luckyfunatic.operations.adjust.AdjustmentManifest;
import com.luckyfunatic.operations.adjust.AdjustmentTotals;
import com.luckyfunatic.operations.operator.SupportLimit;
import com.luckyfunatic.server.error.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file of adjustments, as its manifest names it.
 *
 * @param sha256 that of the part's text: 64 hexadecimal digits, small letters
 * @param moves what its rows give and take, added up without signs: of `funz`, `jokers` and `items`
 *     those that are moved at all; and of how many `players` they are
 */
@Schema(
        example =
                "{\"sha256\":"
                        + " \"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\","
                        + " \"moves\": {\"jokers\": 5000, \"players\": 1}}")
public record AdjustmentPartBody(
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable String sha256,
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable Map<String, @Nullable Long> moves) {
    private static final String FIELD = "manifest";

    /** What rows can move. */
    private static final Map<String, SupportLimit> KINDS =
            Map.of(
                    word(SupportLimit.FUNZ), SupportLimit.FUNZ,
                    word(SupportLimit.JOKERS), SupportLimit.JOKERS,
                    word(SupportLimit.ITEMS), SupportLimit.ITEMS,
                    word(SupportLimit.PLAYERS), SupportLimit.PLAYERS);

    private static String word(SupportLimit kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the manifest of these parts.
     *
     * @throws ProblemException when it is none
     */
    static AdjustmentManifest manifest(@Nullable List<@Nullable AdjustmentPartBody> parts) {
        if (parts == null || parts.isEmpty() || parts.size() > AdjustmentManifest.PARTS_MAX) {
            throw wrong("must have 1 to " + AdjustmentManifest.PARTS_MAX + " parts");
        }
        List<AdjustmentManifest.Part> all = new ArrayList<>();
        for (AdjustmentPartBody part : parts) {
            if (part == null) {
                throw wrong("must have no part that is null");
            }
            all.add(part.part());
        }
        AdjustmentManifest manifest = new AdjustmentManifest(all);
        // What cannot be counted cannot be held against a limit either.
        if (manifest.totals().byKind().containsValue(Long.MAX_VALUE)) {
            throw wrong("must move less than " + Long.MAX_VALUE + " of each kind altogether");
        }
        return manifest;
    }

    private AdjustmentManifest.Part part() {
        if (sha256 == null || !AdjustmentManifest.isHash(sha256)) {
            throw wrong("must have a sha256 of 64 digits 0-9 a-f for each part");
        }
        Map<SupportLimit, Long> sums = new EnumMap<>(SupportLimit.class);
        Objects.requireNonNullElse(moves, Map.<String, @Nullable Long>of())
                .forEach((word, sum) -> sums.put(kind(word), amount(sum)));
        if (sums.isEmpty()) {
            throw wrong("must say for each part what it moves");
        }
        return new AdjustmentManifest.Part(sha256, new AdjustmentTotals(sums));
    }

    private static SupportLimit kind(String word) {
        SupportLimit kind = KINDS.get(word);
        if (kind == null) {
            throw wrong("must move nothing but funz, jokers and items, of players");
        }
        return kind;
    }

    private static long amount(@Nullable Long sum) {
        if (sum == null || sum < 1) {
            throw wrong("must move at least 1 of each kind that it names");
        }
        return sum;
    }

    private static ProblemException wrong(String message) {
        return ProblemException.invalidField(FIELD, message);
    }
}
