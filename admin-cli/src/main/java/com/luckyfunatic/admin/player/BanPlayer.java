package com.luckyfunatic.admin.player;

import com.luckyfunatic.admin.ActorOption;
import com.luckyfunatic.admin.OperatorRecord;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.admin.server.ChangeOptions;
import com.luckyfunatic.admin.server.Exchange;
import com.luckyfunatic.engine.account.Ban;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.storage.GameStorage;
import java.time.Instant;
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
            "A server shows the change first. On the storage itself it is made at once: distributed"
                    + " storage may be played on meanwhile; embedded storage must be in use by no"
                    + " server."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  funatic admin player ban 42 --for 7d --reason macros --reason-code abuse --server"
                    + " https://game.example --operator ada --credential-file ada.txt",
            "  funatic admin player ban 42 --for 7d --reason macros --config server.yaml",
            "  funatic admin player ban --telegram-id 777 --forever --reason fraud --by ada"
                    + " --direct"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the player is banned",
            "1:there is no such player, the server refused it, or it was not meant",
            "2:the command line or the configuration is wrong",
            "66:the credential could not be read",
            "69:the server or the storage cannot be used now; what was begun may be done"
        })
final class BanPlayer extends PlayerChange {
    @ArgGroup(exclusive = true, multiplicity = "1")
    private BanEnd end;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description =
                    "Why, for those who run the game; players are not told. 1 to "
                            + Ban.REASON_LENGTH_MAX
                            + " characters, at a server 150.")
    private String reason;

    @Mixin private ActorOption actor;

    @Mixin private ChangeOptions atServer;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    BanPlayer() {}

    /** The ban is made twice, so that what is wrong is told before anything is opened. */
    @Override
    protected void check() {
        ban(InstantSource.system().millis());
    }

    @Override
    Exchange exchange(PlayerAtServer player) {
        long until = ban(InstantSource.system().millis()).untilMillis();
        return atServer.plan(
                spec(),
                player,
                ChangeOptions.change("ban")
                        .put(
                                "until",
                                until == Ban.FOR_EVER
                                        ? "forever"
                                        : Instant.ofEpochMilli(until).toString()),
                reason);
    }

    @Override
    public String action() {
        return "ban";
    }

    @Override
    public String reason() {
        return reason.strip();
    }

    @Override
    public OperatorRecord record(GameStorage opened) {
        return new OperatorRecord(opened, actor.name());
    }

    @Override
    public void act(GameStorage opened, Profile player, long nowMillis) {
        opened.admissions().ban(player.id(), ban(nowMillis));
    }

    private Ban ban(long nowMillis) {
        try {
            return new Ban(end.millis(nowMillis), reason.strip(), actor.name(), nowMillis);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec().commandLine(), e.getMessage() + ".", e);
        }
    }
}
