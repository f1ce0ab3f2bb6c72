package com.luckyfunatic.admin.player;

import com.luckyfunatic.admin.OperatorRecord;
import com.luckyfunatic.admin.ReasonOptions;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.admin.server.ChangeOptions;
import com.luckyfunatic.admin.server.Exchange;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.storage.GameStorage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Ends logins. */
@Command(
        name = "end-logins",
        description = {
            "End all logins of a player: every token until now is refused from the next request"
                    + " on. The player may log in again.",
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  funatic admin player end-logins 42 --reason 'ticket 84' --server"
                    + " https://game.example --operator ada --credential-file ada.txt",
            "  funatic admin player end-logins 42 --reason 'ticket 84' --config server.yaml"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the logins have ended",
            "1:there is no such player, the server refused it, or it was not meant",
            "2:the command line or the configuration is wrong",
            "66:the credential could not be read",
            "69:the server or the storage cannot be used now; what was begun may be done"
        })
final class EndPlayerLogins extends PlayerChange {
    @Mixin private ReasonOptions why;

    @Mixin private ChangeOptions atServer;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    EndPlayerLogins() {}

    @Override
    protected void check() {
        why.require(spec());
    }

    @Override
    Exchange exchange(PlayerAtServer player) {
        return atServer.plan(spec(), player, ChangeOptions.change("end_logins"), why.reason());
    }

    @Override
    public String action() {
        return "end_logins";
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
        opened.admissions().endLogins(player.id(), nowMillis);
    }
}
