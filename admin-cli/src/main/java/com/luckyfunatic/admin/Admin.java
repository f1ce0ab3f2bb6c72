package com.luckyfunatic.admin;

import com.luckyfunatic.admin.adjust.AdjustPlayers;
import com.luckyfunatic.admin.audit.AuditCommands;
import com.luckyfunatic.admin.catalog.CatalogCommands;
import com.luckyfunatic.admin.minigame.MinigameCommands;
import com.luckyfunatic.admin.operator.OperatorCommands;
import com.luckyfunatic.admin.player.PlayerCommands;
import com.luckyfunatic.admin.raffle.RaffleCommands;
import com.luckyfunatic.admin.storage.JournalCommands;
import com.luckyfunatic.admin.storage.Reconcile;
import com.luckyfunatic.admin.storage.Recover;
import com.luckyfunatic.admin.support.SupportCommands;
import com.luckyfunatic.admin.tournament.TournamentCommands;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.operations.UsageErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The command line for support and live operations, without a framework around it: the arguments
 * are parsed first, and a command opens only what it needs.
 */
@Command(
        name = "funatic admin",
        description = "Support and live operations.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it worked",
            "1:what was checked has problems",
            "2:the command line is wrong",
            "66:a file could not be read or written",
            "69:the storage cannot be used",
            "70:a fault of this program"
        })
public final class Admin extends CommandGroup {
    private final Terminal terminal;

    private Admin(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs the command that {@code args} name, and exits with its code. */
    public static void main(String[] args) {
        System.exit(commandLine(named(args)).setUsageHelpAutoWidth(true).execute(args));
    }

    /** The terminal at which commands are given. */
    Terminal terminal() {
        return terminal;
    }

    /** What a file with arguments ({@code @FILE}) names is not known yet. */
    static Predicate<String> named(String... args) {
        List<String> words = List.of(args);
        return words.stream().anyMatch(word -> word.startsWith("@")) ? _ -> true : words::contains;
    }

    /** Returns all commands, ready to execute; not thread-safe. */
    public static CommandLine commandLine() {
        return commandLine(_ -> true);
    }

    /**
     * Returns the commands, those below a group only if it is wanted: reading the options of sixty
     * commands takes most of the time of a short one.
     *
     * @param isWanted whether somebody may have named a group
     */
    static CommandLine commandLine(Predicate<String> isWanted) {
        return commandLine(isWanted, SystemTerminal.INSTANCE);
    }

    /** Returns all commands, given at {@code terminal}. */
    static CommandLine commandLine(Terminal terminal) {
        return commandLine(_ -> true, terminal);
    }

    private static CommandLine commandLine(Predicate<String> isWanted, Terminal terminal) {
        return new Admin(terminal)
                .line(isWanted)
                .registerConverter(PlayerId.class, PlayerId::parse)
                .setExitCodeExceptionMapper(Admin::exitCode)
                .setParameterExceptionHandler(new UsageErrors())
                .setExecutionExceptionHandler(Admin::tell);
    }

    @Override
    protected List<Class<?>> commands() {
        return List.of(
                AdjustPlayers.class,
                AuditCommands.class,
                CatalogCommands.class,
                PlayerCommands.class,
                MinigameCommands.class,
                OperatorCommands.class,
                RaffleCommands.class,
                SupportCommands.class,
                TournamentCommands.class,
                Reconcile.class,
                Recover.class,
                JournalCommands.class,
                PrintCompletion.class);
    }

    private static int exitCode(Throwable e) {
        return switch (e) {
            case ParameterException _ -> ExitCodes.USAGE;
            case UncheckedIOException _ -> ExitCodes.UNREADABLE;
            default -> ExitCodes.INTERNAL_ERROR;
        };
    }

    /** A file that cannot be read is told in one line; anything else is a fault worth its trace. */
    private static int tell(Exception e, CommandLine command, ParseResult parsed) {
        if (e instanceof UncheckedIOException unreadable) {
            command.getErr()
                    .println(unreadable.getMessage() + ": " + reason(unreadable.getCause()));
        } else {
            e.printStackTrace(command.getErr());
        }
        return exitCode(e);
    }

    private static String reason(@Nullable IOException cause) {
        return switch (cause) {
            case NoSuchFileException _ -> "there is no such file";
            case FileAlreadyExistsException _ -> "there is one already";
            case AccessDeniedException _ -> "access is denied";
            case null -> "unknown reason";
            default -> Objects.requireNonNullElse(cause.getMessage(), "unknown reason");
        };
    }
}
