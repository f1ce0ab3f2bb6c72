package com.luckyfunatic.engine.card;

/** A group of cards as players see it. */
public record CardCategory(CategoryId id, String name) {}
