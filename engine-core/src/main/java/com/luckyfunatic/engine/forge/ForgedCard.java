package com.luckyfunatic.engine.forge;

/** A special card a player has forged, 1 time or more. */
public record ForgedCard(SpecialCardId card, int count) {}
