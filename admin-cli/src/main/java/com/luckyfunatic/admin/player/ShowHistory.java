package com.luckyfunatic.admin.player;

import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.admin.server.Exchange;
import com.luckyfunatic.admin.server.TwoWayCommand;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.operations.past.ToldPast;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Shows what a player had at some time. */
@Command(
        name = "history",
        description = {
            "Show what a player had at some time, rebuilt from the recorded changes: balances,"
                    + " energy, items, cards and everything else, as the last change before that"
                    + " time left it.",
            "",
            "Where the first changes are no longer kept, only the balances are known.",
            "",
            "Distributed storage may be played on meanwhile; embedded storage must be in use by no"
                    + " server, unless that server is asked."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  funatic admin player history 42 --at 2026-11-27T12:00:00Z --operator ada"
                    + " --credential-file ada.txt",
            "  funatic admin player history 42 --at 2026-11-27T12:00:00Z --data-dir ./data",
            "  funatic admin player history 42 --at 2026-11-27T14:00:00+02:00 --direct --json"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it was shown",
            "1:there is no such player, they had not begun, it is not known any more, or the"
                    + " server refused it",
            "2:the command line or the configuration is wrong",
            "66:the credential could not be read",
            "69:the server or the storage cannot be used now"
        })
final class ShowHistory extends TwoWayCommand {
    @Parameters(index = "0", paramLabel = "ID", description = "The player's id.")
    private PlayerId player;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            required = true,
            description = "The time with its zone, such as 2026-11-27T12:00:00Z.")
    private String at;

    private long atMillis;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    ShowHistory() {}

    @Override
    protected Exchange exchange() {
        check();
        return new PastAtServer(player, atMillis);
    }

    @Override
    protected void check() {
        try {
            atMillis = OffsetDateTime.parse(at.strip()).toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw new ParameterException(
                    spec().commandLine(),
                    "--at is a time with its zone, such as 2026-11-27T12:00:00Z, not '" + at + "'.",
                    e);
        }
        if (atMillis > InstantSource.system().millis()) {
            throw new ParameterException(spec().commandLine(), "--at is in the future.");
        }
    }

    @Override
    protected int run(GameStorage opened) {
        ToldPast past;
        try {
            past = ToldPast.of(opened.players(), player, atMillis);
        } catch (StorageCorruptException e) {
            complain("It cannot be rebuilt: " + e.getMessage() + ". See funatic admin reconcile.");
            return ExitCodes.PROBLEMS;
        }
        return switch (past) {
            case ToldPast.Unknown(var why) -> refuse(why);
            case ToldPast.Known(var state) -> {
                show(new PastView(state.json()));
                yield ExitCodes.OK;
            }
        };
    }

    private void show(PastView view) {
        tell(isJson() ? view.data().toString() : view.table(columns()));
        String note = view.note();
        if (note != null) {
            complain(note);
        }
    }
}
