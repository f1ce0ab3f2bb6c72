package com.luckyfunatic.admin.tournament;

import com.luckyfunatic.admin.ReasonOptions;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.engine.tournament.TournamentRefunds;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Cancels a tournament. */
@Command(
        name = "cancel",
        description = {
            "Cancel a tournament, of which no prize is paid any more. The servers give everybody"
                    + " the entry fee back. Once prizes are being paid it is refused."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Example:",
            "  funatic admin tournament cancel spring_cup --reason 'wrong prizes' --yes"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is cancelled, now or before",
            "1:there is no such tournament, or its prizes are being paid",
            "2:the command line or the configuration is wrong",
            "69:the storage cannot be used"
        })
final class CancelTournament extends PlanCommand {
    @Mixin private NamedTournament named;

    @Option(names = "--yes", description = "Required, because it cannot be undone.")
    private boolean isMeant;

    @Mixin private ReasonOptions why;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    CancelTournament() {}

    @Override
    protected void check() {
        named.id(spec());
        if (!isMeant) {
            throw new ParameterException(
                    spec().commandLine(), "It cannot be undone. Say --yes if you mean it.");
        }
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
            case CANCELLED, ALREADY_CANCELLED -> show(opened.tournaments().find(id).orElseThrow());
            case TOO_LATE -> refuse("Its prizes are being paid, or are paid.");
            case UNKNOWN -> refuse("There is no such tournament.");
        };
    }
}
