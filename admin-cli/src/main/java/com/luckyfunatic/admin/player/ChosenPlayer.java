package com.luckyfunatic.admin.player;

import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.OperatorRecord;
import com.luckyfunatic.engine.operator.ActionOutcome;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.operations.AwaitedAdmission;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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

    /** What is done with a player, and how it is recorded. */
    interface Work {
        /** Under which word it is recorded. */
        String action();

        /** Why. */
        String reason();

        /** Where it is recorded. */
        OperatorRecord record(GameStorage opened);

        /** Does it, at epoch milliseconds. */
        void act(GameStorage opened, Profile player, long nowMillis);
    }

    /**
     * Does {@code work}, if there is such a player. Either is recorded.
     *
     * @param work null for nothing
     * @param columns how many the terminal has; empty for no terminal
     * @return the exit code
     */
    int run(
            @Nullable Work work,
            OptionalInt columns,
            boolean isJson,
            Consumer<String> tell,
            Consumer<String> complain) {
        Optional<Profile> found = choice.in(opened.directory());
        if (found.isEmpty()) {
            if (work != null) {
                work.record(opened)
                        .add(
                                work.action(),
                                null,
                                null,
                                ActionOutcome.REFUSED,
                                "unknown_player; " + work.reason());
            }
            complain.accept("There is no " + choice + ".");
            return ExitCodes.PROBLEMS;
        }
        Profile player = found.get();
        long now = opened.clock().millis();
        if (work != null) {
            work.record(opened)
                    .around(
                            work.action(),
                            player.id(),
                            null,
                            work.reason(),
                            () -> {
                                work.act(opened, player, now);
                                return ExitCodes.OK;
                            });
        }
        Profile after = opened.directory().profile(player.id()).orElse(player);
        AccountView account =
                new AccountView(after, AwaitedAdmission.of(opened.admissions(), player.id()), now);
        tell.accept(isJson ? account.json() : account.table(columns));
        return ExitCodes.OK;
    }
}
