package com.luckyfunatic.engine.card;

import java.util.ArrayList;
import java.util.List;

/** The cards a player owns, in the order they were first bought. */
public record CardState(List<OwnedCard> owned) {
    /** No card. */
    public static final CardState NONE = new CardState(List.of());

    /** Copies the list. */
    public CardState {
        owned = List.copyOf(owned);
    }

    /** Returns the level of {@code card}; 0 when it is not owned. */
    public int level(CardId card) {
        for (OwnedCard each : owned) {
            if (each.card().equals(card)) {
                return each.level();
            }
        }
        return 0;
    }

    /** Returns this with {@code card} at {@code level}; level 0 gives it up. */
    public CardState with(CardId card, int level) {
        List<OwnedCard> copy = new ArrayList<>(owned.size() + 1);
        boolean found = false;
        for (OwnedCard each : owned) {
            boolean hit = each.card().equals(card);
            found |= hit;
            if (!hit) {
                copy.add(each);
            } else if (level > 0) {
                copy.add(new OwnedCard(card, level));
            }
        }
        if (!found && level > 0) {
            copy.add(new OwnedCard(card, level));
        }
        return new CardState(copy);
    }
}
