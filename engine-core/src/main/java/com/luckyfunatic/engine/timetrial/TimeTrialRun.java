package com.luckyfunatic.engine.timetrial;

/**
 * A try that goes on. A player has one at a time: starting another ends it.
 *
 * @param trial at which level
 * @param nonce what the finish must name, so that it is counted once: 0 to 2^53 − 1
 * @param seed what the game draws its chance from, 0 to 2^53 − 1
 * @param startedAtMillis epoch milliseconds
 */
public record TimeTrialRun(TimeTrialId trial, long nonce, long seed, long startedAtMillis) {}
