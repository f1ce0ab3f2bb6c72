package com.luckyfunatic.server.token;

import com.luckyfunatic.engine.minigame.MinigameId;

/**
 * A key that the pages of one minigame send along. {@link #toString()} shows nothing of it.
 *
 * @param game whose it is
 * @param key what is sent is compared with it
 * @param text the key itself, for the game's page where this server has it
 */
public record GameKey(MinigameId game, ApiKey key, String text) {
    /**
     * Reads {@code <game>:<key>}.
     *
     * @throws IllegalArgumentException when it is none; the message does not quote the key
     */
    public static GameKey parse(String setting) {
        int colon = setting.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("a game's key is <game>:<key>");
        }
        String text = setting.substring(colon + 1);
        return new GameKey(new MinigameId(setting.substring(0, colon)), ApiKey.parse(text), text);
    }

    @Override
    public String toString() {
        return "GameKey[game=" + game + ", ***]";
    }
}
