package com.luckyfunatic.engine.catalog;

/** What a new player holds: whole funz and whole jokers. */
public record StartDefinition(long funz, long jokers) {}
