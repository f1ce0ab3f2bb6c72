package com.luckyfunatic.engine.quest;

/**
 * A level of the ladder of friends: one quest whose levels are claimed in order.
 *
 * @param friends how many players one must have invited; names the level, too
 * @param reward what it pays, once
 */
public record FriendsLevel(int friends, QuestReward reward) {}
