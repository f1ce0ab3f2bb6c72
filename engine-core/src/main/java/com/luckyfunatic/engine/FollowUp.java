package com.luckyfunatic.engine;

import com.luckyfunatic.engine.player.PlayerId;

/** A command that one player's event calls for on another player. */
public record FollowUp(PlayerId player, OperationId operationId, Command command) {}
