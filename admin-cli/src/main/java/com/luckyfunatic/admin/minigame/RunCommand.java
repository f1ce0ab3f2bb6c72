package com.luckyfunatic.admin.minigame;

import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.operations.StorageOptions;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command on runs: opens the storage and does its work. */
abstract class RunCommand implements Callable<Integer> {
    /** Any will do: a command looks at the time once. */
    static final InstantSource CLOCK = InstantSource.system();

    @Mixin private StorageOptions storage;
    @Spec private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    RunCommand() {}

    /** Does what the command is for, and returns its exit code. */
    abstract int run(GameStorage opened);

    /** Checks what can be checked before anything is opened. */
    void check() {}

    final CommandSpec spec() {
        return spec;
    }

    @Override
    public final Integer call() {
        check();
        PrintWriter err = spec.commandLine().getErr();
        boolean isDistributed = storage.isDistributed();
        if (!isDistributed && !storage.hasEmbeddedGame()) {
            err.println(storage.noEmbeddedGame());
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
}
