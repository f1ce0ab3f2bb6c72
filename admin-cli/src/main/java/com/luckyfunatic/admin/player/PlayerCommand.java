package com.luckyfunatic.admin.player;

import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.account.Admissions;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.operations.StorageOptions;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A command on one player: opens the storage, finds the player, does its work, and shows the
 * account as it then is.
 */
abstract class PlayerCommand implements Callable<Integer> {
    /** Any will do: a command looks at the time once. */
    private static final InstantSource CLOCK = InstantSource.system();

    @Mixin private StorageOptions storage;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private PlayerChoice choice;

    @Option(names = "--json", description = "Show the account as one JSON object.")
    private boolean json;

    @Spec private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    PlayerCommand() {}

    /** Does what the command is for; {@code nowMillis} is epoch milliseconds. */
    abstract void act(GameStorage opened, Profile player, long nowMillis);

    /** The command as it was parsed, to tell what is wrong with it. */
    final CommandSpec spec() {
        return spec;
    }

    /** The time of this command, epoch milliseconds. */
    static long now() {
        return CLOCK.millis();
    }

    /** Checks what can be checked before anything is opened. */
    void check() {}

    @Override
    public final Integer call() {
        check();
        PrintWriter err = spec.commandLine().getErr();
        boolean isDistributed = storage.isDistributed();
        if (!isDistributed && !storage.hasEmbeddedGame()) {
            err.println("There is no game in " + storage.directory().toAbsolutePath() + ".");
            return ExitCodes.UNAVAILABLE;
        }
        try (GameStorage opened =
                isDistributed ? storage.openDistributed() : storage.openEmbedded()) {
            return run(opened);
        } catch (StorageException e) {
            err.println(e.getMessage());
            return ExitCodes.UNAVAILABLE;
        }
    }

    private int run(GameStorage opened) {
        Optional<Profile> found = choice.in(opened.directory());
        if (found.isEmpty()) {
            spec.commandLine().getErr().println("There is no " + choice + ".");
            return ExitCodes.PROBLEMS;
        }
        PlayerId player = found.get().id();
        long now = now();
        act(opened, found.get(), now);
        Profile after = opened.directory().profile(player).orElse(found.get());
        AccountView account = new AccountView(after, admission(opened.admissions(), player), now);
        spec.commandLine().getOut().println(json ? account.json() : account.table());
        return ExitCodes.OK;
    }

    private static Admission admission(Admissions admissions, PlayerId player) {
        CompletableFuture<Admission> answer = new CompletableFuture<>();
        admissions.admission(player, answer::complete, answer::completeExceptionally);
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StorageException failure) {
                throw failure;
            }
            throw new StorageUnavailableException("bans cannot be read", e);
        }
    }
}
