package com.luckyfunatic.admin.tournament;

import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.ReasonOptions;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.admin.server.ChangeOptions;
import com.luckyfunatic.admin.server.Exchange;
import com.luckyfunatic.admin.server.TwoWayCommand;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.engine.tournament.TournamentRefunds;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** Cancels a tournament. */
@Command(
        name = "cancel",
        description = {
            "Cancel a tournament, of which no prize is paid any more. The servers give everybody"
                    + " the entry fee back. Once prizes are being paid it is refused.",
            "",
            "At a server, another person has to approve it. On the storage itself it is done at"
                    + " once, with --yes."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  funatic admin tournament cancel spring_cup --reason 'wrong prizes' --server"
                    + " https://game.example --operator liv --credential-file liv.txt",
            "  funatic admin tournament cancel spring_cup --reason 'wrong prizes' --yes --direct"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is cancelled, now or before; at a server, the plan is made that another person"
                    + " has to approve",
            "1:there is no such tournament, its prizes are being paid, or the server refused it",
            "2:the command line or the configuration is wrong",
            "66:the credential could not be read",
            "69:the server or the storage cannot be used now; what was begun may be done"
        })
final class CancelTournament extends TwoWayCommand {
    @Mixin private NamedTournament named;

    @Mixin private ReasonOptions why;

    @Mixin private ChangeOptions change;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    CancelTournament() {}

    @Override
    protected Exchange exchange() {
        named.id(spec());
        return change.planForTwo(
                spec(), named, ChangeOptions.change("cancel_tournament"), why.reason());
    }

    @Override
    protected void check() {
        named.id(spec());
        if (!change.isMeant()) {
            throw new ParameterException(
                    spec().commandLine(), "It cannot be undone. Say --yes if you mean it.");
        }
        why.require(spec());
    }

    @Override
    protected int run(GameStorage opened) {
        TournamentId id = named.id(spec());
        return why.record(opened)
                .around(
                        "cancel_tournament",
                        null,
                        id.value(),
                        why.reason(),
                        () -> cancel(opened, id));
    }

    private int cancel(GameStorage opened, TournamentId id) {
        // No content decides about it.
        GameEngine engine = GameEngine.on(opened, Catalog.of(CatalogLoader.standard()));
        return switch (new TournamentRefunds(engine).cancel(id)) {
            case CANCELLED, ALREADY_CANCELLED -> {
                tell(TournamentView.shown(opened.tournaments().find(id).orElseThrow(), isJson()));
                yield ExitCodes.OK;
            }
            case TOO_LATE -> refuse("Its prizes are being paid, or are paid.");
            case UNKNOWN -> refuse("There is no such tournament.");
        };
    }
}
