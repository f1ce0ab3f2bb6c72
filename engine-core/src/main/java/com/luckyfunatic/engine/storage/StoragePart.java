package com.luckyfunatic.engine.storage;

/**
 * A part of a storage that can be away while others are there.
 *
 * @param name one word for operators, such as {@code redis}
 * @param essential whether nothing at all can be played without it
 * @param check returns when it answers, within about a second; throws {@link
 *     StorageUnavailableException} when it does not
 */
public record StoragePart(String name, boolean essential, Runnable check) {}
