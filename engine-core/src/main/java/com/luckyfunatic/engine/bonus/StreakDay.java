package com.luckyfunatic.engine.bonus;

/** What one day of a streak pays, whole funz. */
public record StreakDay(long funz) {}
