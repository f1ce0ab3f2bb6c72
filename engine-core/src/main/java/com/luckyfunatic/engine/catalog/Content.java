package com.luckyfunatic.engine.catalog;

import com.luckyfunatic.engine.balloon.BalloonRuns;
import com.luckyfunatic.engine.booster.BoosterDefinition;
import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.engine.card.CardCategory;
import com.luckyfunatic.engine.card.CardDefinition;
import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.card.CardLevel;
import com.luckyfunatic.engine.card.CategoryId;
import com.luckyfunatic.engine.item.ItemDefinition;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.quest.QuestDefinition;
import com.luckyfunatic.engine.quest.QuestId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Content whose validity is not known yet, indexed for looking names up. Of rows with the same name
 * the first counts.
 *
 * @param levels the levels of each card, as far as amounts can express them; not of more cards than
 *     content may have
 */
record Content(
        CatalogDefinition definition,
        Set<CategoryId> categories,
        Map<CardId, CardDefinition> cards,
        Map<CardId, List<CardLevel>> levels,
        Map<ItemId, ItemDefinition> items,
        Map<BoosterType, BoosterDefinition> boosters,
        Map<QuestId, QuestDefinition> quests) {
    static Content of(CatalogDefinition definition) {
        Set<CategoryId> categories = new HashSet<>();
        for (CardCategory category : definition.categories()) {
            categories.add(category.id());
        }
        Map<CardId, CardDefinition> cards = new HashMap<>();
        Map<CardId, List<CardLevel>> levels = new HashMap<>();
        for (CardDefinition card : definition.cards()) {
            if (cards.putIfAbsent(card.id(), card) == null && levels.size() < Limits.ROWS_MAX) {
                levels.put(card.id(), CardLevels.expressible(card));
            }
        }
        Map<ItemId, ItemDefinition> items = new HashMap<>();
        for (ItemDefinition item : definition.items()) {
            items.putIfAbsent(item.id(), item);
        }
        Map<BoosterType, BoosterDefinition> boosters = new HashMap<>();
        for (BoosterDefinition booster : definition.boosters()) {
            boosters.putIfAbsent(booster.type(), booster);
        }
        Map<QuestId, QuestDefinition> quests = new HashMap<>();
        for (QuestDefinition quest : definition.quests()) {
            quests.putIfAbsent(quest.id(), quest);
        }
        return new Content(definition, categories, cards, levels, items, boosters, quests);
    }

    int lastRank() {
        return definition.ranks().size();
    }

    /** Returns whether there is such a minigame; the game of balloons is one. */
    boolean hasMinigame(MinigameId id) {
        return isBalloons(id) || isPlayedByItsOwnPage(id);
    }

    private boolean isBalloons(MinigameId id) {
        return id.equals(BalloonRuns.MINIGAME) && definition.balloon().isOffered();
    }

    /** Returns whether there is such a minigame, with a page of its own that sends the scores. */
    boolean isPlayedByItsOwnPage(MinigameId id) {
        return definition.minigames().stream().anyMatch(game -> game.id().equals(id));
    }
}
