package com.luckyfunatic.devservers;

/** The Redis servers that can be started: what works on both ends works between them. */
public enum RedisVersion {
    /** 6.2, the oldest that the game's scripts support; without functions. */
    OLDEST("redis.oldest"),
    /** 7.4. */
    NEWEST("redis.newest");

    private final String listKey;

    RedisVersion(String listKey) {
        this.listKey = listKey;
    }

    /** Under which name the list of files knows it. */
    String listKey() {
        return listKey;
    }
}
