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
        for (ForgedCard each : cards) {
            if (each.card().equals(card)) {
                return each.count();
            }
        }
        return 0;
    }

    ForgeState with(SpecialCardId card, int count) {
        List<ForgedCard> copy = new ArrayList<>(cards);
        copy.removeIf(each -> each.card().equals(card));
        copy.add(new ForgedCard(card, count));
        return new ForgeState(copy);
    }
}
