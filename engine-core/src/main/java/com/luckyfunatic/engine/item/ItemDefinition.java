package com.luckyfunatic.engine.item;

/**
 * An item as content describes it.
 *
 * @param id its name
 * @param name what players read
 * @param description what players read below the name
 * @param max the most a player can hold
 */
public record ItemDefinition(ItemId id, String name, String description, int max) {}
