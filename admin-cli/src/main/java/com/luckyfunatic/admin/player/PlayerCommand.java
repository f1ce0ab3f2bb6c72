package com.luckyfunatic.admin.player;

import com.luckyfunatic.admin.server.Exchange;
import com.luckyfunatic.admin.server.TwoWayCommand;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.storage.GameStorage;
import picocli.CommandLine.Mixin;

/** A command on one player, by way of a server or on the storage. */
abstract class PlayerCommand extends TwoWayCommand {
    @Mixin private NamedPlayer named;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    PlayerCommand() {}

    /** Does on the storage what the command is for; {@code nowMillis} is epoch milliseconds. */
    abstract void act(GameStorage opened, Profile player, long nowMillis);

    /** Returns what a server is asked about {@code player}. */
    abstract Exchange exchange(PlayerAtServer player);

    @Override
    protected final Exchange exchange() {
        return exchange(new PlayerAtServer(named.choice()));
    }

    @Override
    protected final int run(GameStorage opened) {
        return new ChosenPlayer(opened, named.choice())
                .run(this::act, columns(), isJson(), this::tell, this::complain);
    }
}
