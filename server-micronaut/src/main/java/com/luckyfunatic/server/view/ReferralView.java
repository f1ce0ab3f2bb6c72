package com.luckyfunatic.server.view;

/** Referrals as clients see them: how many friends the player has invited. */
public record ReferralView(int friends) {}
