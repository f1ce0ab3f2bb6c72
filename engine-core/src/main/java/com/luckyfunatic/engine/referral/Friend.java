package com.luckyfunatic.engine.referral;

import com.luckyfunatic.engine.player.Profile;

/** An invited player as the friends' ranking shows them, with their lifetime funz and rank. */
public record Friend(Profile profile, long funzEarned, int rank) {}
