package com.luckyfunatic.server.platform;

import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.player.Profile;

/** A player as the platform names one: somebody who is known and whose game has started. */
record PlatformPlayer(Profile profile, PlayerState state) {}
