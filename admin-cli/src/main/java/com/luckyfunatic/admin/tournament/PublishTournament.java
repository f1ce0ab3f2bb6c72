package com.luckyfunatic.admin.tournament;

import com.luckyfunatic.admin.ReasonOptions;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.engine.tournament.TournamentPlans;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Announces a tournament. */
@Command(
        name = "publish",
        description = "Announce a draft: from now on it cannot be changed, and the clock opens it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Example:",
            "  funatic admin tournament publish spring_cup --reason 'spring event'"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is published",
            "1:there is no such draft, it closes in the past, or the content lacks what it needs",
            "2:the command line or the configuration is wrong",
            "69:the storage cannot be used"
        })
final class PublishTournament extends PlanCommand {
    @Mixin private NamedTournament named;
    @Mixin private ContentInForce content;
    @Mixin private ReasonOptions why;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    PublishTournament() {}

    @Override
    protected void check() {
        named.id(spec());
        why.require(spec());
    }

    @Override
    protected int run(GameStorage opened) {
        return why.record(opened)
                .around(
                        "publish_tournament",
                        null,
                        named.id(spec()).value(),
                        why.reason(),
                        () -> publish(opened));
    }

    private int publish(GameStorage opened) {
        Optional<Tournament> found = opened.tournaments().find(named.id(spec()));
        return found.isEmpty()
                ? refuse("There is no such tournament.")
                : tell(
                        new TournamentPlans(opened)
                                .publish(
                                        found.get().id(),
                                        found.get().version(),
                                        opened.clock().millis(),
                                        content.in(opened, options())));
    }
}
