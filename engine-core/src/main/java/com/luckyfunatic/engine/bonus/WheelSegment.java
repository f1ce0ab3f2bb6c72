package com.luckyfunatic.engine.bonus;

import com.luckyfunatic.engine.reward.Reward;

/**
 * A segment of the wheel as content describes it.
 *
 * @param id its name
 * @param name what players read
 * @param weight how many of the wheel's rolls stop at it, at least 1
 * @param prize what it pays
 */
public record WheelSegment(SegmentId id, String name, int weight, Reward prize) {}
