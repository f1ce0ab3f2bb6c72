package com.luckyfunatic.engine.timetrial;

import com.luckyfunatic.engine.reward.Reward;
import java.time.Duration;

/**
 * A time to beat.
 *
 * @param medal what it is called
 * @param time who takes this long or less has met it
 * @param reward what meeting it for the first time pays
 */
public record TimeTrialTarget(Medal medal, Duration time, Reward reward) {}
