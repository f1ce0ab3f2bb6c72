package com.luckyfunatic.admin.raffle;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.ReasonOptions;
import com.luckyfunatic.admin.StorageCommand;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.raffle.Raffle;
import com.luckyfunatic.engine.raffle.RaffleId;
import com.luckyfunatic.engine.raffle.RaffleRefunds;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Cancels a raffle. */
@Command(
        name = "cancel",
        description = {
            "Cancel a raffle: no ticket is sold and nobody is drawn any more. The servers give"
                    + " everybody the price of the tickets back. Once it is drawn it is refused.",
            "",
            "A raffle of the content comes again at its next time: to end a series, change the"
                    + " content."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Example:",
            "  funatic admin raffle cancel lucky_hat_tmjuohs00 --reason 'wrong prizes' --yes"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is cancelled, now or before",
            "1:there is no such raffle, or it is drawn",
            "2:the command line or the configuration is wrong",
            "69:the storage cannot be used"
        })
final class CancelRaffle extends StorageCommand {
    @Parameters(index = "0", paramLabel = "ID", description = "The raffle's name.")
    private String name;

    @Option(names = "--yes", description = "Required, because it cannot be undone.")
    private boolean isMeant;

    @Mixin private ReasonOptions why;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    CancelRaffle() {}

    @Override
    protected void check() {
        id();
        if (!isMeant) {
            throw new ParameterException(
                    spec().commandLine(), "It cannot be undone. Say --yes if you mean it.");
        }
        why.require(spec());
    }

    private RaffleId id() {
        try {
            return new RaffleId(name);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec().commandLine(), e.getMessage() + ".", e);
        }
    }

    @Override
    protected int run(GameStorage opened) {
        return why.record(opened)
                .around("cancel_raffle", null, id().value(), why.reason(), () -> cancel(opened));
    }

    private int cancel(GameStorage opened) {
        // No content decides about it.
        GameEngine engine = GameEngine.on(opened, Catalog.of(CatalogLoader.standard()));
        return switch (new RaffleRefunds(engine).cancel(id())) {
            case CANCELLED, ALREADY_CANCELLED -> show(opened.raffles().find(id()).orElseThrow());
            case TOO_LATE -> refuse("Its winners are drawn.");
            case UNKNOWN -> refuse("There is no such raffle.");
        };
    }

    private int show(Raffle raffle) {
        if (isJson()) {
            ObjectNode node = new ObjectMapper().createObjectNode();
            RaffleLine.put(raffle, node);
            tell(node.toString());
        } else {
            tell(raffle.id() + ": " + RaffleLine.word(raffle));
        }
        return ExitCodes.OK;
    }
}
