package com.luckyfunatic.engine.forge;

import java.util.ArrayList;
import java.util.List;

/** The special cards a player has forged, in the order they first came. */
public record ForgeState(List<ForgedCard> cards) {
    /** No special card. */
    public static final ForgeState NONE = new ForgeState(List.of());

    /** Copies the list. */
    public ForgeState {
        cards = List.copyOf(cards);
    }

    /** Returns how often {@code card} was forged. */
    public int count(SpecialCardId card) {
        int at = indexOf(card);
        return at < 0 ? 0 : cards.get(at).count();
    }

    ForgeState with(SpecialCardId card, int count) {
        ForgedCard forged = new ForgedCard(card, count);
        List<ForgedCard> copy = new ArrayList<>(cards);
        int at = indexOf(card);
        if (at < 0) {
            copy.add(forged);
        } else {
            copy.set(at, forged);
        }
        return new ForgeState(copy);
    }

    private int indexOf(SpecialCardId card) {
        for (int i = 0; i < cards.size(); i++) {
            if (cards.get(i).card().equals(card)) {
                return i;
            }
        }
        return -1;
    }
}
