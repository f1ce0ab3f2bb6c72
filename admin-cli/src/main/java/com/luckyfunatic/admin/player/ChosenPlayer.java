package com.luckyfunatic.admin.player;

import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.operations.AwaitedAdmission;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * A player on the storage: found first, then worked on, and shown in the end as the account is
 * then.
 */
final class ChosenPlayer {
    private final GameStorage opened;
    private final PlayerChoice choice;

    ChosenPlayer(GameStorage opened, PlayerChoice choice) {
        this.opened = opened;
        this.choice = choice;
    }

    /** What is done with a player, at epoch milliseconds. */
    @FunctionalInterface
    interface Work {
        void act(GameStorage opened, Profile player, long nowMillis);
    }

    /**
     * Does {@code work}, if there is such a player.
     *
     * @param columns how many the terminal has; empty for no terminal
     * @return the exit code
     */
    int run(
            Work work,
            OptionalInt columns,
            boolean isJson,
            Consumer<String> tell,
            Consumer<String> complain) {
        Optional<Profile> found = choice.in(opened.directory());
        if (found.isEmpty()) {
            complain.accept("There is no " + choice + ".");
            return ExitCodes.PROBLEMS;
        }
        Profile player = found.get();
        long now = opened.clock().millis();
        work.act(opened, player, now);
        Profile after = opened.directory().profile(player.id()).orElse(player);
        AccountView account =
                new AccountView(after, AwaitedAdmission.of(opened.admissions(), player.id()), now);
        tell.accept(isJson ? account.json() : account.table(columns));
        return ExitCodes.OK;
    }
}
