package com.luckyfunatic.admin.player;

/** A command that changes something about one player, which is recorded. */
abstract class PlayerChange extends PlayerCommand implements ChosenPlayer.Work {
    @Override
    final ChosenPlayer.Work work() {
        return this;
    }
}
