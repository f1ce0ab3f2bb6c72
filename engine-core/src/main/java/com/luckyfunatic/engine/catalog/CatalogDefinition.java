package com.luckyfunatic.engine.catalog;

import com.luckyfunatic.engine.balloon.BalloonDefinition;
import com.luckyfunatic.engine.bonus.BonusDefinition;
import com.luckyfunatic.engine.booster.BoosterDefinition;
import com.luckyfunatic.engine.card.CardCategory;
import com.luckyfunatic.engine.card.CardDefinition;
import com.luckyfunatic.engine.connection.ExchangeDefinition;
import com.luckyfunatic.engine.conversion.ConversionDefinition;
import com.luckyfunatic.engine.energy.EnergyDefinition;
import com.luckyfunatic.engine.forge.SpecialCardDefinition;
import com.luckyfunatic.engine.frenzy.FrenzyLevel;
import com.luckyfunatic.engine.income.IncomeDefinition;
import com.luckyfunatic.engine.item.ItemDefinition;
import com.luckyfunatic.engine.minigame.MinigameDefinition;
import com.luckyfunatic.engine.notice.NoticesDefinition;
import com.luckyfunatic.engine.quest.FriendsLevel;
import com.luckyfunatic.engine.quest.QuestDefinition;
import com.luckyfunatic.engine.raffle.RaffleSeries;
import com.luckyfunatic.engine.rank.RankDefinition;
import com.luckyfunatic.engine.referral.ReferralDefinition;
import com.luckyfunatic.engine.store.ListingDefinition;
import com.luckyfunatic.engine.story.StoryDefinition;
import com.luckyfunatic.engine.tap.TapDefinition;
import com.luckyfunatic.engine.timetrial.TimeTrialDefinition;
import com.luckyfunatic.engine.tournament.TournamentSeries;
import java.util.List;

/**
 * The content of the game as its designers write it. It may be wrong: {@link CatalogValidator}
 * tells how, and only {@link Catalog#of} makes of it what rules read.
 *
 * @param version the name of this release of the content
 * @param multiplierCapBps the most that all multipliers on one value make together, basis points
 * @param dailyBonus the daily bonus; {@link BonusDefinition#NONE} for a game without one
 * @param balloon the balloon game; {@link BalloonDefinition#NONE} for a game without one
 * @param notices what players are told
 */
public record CatalogDefinition(
        String version,
        StartDefinition start,
        TapDefinition tap,
        EnergyDefinition energy,
        IncomeDefinition income,
        long multiplierCapBps,
        List<FrenzyLevel> frenzy,
        List<BoosterDefinition> boosters,
        List<CardCategory> categories,
        List<CardDefinition> cards,
        List<StoryDefinition> stories,
        List<ItemDefinition> items,
        List<SpecialCardDefinition> specialCards,
        List<RankDefinition> ranks,
        ReferralDefinition referral,
        BonusDefinition dailyBonus,
        BalloonDefinition balloon,
        List<ExchangeDefinition> exchanges,
        List<QuestDefinition> quests,
        List<FriendsLevel> friendsQuest,
        NoticesDefinition notices,
        List<ConversionDefinition> conversions,
        List<ListingDefinition> listings,
        List<MinigameDefinition> minigames,
        List<RaffleSeries> raffles,
        List<TournamentSeries> tournaments,
        List<TimeTrialDefinition> timeTrials) {
    /** Copies the lists. */
    public CatalogDefinition {
        frenzy = List.copyOf(frenzy);
        boosters = List.copyOf(boosters);
        categories = List.copyOf(categories);
        cards = List.copyOf(cards);
        stories = List.copyOf(stories);
        items = List.copyOf(items);
        specialCards = List.copyOf(specialCards);
        ranks = List.copyOf(ranks);
        exchanges = List.copyOf(exchanges);
        quests = List.copyOf(quests);
        friendsQuest = List.copyOf(friendsQuest);
        conversions = List.copyOf(conversions);
        listings = List.copyOf(listings);
        minigames = List.copyOf(minigames);
        raffles = List.copyOf(raffles);
        tournaments = List.copyOf(tournaments);
        timeTrials = List.copyOf(timeTrials);
    }
}
