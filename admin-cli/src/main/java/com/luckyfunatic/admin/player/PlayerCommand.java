package com.luckyfunatic.admin.player;

import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.StorageCommand;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.operations.AwaitedAdmission;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;

/**
 * A command on one player: finds the player, does its work, and shows the account as it then is.
 */
abstract class PlayerCommand extends StorageCommand {
    @ArgGroup(exclusive = true, multiplicity = "1")
    private PlayerChoice choice;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    PlayerCommand() {}

    /** Does what the command is for; {@code nowMillis} is epoch milliseconds. */
    abstract void act(GameStorage opened, Profile player, long nowMillis);

    @Override
    protected final int run(GameStorage opened) {
        Optional<Profile> found = choice.in(opened.directory());
        if (found.isEmpty()) {
            complain("There is no " + choice + ".");
            return ExitCodes.PROBLEMS;
        }
        PlayerId player = found.get().id();
        long now = opened.clock().millis();
        act(opened, found.get(), now);
        Profile after = opened.directory().profile(player).orElse(found.get());
        AccountView account =
                new AccountView(after, AwaitedAdmission.of(opened.admissions(), player), now);
        tell(isJson() ? account.json() : account.table());
        return ExitCodes.OK;
    }
}
