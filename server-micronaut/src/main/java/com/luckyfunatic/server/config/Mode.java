package com.luckyfunatic.server.config;

/** How careful the server is. */
public enum Mode {
    /**
     * For one machine and its developer: makes its own secrets and allows the login without
     * Telegram.
     */
    DEV,
    /** For players: every secret must be given and unsafe settings stop the start. */
    PROD
}
