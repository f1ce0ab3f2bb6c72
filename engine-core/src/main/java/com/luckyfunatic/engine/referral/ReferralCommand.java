package com.luckyfunatic.engine.referral;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.player.PlayerId;

/** Commands on referrals; events of the friend call for them. */
public sealed interface ReferralCommand extends Command {
    /** The friend who joined, or started to play. */
    PlayerId friend();

    /** Counts a friend who has joined. */
    record CountFriend(PlayerId friend) implements ReferralCommand {
        @Override
        public Durability durability() {
            return Durability.HARD;
        }
    }

    /** Pays for a friend who has played enough. */
    record RewardReferral(PlayerId friend, boolean premium) implements ReferralCommand {
        @Override
        public Durability durability() {
            return Durability.HARD;
        }
    }
}
