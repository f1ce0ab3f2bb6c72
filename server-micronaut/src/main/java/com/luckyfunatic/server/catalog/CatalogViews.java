package com.luckyfunatic.server.catalog;

import com.luckyfunatic.engine.bonus.BonusDefinition;
import com.luckyfunatic.engine.booster.BoosterDefinition;
import com.luckyfunatic.engine.booster.PriceCurve;
import com.luckyfunatic.engine.card.CardDefinition;
import com.luckyfunatic.engine.card.CardLevel;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.forge.Ingredient;
import com.luckyfunatic.engine.forge.SpecialCardDefinition;
import com.luckyfunatic.engine.frenzy.FrenzyLevel;
import com.luckyfunatic.engine.id.TextId;
import com.luckyfunatic.engine.rank.RankDefinition;
import com.luckyfunatic.engine.referral.ReferralDefinition;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.story.StoryDefinition;
import com.luckyfunatic.server.view.WheelSegmentView;
import com.luckyfunatic.server.view.Words;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Shows content as clients see it. */
final class CatalogViews {
    private CatalogViews() {}

    static CatalogView of(Catalog catalog) {
        var tap = catalog.tap();
        var energy = catalog.energy();
        return new CatalogView(
                catalog.version(),
                new CatalogView.Taps(
                        tap.funzPerTap(), tap.energyPerTap(), tap.perSecond(), tap.burst()),
                new CatalogView.Energy(energy.max(), energy.regenMilliPerSecond()),
                new CatalogView.Income(
                        Duration.ofMillis(catalog.incomeCapMillis()).toString(),
                        catalog.incomeCapMillis()),
                catalog.multiplierCapBps(),
                frenzy(catalog),
                catalog.boosters().stream().map(CatalogViews::booster).toList(),
                catalog.categories().stream()
                        .map(each -> new CatalogView.Category(each.id().value(), each.name()))
                        .toList(),
                catalog.cards().stream()
                        .map(card -> card(card, catalog.cardLevels(card.id())))
                        .toList(),
                catalog.stories().stream().map(CatalogViews::story).toList(),
                catalog.specialCards().stream().map(CatalogViews::specialCard).toList(),
                ranks(catalog.ranks()),
                referral(catalog.referral()),
                dailyBonus(catalog),
                catalog.exchanges().stream()
                        .map(each -> new CatalogView.Exchange(each.id().value(), each.name()))
                        .toList());
    }

    /** The rows that some rank can reach, in their order. */
    private static List<CatalogView.Frenzy> frenzy(Catalog catalog) {
        return IntStream.rangeClosed(1, catalog.ranks().size())
                .mapToObj(catalog::frenzyLevel)
                .distinct()
                .map(CatalogViews::frenzy)
                .toList();
    }

    private static CatalogView.Frenzy frenzy(FrenzyLevel level) {
        return new CatalogView.Frenzy(
                level.fromRank(),
                level.meter(),
                level.multiplierBps(),
                level.duration().toMillis(),
                level.cooldown().toMillis());
    }

    private static CatalogView.Booster booster(BoosterDefinition booster) {
        return new CatalogView.Booster(
                booster.type().value(),
                booster.name(),
                booster.description(),
                Words.of(booster.effect()),
                booster.magnitude(),
                booster.duration().toMillis(),
                booster.cooldown().toMillis(),
                booster.dailyLimit(),
                booster.maxLevel(),
                booster.stackable(),
                Words.of(booster.currency()),
                new CatalogView.Price(word(booster.price().kind()), booster.price().base()),
                conditions(booster.requirements()));
    }

    private static String word(PriceCurve.Kind kind) {
        return switch (kind) {
            case FREE -> "free";
            case FIXED -> "fixed";
            case DOUBLING -> "doubling";
            case SQUARE -> "square";
        };
    }

    private static CatalogView.Card card(CardDefinition card, List<CardLevel> levels) {
        return new CatalogView.Card(
                card.id().value(),
                card.name(),
                card.description(),
                card.category().value(),
                card.image(),
                Words.of(card.currency()),
                IntStream.range(0, levels.size())
                        .mapToObj(i -> level(i + 1, levels.get(i)))
                        .toList(),
                conditions(card.requirements()),
                card.availableFrom(),
                card.availableUntil(),
                card.comingSoon());
    }

    private static CatalogView.Level level(int number, CardLevel level) {
        return new CatalogView.Level(number, level.price(), level.incomePerHour());
    }

    private static CatalogView.Story story(StoryDefinition story) {
        return new CatalogView.Story(
                story.id().value(),
                story.name(),
                story.cards().stream().map(TextId::value).toList(),
                new CatalogView.Reward(story.rewardFunz(), story.rewardJokers()));
    }

    private static CatalogView.SpecialCard specialCard(SpecialCardDefinition card) {
        return new CatalogView.SpecialCard(
                card.id().value(),
                card.name(),
                card.description(),
                card.image(),
                card.ingredients().stream().map(CatalogViews::ingredient).toList(),
                card.jokers(),
                card.forgeLimit(),
                card.incomePerHour(),
                card.effect() == null ? null : Words.of(card.effect()),
                card.magnitude(),
                conditions(card.requirements()));
    }

    private static CatalogView.Ingredient ingredient(Ingredient ingredient) {
        return switch (ingredient) {
            case Ingredient.CardLevels(var card, int levels) ->
                    new CatalogView.Ingredient("card", card.value(), null, levels);
            case Ingredient.Items(var item, int count) ->
                    new CatalogView.Ingredient("item", null, item.value(), count);
        };
    }

    private static List<CatalogView.Condition> conditions(List<Requirement> requirements) {
        return requirements.stream().map(CatalogViews::condition).toList();
    }

    private static CatalogView.Condition condition(Requirement requirement) {
        return switch (requirement) {
            case Requirement.OwnCard(var card, int level) ->
                    new CatalogView.Condition("card", card.value(), level, null, null, null);
            case Requirement.ReachRank(int rank) ->
                    new CatalogView.Condition("rank", null, null, rank, null, null);
            case Requirement.InviteFriends(int friends) ->
                    new CatalogView.Condition("friends", null, null, null, friends, null);
            case Requirement.FinishQuest(var quest) ->
                    new CatalogView.Condition("quest", null, null, null, null, quest.value());
        };
    }

    private static List<CatalogView.Rank> ranks(List<RankDefinition> ranks) {
        return IntStream.range(0, ranks.size()).mapToObj(i -> rank(i + 1, ranks.get(i))).toList();
    }

    private static CatalogView.Rank rank(int number, RankDefinition rank) {
        return new CatalogView.Rank(number, rank.name(), rank.funzEarned(), rank.rewardJokers());
    }

    private static CatalogView.@Nullable DailyBonus dailyBonus(Catalog catalog) {
        BonusDefinition bonus = catalog.dailyBonus();
        if (!bonus.isOffered()) {
            return null;
        }
        return new CatalogView.DailyBonus(
                bonus.spinItem() == null ? null : bonus.spinItem().value(),
                WheelSegmentView.all(catalog),
                IntStream.rangeClosed(1, bonus.streak().size())
                        .mapToObj(
                                day -> new CatalogView.StreakDay(day, bonus.streakDay(day).funz()))
                        .toList());
    }

    private static CatalogView.Referral referral(ReferralDefinition referral) {
        return new CatalogView.Referral(
                referral.rewardFunz(),
                referral.premiumRewardFunz(),
                referral.qualifyingTaps(),
                referral.paidPerDay());
    }
}
