package com.luckyfunatic.benchmarks.crash;

/**
 * How hard a fleet is struck.
 *
 * @param redisCluster whether there are three masters instead of one Redis
 * @param perRound blows of each kind in a round
 * @param seconds the longest load before a storm
 * @param perSecond operations asked for; 0 for as many as are answered
 * @param clients how many send requests at once
 * @param newPlayers players who join before each round
 * @param seed of everything drawn
 */
public record FleetSize(
        boolean redisCluster,
        int perRound,
        double seconds,
        double perSecond,
        int clients,
        int newPlayers,
        long seed) {}
