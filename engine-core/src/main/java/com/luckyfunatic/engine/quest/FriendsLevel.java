package com.luckyfunatic.engine.quest;

import com.luckyfunatic.engine.reward.Reward;

/**
 * A level of the ladder of friends: one quest whose levels are claimed in order.
 *
 * @param friends how many players one must have invited; names the level, too
 * @param reward what it pays, once
 */
public record FriendsLevel(int friends, Reward reward) {}
