package com.luckyfunatic.admin.tournament;

import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.OperatorRecord;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.tournament.Disqualification;
import com.luckyfunatic.engine.tournament.TournamentPlans;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Takes a player out of a tournament. */
@Command(
        name = "disqualify",
        description = {
            "Take a player out of a published tournament, for good: everybody below moves up, the"
                    + " entry stays, and its fee stays in the pool. The first reason stays."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Example:",
            "  funatic admin tournament disqualify spring_cup 42 --reason macros --by ada"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the player is out, now or before",
            "1:there is no such published tournament, or the player has not entered it",
            "2:the command line or the configuration is wrong",
            "69:the storage cannot be used"
        })
final class DisqualifyPlayer extends PlanCommand {
    @Mixin private NamedTournament named;

    @Parameters(index = "1", paramLabel = "PLAYER", description = "The player's id.")
    private PlayerId player;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description =
                    "Why, for those who run the game. 1 to "
                            + Disqualification.REASON_MAX
                            + " characters.")
    private String reason;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description =
                    "Who does it, 1 to "
                            + Disqualification.ACTOR_MAX
                            + " characters. Default: the user of the operating system.")
    private @Nullable String actor;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    DisqualifyPlayer() {}

    @Override
    protected void check() {
        named.id(spec());
        disqualification(InstantSource.system());
    }

    private Disqualification disqualification(InstantSource clock) {
        String name = actor == null ? System.getProperty("user.name", "admin") : actor;
        try {
            return new Disqualification(reason.strip(), name.strip(), clock.millis());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec().commandLine(), e.getMessage() + ".", e);
        }
    }

    @Override
    protected int run(GameStorage opened) {
        return new OperatorRecord(opened, disqualification(opened.clock()).actor())
                .around(
                        "disqualify",
                        player,
                        named.id(spec()).value(),
                        reason.strip(),
                        () -> disqualify(opened));
    }

    private int disqualify(GameStorage opened) {
        // It is for good, so a mistyped number must not pass for a success.
        if (opened.tournaments().entriesOf(named.id(spec()), player).isEmpty()) {
            return refuse("There is no such tournament, or player " + player + " has not entered.");
        }
        Optional<Disqualification> kept =
                new TournamentPlans(opened)
                        .disqualify(named.id(spec()), player, disqualification(opened.clock()));
        if (kept.isEmpty()) {
            return refuse("There is no such published tournament.");
        }
        tell(
                "player "
                        + player
                        + " is out: "
                        + TextTable.printable(kept.get().reason())
                        + ", by "
                        + TextTable.printable(kept.get().actor()));
        return ExitCodes.OK;
    }
}
