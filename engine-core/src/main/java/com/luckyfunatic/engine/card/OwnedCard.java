package com.luckyfunatic.engine.card;

/** A card a player owns, at a level of 1 or above. */
public record OwnedCard(CardId card, int level) {}
