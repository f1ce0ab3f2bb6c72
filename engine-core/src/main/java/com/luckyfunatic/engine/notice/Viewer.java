package com.luckyfunatic.engine.notice;

import org.jspecify.annotations.Nullable;

/**
 * What decides which notices a player sees.
 *
 * @param rank the player's rank, from 1
 * @param languageCode an IETF language tag, such as {@code pt-BR}; null when it is not known
 * @param campaign the marketing campaign the player came by; null for none
 */
public record Viewer(int rank, @Nullable String languageCode, @Nullable String campaign) {
    /** Somebody of whom nothing is known. */
    public static final Viewer STRANGER = new Viewer(1, null, null);
}
