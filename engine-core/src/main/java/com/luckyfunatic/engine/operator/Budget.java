package com.luckyfunatic.engine.operator;

/** What an operator can give or take a limited amount of in a day. */
public enum Budget {
    /** Funz. */
    FUNZ,
    /** Jokers. */
    JOKERS,
    /** Items of any kind, by number. */
    ITEMS,
    /** What has no amount, such as a ban, by number. */
    DECISIONS,
    /** Telegram Stars that go back to players. */
    STARS,
    /** What is different in new content, by number. */
    CONTENT
}
