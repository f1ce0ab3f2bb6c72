package com.luckyfunatic.engine;

import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.player.Profile;

/**
 * A player who has logged in.
 *
 * @param profile who they are
 * @param session the new session, for tap sequences
 * @param isNew whether their game has just started
 * @param state their state
 */
public record Login(Profile profile, long session, boolean isNew, PlayerState state) {}
