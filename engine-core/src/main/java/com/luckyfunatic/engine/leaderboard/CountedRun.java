package com.luckyfunatic.engine.leaderboard;

/** A run whose score was counted. */
public record CountedRun(long run, long score) {}
