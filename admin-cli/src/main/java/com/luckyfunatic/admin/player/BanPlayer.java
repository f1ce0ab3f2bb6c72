package com.luckyfunatic.admin.player;

import com.luckyfunatic.admin.ActorOption;
import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.OperatorRecord;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.account.Ban;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.storage.GameStorage;
import java.time.InstantSource;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Bans a player. */
@Command(
        name = "ban",
        description = {
            "Ban a player, who is refused from the next request on; in the place of a ban before.",
            "",
            "Distributed storage may be played on meanwhile; embedded storage must be in use by no"
                    + " server."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  funatic admin player ban 42 --for 7d --reason macros --config server.yaml",
            "  funatic admin player ban --telegram-id 777 --forever --reason fraud --by ada",
            "  funatic admin player ban 42 --until 2027-01-31T12:00:00Z --reason macros"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the player is banned",
            "1:there is no such player",
            "2:the command line or the configuration is wrong",
            "69:the storage cannot be used"
        })
final class BanPlayer extends PlayerCommand {
    @ArgGroup(exclusive = true, multiplicity = "1")
    private BanEnd end;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description =
                    "Why, for those who run the game; players are not told. 1 to "
                            + Ban.REASON_LENGTH_MAX
                            + " characters.")
    private String reason;

    @Mixin private ActorOption actor;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    BanPlayer() {}

    /** The ban is made twice, so that what is wrong is told before anything is opened. */
    @Override
    protected void check() {
        ban(InstantSource.system().millis());
    }

    @Override
    void act(GameStorage opened, Profile player, long nowMillis) {
        new OperatorRecord(opened, actor.name())
                .around(
                        "ban",
                        player.id(),
                        null,
                        reason.strip(),
                        () -> {
                            opened.admissions().ban(player.id(), ban(nowMillis));
                            return ExitCodes.OK;
                        });
    }

    private Ban ban(long nowMillis) {
        try {
            return new Ban(end.millis(nowMillis), reason.strip(), actor.name(), nowMillis);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec().commandLine(), e.getMessage() + ".", e);
        }
    }
}
