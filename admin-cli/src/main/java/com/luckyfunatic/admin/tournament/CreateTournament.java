package com.luckyfunatic.admin.tournament;

import com.luckyfunatic.admin.ReasonOptions;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentPlans;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes a draft of a tournament. */
@Command(
        name = "create",
        description = {
            "Make a draft of a tournament, which nobody sees until it is published.",
            "",
            "The file is JSON: id, name, minigame, opensAtMillis, closesAtMillis (epoch"
                    + " milliseconds), scoring {method, direction}, currency, entryFee,"
                    + " entriesPerPlayer, seats (0 for no limit), requirements, prizes {currency,"
                    + " feeBps, guaranteed, kind (AMOUNTS or SHARES), ranges [{from, to, prize}]}."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Example:",
            "  funatic admin tournament create --file spring_cup.json --reason 'spring event'"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the draft was made",
            "1:there is one of that name, something is wrong with it, or the content lacks what it"
                    + " needs",
            "2:the command line, the configuration or the form of the file is wrong",
            "66:the file could not be read",
            "69:the storage cannot be used"
        })
final class CreateTournament extends PlanCommand {
    @Mixin private DefinitionFile file;

    @Mixin private ContentInForce content;

    @Mixin private ReasonOptions why;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    CreateTournament() {}

    @Override
    protected void check() {
        file.definition(spec());
        why.require(spec());
    }

    @Override
    protected int run(GameStorage opened) {
        TournamentDefinition draft = file.definition(spec());
        return why.record(opened)
                .around(
                        "create_tournament",
                        null,
                        draft.id().value(),
                        why.reason(),
                        () ->
                                tell(
                                        new TournamentPlans(opened)
                                                .create(draft, content.in(opened, options()))));
    }
}
