package com.luckyfunatic.server.view;

/** The scarce currency as clients see it: whole jokers that can be spent. */
public record JokersView(long balance) {}
