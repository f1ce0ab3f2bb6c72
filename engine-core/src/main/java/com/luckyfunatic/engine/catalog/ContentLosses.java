package com.luckyfunatic.engine.catalog;

import com.luckyfunatic.engine.booster.BoosterDefinition;
import com.luckyfunatic.engine.card.CardDefinition;
import com.luckyfunatic.engine.connection.ExchangeDefinition;
import com.luckyfunatic.engine.forge.SpecialCardDefinition;
import com.luckyfunatic.engine.id.TextId;
import com.luckyfunatic.engine.item.ItemDefinition;
import com.luckyfunatic.engine.quest.QuestDefinition;
import com.luckyfunatic.engine.story.StoryDefinition;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.engine.tournament.TournamentProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What players could lose when other content comes into force. Who owns what is not asked: whatever
 * can be owned stays in the content, and is withdrawn by its window instead. Pure.
 */
public final class ContentLosses {
    private final CatalogDefinition before;
    private final CatalogDefinition after;
    private final long atMillis;
    private final List<CatalogProblem> losses = new ArrayList<>();

    private ContentLosses(CatalogDefinition before, CatalogDefinition after, long atMillis) {
        this.before = before;
        this.after = after;
        this.atMillis = atMillis;
    }

    /**
     * Returns what could be lost.
     *
     * @param before the content that players have now
     * @param after what they are to have
     * @param atMillis when, epoch milliseconds
     */
    public static List<CatalogProblem> between(Catalog before, Catalog after, long atMillis) {
        ContentLosses found = new ContentLosses(before.definition(), after.definition(), atMillis);
        found.rows();
        found.levels();
        return List.copyOf(found.losses);
    }

    /**
     * Returns what tournaments need and do not find.
     *
     * @param content what players are to have
     * @param tournaments those that are not over
     */
    public static List<CatalogProblem> of(Catalog content, List<Tournament> tournaments) {
        List<CatalogProblem> found = new ArrayList<>();
        for (Tournament each : tournaments) {
            for (TournamentProblem problem : content.missing(each.definition())) {
                found.add(
                        new CatalogProblem(
                                "tournament " + each.id() + " " + problem.field(),
                                problem.reason()));
            }
        }
        return found;
    }

    private void rows() {
        kept("card", before.cards(), after.cards(), CardDefinition::id);
        kept(
                "special card",
                before.specialCards(),
                after.specialCards(),
                SpecialCardDefinition::id);
        kept("item", before.items(), after.items(), ItemDefinition::id);
        kept("booster", before.boosters(), after.boosters(), BoosterDefinition::type);
        kept("story", before.stories(), after.stories(), StoryDefinition::id);
        kept("exchange", before.exchanges(), after.exchanges(), ExchangeDefinition::id);
        kept(
                "quest",
                before.quests().stream().filter(quest -> !isOver(quest)).toList(),
                after.quests(),
                QuestDefinition::id);
    }

    private boolean isOver(QuestDefinition quest) {
        return quest.availableUntil() != null && quest.availableUntil().toEpochMilli() <= atMillis;
    }

    private <R> void kept(String kind, List<R> was, List<R> is, Function<R, ? extends TextId> id) {
        Set<TextId> left = is.stream().map(id).collect(Collectors.toSet());
        for (R row : was) {
            TextId name = id.apply(row);
            if (!left.contains(name)) {
                losses.add(
                        new CatalogProblem(
                                kind + " " + name.value(),
                                "players may have it: it cannot vanish, only be withdrawn"));
            }
        }
    }

    private void levels() {
        for (CardDefinition card : before.cards()) {
            after.cards().stream()
                    .filter(each -> each.id().equals(card.id()))
                    .forEach(each ->
                            notFewer("card " + card.id(), levels(card), levels(each), "levels"));
        }
        for (BoosterDefinition booster : before.boosters()) {
            after.boosters().stream()
                    .filter(each -> each.type().equals(booster.type()))
                    .forEach(each ->
                            notFewer(
                                    "booster " + booster.type(),
                                    booster.maxLevel(),
                                    each.maxLevel(),
                                    "levels"));
        }
        notFewer("ranks", before.ranks().size(), after.ranks().size(), "ranks");
    }

    private static int levels(CardDefinition card) {
        return CardLevels.expressible(card).size();
    }

    private void notFewer(String row, int was, int is, String what) {
        if (is < was) {
            losses.add(
                    new CatalogProblem(
                            row,
                            "players may have reached all "
                                    + was
                                    + " "
                                    + what
                                    + ": there cannot be only "
                                    + is));
        }
    }
}
