package com.luckyfunatic.engine.catalog;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.BasisPoints;
import com.luckyfunatic.engine.conversion.ConversionCommand;
import java.time.Duration;
import java.time.Instant;

/** The ranges of content that follow from no other row. */
final class Limits {
    static final long AMOUNT_MAX = Amounts.MAX;

    static final int ROWS_MAX = 1_000;
    static final int REQUIREMENTS_MAX = 20;
    static final int INGREDIENTS_MAX = 20;
    static final int PRIZE_ITEMS_MAX = 20;

    static final int VERSION_MAX = 64;

    static final int NAME_MAX = 60;
    static final int DESCRIPTION_MAX = 300;
    static final int CHAPTER_MAX = 4_000;
    static final int IMAGE_MAX = 300;

    static final Duration DURATION_MAX = Duration.ofDays(365);
    static final Duration RUN_MAX = Duration.ofDays(1);
    static final Instant MOMENT_MIN = Instant.parse("1970-01-01T00:00:00Z");
    static final Instant FIRST_START_MAX = Instant.parse("2100-01-01T00:00:00Z");
    static final Instant MOMENT_MAX = Instant.parse("9999-12-31T23:59:59Z");

    static final long MULTIPLIER_CAP_MIN = BasisPoints.ONE;
    static final long MULTIPLIER_CAP_MAX = 1_000L * BasisPoints.ONE;

    static final long FUNZ_PER_TAP_MAX = 1_000_000_000;
    static final long TAPS_PER_SECOND_MAX = 1_000;
    static final long BURST_MAX = 10_000;
    static final long ENERGY_MAX = 1_000_000_000;
    static final long REGEN_MILLI_PER_SECOND_MAX = 1_000_000_000;

    static final int METER_MAX = 1_000_000;
    static final int DAILY_LIMIT_MAX = 1_000;
    static final int LEVEL_MAX = 100;
    static final int FORGE_LIMIT_MAX = 1_000;
    static final int ITEMS_MAX = 1_000_000_000;
    static final int ROLLS_MAX = 1_000_000;
    static final int URL_MAX = 300;
    static final int REWARD_ITEMS_MAX = 10;
    static final int CONVERSIONS_MAX = ConversionCommand.Convert.COUNT_MAX;
    static final int PURCHASES_MAX = 1_000_000;
    static final int FRIENDS_MAX = 1_000_000;
    static final long ADDED_MAX = 1_000_000_000;
    static final int ORDER_MAX = 1_000_000;
    static final int AUDIENCE_WORDS_MAX = 100;
    static final long SCORE_PER_SECOND_MAX = 1_000_000_000;
    static final long QUALIFYING_TAPS_MAX = 1_000_000_000;

    static final Duration BALLOON_GAME_MAX = Duration.ofMinutes(10);
    static final Duration BALLOON_SPAWN_MIN = Duration.ofMillis(100);
    static final int BALLOON_POINTS_MAX = 100_000;
    static final int BALLOON_SPEED_MAX = 10_000;
    static final int BALLOON_POPS_MAX = 1_000;
    static final long FUNZ_PER_POINT_MAX = 1_000_000;

    private Limits() {}
}
