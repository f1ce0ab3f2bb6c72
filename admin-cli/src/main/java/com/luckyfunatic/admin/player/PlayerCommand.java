package com.luckyfunatic.admin.player;

import com.luckyfunatic.admin.server.Exchange;
import com.luckyfunatic.admin.server.TwoWayCommand;
import com.luckyfunatic.engine.storage.GameStorage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** A command on one player, by way of a server or on the storage. */
abstract class PlayerCommand extends TwoWayCommand {
    @Mixin private NamedPlayer named;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    PlayerCommand() {}

    /** Returns what is done with the player on the storage; null for nothing. */
    abstract ChosenPlayer.@Nullable Work work();

    /** Returns what a server is asked about {@code player}. */
    abstract Exchange exchange(PlayerAtServer player);

    @Override
    protected final Exchange exchange() {
        return exchange(new PlayerAtServer(named.choice()));
    }

    @Override
    protected final int run(GameStorage opened) {
        return new ChosenPlayer(opened, named.choice())
                .run(work(), columns(), isJson(), this::tell, this::complain);
    }
}
