package com.luckyfunatic.engine.player;

import com.luckyfunatic.engine.Refusal;

/** Why a command about a player as a whole is refused. */
public sealed interface PlayerRefusal extends Refusal {
    /** There is no such player. */
    record UnknownPlayer(PlayerId player) implements PlayerRefusal {
        @Override
        public String code() {
            return "unknown_player";
        }
    }

    /** The player's game has started already. */
    record PlayerAlreadyExists(PlayerId player) implements PlayerRefusal {
        @Override
        public String code() {
            return "player_already_exists";
        }
    }

    /** A player cannot be their own referrer. */
    record SelfReferral(PlayerId player) implements PlayerRefusal {
        @Override
        public String code() {
            return "self_referral";
        }
    }

    /** The player's game never began anew, so that nothing was kept. */
    record NothingToRestore(PlayerId player) implements PlayerRefusal {
        @Override
        public String code() {
            return "nothing_to_restore";
        }
    }

    /** The game from before the last reset was brought back already. */
    record AlreadyRestored(PlayerId player) implements PlayerRefusal {
        @Override
        public String code() {
            return "already_restored";
        }
    }

    /** An operator has decided that this, which an earlier change called for, is not done. */
    record FollowUpDropped(PlayerId player) implements PlayerRefusal {
        @Override
        public String code() {
            return "follow_up_dropped";
        }
    }
}
