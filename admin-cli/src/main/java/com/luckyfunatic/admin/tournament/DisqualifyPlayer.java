package com.luckyfunatic.admin.tournament;

import com.luckyfunatic.admin.ActorOption;
import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.OperatorRecord;
import com.luckyfunatic.admin.Printable;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.admin.server.ChangeOptions;
import com.luckyfunatic.admin.server.Exchange;
import com.luckyfunatic.admin.server.TwoWayCommand;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.tournament.Disqualification;
import com.luckyfunatic.engine.tournament.TournamentPlans;
import java.time.InstantSource;
import java.util.Optional;
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
            "Examples:",
            "  funatic admin tournament disqualify spring_cup 42 --reason macros --reason-code"
                + " abuse --server https://game.example --operator liv --credential-file liv.txt",
            "  funatic admin tournament disqualify spring_cup 42 --reason macros --by ada --direct"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the player is out, now or, on the storage itself, before",
            "1:there is no such published tournament, the player has not entered it, the server"
                    + " refused it, or it was not meant",
            "2:the command line or the configuration is wrong",
            "66:the credential could not be read",
            "69:the server or the storage cannot be used now; what was begun may be done"
        })
final class DisqualifyPlayer extends TwoWayCommand {
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
                            + " characters, at a server 150.")
    private String reason;

    @Mixin private ActorOption actor;

    @Mixin private ChangeOptions atServer;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    DisqualifyPlayer() {}

    @Override
    protected Exchange exchange() {
        check();
        return atServer.plan(
                spec(),
                named,
                ChangeOptions.change("disqualify").put("playerId", player.toString()),
                reason);
    }

    @Override
    protected void check() {
        named.id(spec());
        disqualification(InstantSource.system());
    }

    private Disqualification disqualification(InstantSource clock) {
        try {
            return new Disqualification(reason.strip(), actor.name(), clock.millis());
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
                        + Printable.line(kept.get().reason())
                        + ", by "
                        + Printable.line(kept.get().actor()));
        return ExitCodes.OK;
    }
}
