package com.luckyfunatic.engine.item;

/** A number of equal items, 1 or more. */
public record ItemStack(ItemId item, int count) {}
