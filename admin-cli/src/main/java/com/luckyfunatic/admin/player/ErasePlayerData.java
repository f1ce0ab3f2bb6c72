package com.luckyfunatic.admin.player;

import com.luckyfunatic.admin.OperatorRecord;
import com.luckyfunatic.admin.ReasonOptions;
import com.luckyfunatic.admin.StorageCommand;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.Erasure;
import com.luckyfunatic.engine.account.Ban;
import com.luckyfunatic.engine.player.PlayerCommand.ErasePlayer;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.storage.GameStorage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Deletes a player's personal data. */
@Command(
        name = "erase",
        description = {
            "Delete a player's personal data for good, as they may do themselves: names, picture,"
                + " language, Telegram account, wallet, the account on the platform. What was"
                + " earned and spent stays, under the player's id alone; all logins end, and the"
                + " same Telegram account may start anew as another player.",
            "",
            "What fails in the middle is finished by a repeat, with the player's id."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Example:",
            "  funatic admin player erase 42 --reason 'ticket 84' --yes --config server.yaml"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing is known of the person any more",
            "1:there is no such player",
            "2:the command line or the configuration is wrong",
            "69:the storage cannot be used, or went away meanwhile: repeat it"
        })
final class ErasePlayerData extends StorageCommand implements ChosenPlayer.Work {
    @Mixin private NamedPlayer named;

    @Option(names = "--yes", description = "Required, because it cannot be undone.")
    private boolean isMeant;

    @Mixin private ReasonOptions why;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    ErasePlayerData() {}

    @Override
    protected void check() {
        if (!isMeant) {
            throw new ParameterException(
                    spec().commandLine(), "It cannot be undone. Say --yes if you mean it.");
        }
        String name = why.actor();
        if (name.isEmpty() || name.length() > Ban.ACTOR_LENGTH_MAX) {
            throw new ParameterException(spec().commandLine(), "--by is out of range.");
        }
        why.require(spec());
    }

    @Override
    protected int run(GameStorage opened) {
        return new ChosenPlayer(opened, named.choice())
                .run(this, columns(), isJson(), this::tell, this::complain);
    }

    @Override
    public String action() {
        return "erase_player";
    }

    @Override
    public String reason() {
        return why.reason();
    }

    @Override
    public OperatorRecord record(GameStorage opened) {
        return why.record(opened);
    }

    @Override
    public void act(GameStorage opened, Profile player, long nowMillis) {
        var ids = opened.ids(0, opened.clock());
        new Erasure(opened, ids::next)
                .erase(
                        new CommandEnvelope(
                                player.id(),
                                null,
                                nowMillis,
                                new Actor.Operator(why.actor()),
                                new ErasePlayer()));
    }
}
