package com.luckyfunatic.engine.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds everything that is wrong with content: texts, names, references, ranges, combinations that
 * make no sense, conditions that can never be met, and numbers that could grow past 2^53.
 *
 * <p>Rows are named {@code list[index name].field}, counted from 0. Pure; it throws nothing.
 */
public final class CatalogValidator {
    private CatalogValidator() {}

    /** Returns every problem of {@code definition}; none when it is valid. */
    public static List<CatalogProblem> validate(CatalogDefinition definition) {
        return validate(Content.of(definition));
    }

    static List<CatalogProblem> validate(Content content) {
        Report report = new Report();
        sizes(content.definition(), report);
        if (!report.problems().isEmpty()) {
            return report.problems();
        }
        BaseChecks.check(content, report);
        BoosterChecks.check(content, report);
        CardChecks.check(content, report);
        CollectionChecks.check(content, report);
        SpecialCardChecks.check(content, report);
        BalloonChecks.check(content, report);
        BonusChecks.check(content, report);
        QuestChecks.check(content, report);
        NoticeChecks.check(content, report);
        ConversionChecks.check(content, report);
        StoreChecks.check(content, report);
        MinigameChecks.check(content, report);
        RaffleChecks.check(content, report);
        TournamentChecks.check(content, report);
        TimeTrialChecks.check(content, report);
        RequirementCycles.check(content, report);
        OverflowChecks.check(content, report);
        return report.problems();
    }

    /** Refuses lists that are too long before anything walks through them. */
    private static void sizes(CatalogDefinition catalog, Report report) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        sizes.put("frenzy", catalog.frenzy().size());
        sizes.put("ranks", catalog.ranks().size());
        sizes.put("boosters", catalog.boosters().size());
        sizes.put("categories", catalog.categories().size());
        sizes.put("cards", catalog.cards().size());
        sizes.put("stories", catalog.stories().size());
        sizes.put("items", catalog.items().size());
        sizes.put("specialCards", catalog.specialCards().size());
        sizes.put("dailyBonus.wheel", catalog.dailyBonus().wheel().size());
        sizes.put("dailyBonus.streak", catalog.dailyBonus().streak().size());
        sizes.put("balloon.kinds", catalog.balloon().kinds().size());
        sizes.put("exchanges", catalog.exchanges().size());
        sizes.put("quests", catalog.quests().size());
        sizes.put("friendsQuest", catalog.friendsQuest().size());
        sizes.put("notices.banners", catalog.notices().banners().size());
        sizes.put("notices.announcements", catalog.notices().announcements().size());
        sizes.put("conversions", catalog.conversions().size());
        sizes.put("listings", catalog.listings().size());
        sizes.put("minigames", catalog.minigames().size());
        sizes.put("raffles", catalog.raffles().size());
        sizes.put("tournaments", catalog.tournaments().size());
        sizes.put("timeTrials", catalog.timeTrials().size());
        sizes.forEach((list, size) -> {
            if (size > Limits.ROWS_MAX) {
                report.add(list, "must have at most " + Limits.ROWS_MAX + " rows, has " + size);
            }
        });
    }
}
