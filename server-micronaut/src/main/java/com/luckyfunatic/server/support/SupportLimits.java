package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.operator.Budget;
import com.luckyfunatic.operations.operator.SupportLimit;
import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import jakarta.inject.Singleton;

/** What one operator may do alone, and in a day. Immutable and thread-safe. */
@Singleton
final class SupportLimits {
    private final Settings settings;

    SupportLimits(Settings settings) {
        this.settings = settings;
    }

    /** Returns above which amount of one plan another person has to approve it. */
    long alone(Budget budget) {
        return switch (budget) {
            case FUNZ -> settings.get(ServerSettings.SUPPORT_LIMIT_FUNZ);
            case JOKERS -> settings.get(ServerSettings.SUPPORT_LIMIT_JOKERS);
            case ITEMS -> settings.get(ServerSettings.SUPPORT_LIMIT_ITEMS);
            case STARS -> settings.get(ServerSettings.SUPPORT_LIMIT_STARS);
            case CONTENT -> settings.get(ServerSettings.SUPPORT_LIMIT_CONTENT);
            // Which of them need a second person, their kind says.
            case DECISIONS -> Long.MAX_VALUE;
        };
    }

    /** Returns above how much of one file another person has to approve it. */
    long alone(SupportLimit kind) {
        return settings.get(
                switch (kind) {
                    case FUNZ -> ServerSettings.SUPPORT_LIMIT_FUNZ;
                    case JOKERS -> ServerSettings.SUPPORT_LIMIT_JOKERS;
                    case ITEMS -> ServerSettings.SUPPORT_LIMIT_ITEMS;
                    case STARS -> ServerSettings.SUPPORT_LIMIT_STARS;
                    case PLAYERS -> ServerSettings.SUPPORT_LIMIT_PLAYERS;
                });
    }

    /** Returns how much one operator may give and take in a UTC day, added up. */
    long daily(Budget budget) {
        return settings.get(
                switch (budget) {
                    case FUNZ -> ServerSettings.SUPPORT_DAILY_FUNZ;
                    case JOKERS -> ServerSettings.SUPPORT_DAILY_JOKERS;
                    case ITEMS -> ServerSettings.SUPPORT_DAILY_ITEMS;
                    case STARS -> ServerSettings.SUPPORT_DAILY_STARS;
                    case DECISIONS -> ServerSettings.SUPPORT_DAILY_DECISIONS;
                    case CONTENT -> ServerSettings.SUPPORT_DAILY_CONTENT;
                });
    }
}
