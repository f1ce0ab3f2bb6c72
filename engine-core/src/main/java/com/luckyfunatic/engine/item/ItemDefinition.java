package com.luckyfunatic.engine.item;

import org.jspecify.annotations.Nullable;

/**
 * An item as content describes it.
 *
 * @param id its name
 * @param name what players read
 * @param description what players read below the name
 * @param max the most a player can hold
 * @param use what using one does; null when it cannot be used by itself. The item that the wheel
 *     takes needs none: using it spins the wheel
 */
public record ItemDefinition(
        ItemId id, String name, String description, int max, @Nullable ItemUse use) {
    /** Describes an item that cannot be used by itself. */
    public ItemDefinition(ItemId id, String name, String description, int max) {
        this(id, name, description, max, null);
    }
}
