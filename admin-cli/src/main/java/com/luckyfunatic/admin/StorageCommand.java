package com.luckyfunatic.admin;

import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.operations.StorageOptions;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command on the storage of a game: opens it, does its work, closes it. */
public abstract class StorageCommand implements Callable<Integer> {
    @Mixin private StorageOptions storage;

    @Option(names = "--json", description = "Show one JSON object in place of a table.")
    private boolean json;

    @Spec private CommandSpec spec;

    /** To be filled in by picocli. */
    @SuppressWarnings("NullAway.Init") // picocli sets them
    protected StorageCommand() {}

    /** Does what the command is for; returns the exit code. */
    protected abstract int run(GameStorage opened);

    /** Checks what can be checked before anything is opened. */
    protected void check() {}

    /** Whether the storage is opened; else a server is asked. */
    protected boolean isDirect() {
        return true;
    }

    /** Has a server do it; returns the exit code. */
    protected int byServer() {
        throw new IllegalStateException("only the storage can be asked");
    }

    /** Which storage it is, and where more settings are read from. */
    protected final StorageOptions options() {
        return storage;
    }

    /** The command as it was parsed, to tell what is wrong with it. */
    protected final CommandSpec spec() {
        return spec;
    }

    /** Whether the answer is for scripts. */
    protected final boolean isJson() {
        return json;
    }

    /** How many columns the terminal has; empty when answers go elsewhere. */
    protected final OptionalInt columns() {
        return Terminal.of(spec).columns();
    }

    /** Prints an answer. */
    protected final void tell(String text) {
        spec.commandLine().getOut().println(json ? text : Printable.lines(text));
    }

    /** Prints what is wrong. */
    protected final void complain(String text) {
        spec.commandLine().getErr().println(Printable.lines(text));
    }

    /** Prints why something was not done; returns the exit code. */
    protected final int refuse(String why) {
        complain(why);
        return ExitCodes.PROBLEMS;
    }

    @Override
    public final Integer call() {
        if (!isDirect()) {
            return byServer();
        }
        check();
        boolean isDistributed = storage.isDistributed();
        if (!isDistributed && !storage.hasEmbeddedGame()) {
            complain(storage.noEmbeddedGame());
            return ExitCodes.UNAVAILABLE;
        }
        try (GameStorage opened =
                isDistributed ? storage.openDistributed() : storage.openEmbedded()) {
            return run(opened);
        } catch (StorageException e) {
            complain(StorageTrouble.text(e));
            return ExitCodes.UNAVAILABLE;
        }
    }
}
