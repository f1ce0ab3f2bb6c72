package com.luckyfunatic.engine.item;

import com.luckyfunatic.engine.GameEvent;

/** What happened to items. */
public sealed interface ItemEvent extends GameEvent {
    /** The number held of an item changed by {@code delta}. */
    record ItemAdjusted(ItemId item, int delta, String reason) implements ItemEvent {}
}
