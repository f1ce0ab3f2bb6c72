package com.luckyfunatic.engine.prize;

/** Why the score of an approved run is not in the standings of the tournament it was played in. */
public enum LeftOut {
    /** The tournament does not take place, so it has no standings. */
    CANCELLED,
    /** The player is out of the tournament. */
    DISQUALIFIED,
    /** The run was approved when its tournament did not wait for that any more. */
    REVIEWED_LATE,
    /** The final standings were made before, and would be others with the score. */
    RANKED
}
