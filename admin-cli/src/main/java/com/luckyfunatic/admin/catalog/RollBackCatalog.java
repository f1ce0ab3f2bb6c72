package com.luckyfunatic.admin.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.admin.server.ChangeOptions;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.operations.content.CatalogPublishing;
import com.luckyfunatic.operations.content.CatalogPublishing.Order;
import com.luckyfunatic.operations.content.CatalogPublishing.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Brings the content of an earlier release back. */
@Command(
        name = "rollback",
        description = {
            "Bring the content of an earlier release back, as a new release, and tell what is"
                    + " different in it.",
            "",
            "What came with the releases since then may be owned by now: see --accept-losses.",
            "",
            "At a server it is a plan: shown first, and approved by another person where players"
                    + " could lose something. On the storage itself it is published at"
                    + " once: distributed storage may be played on meanwhile; embedded storage must"
                    + " be in use by no server."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  funatic admin catalog rollback 7 --reason 'prices of 8 are wrong' --server"
                    + " https://game.example --operator liv --credential-file liv.txt",
            "  funatic admin catalog rollback 7 --reason 'prices of 8 are wrong' --config"
                    + " server.yaml"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is published, or the plan is made",
            "1:there is no such release, players could lose something, the server refused it,"
                    + " another person has to approve it, or it was not meant",
            "2:the command line or the configuration is wrong",
            "66:the credential could not be read",
            "69:the server or the storage cannot be used now; what was begun may be done"
        })
final class RollBackCatalog extends ReleaseCommand {
    @Parameters(paramLabel = "N", description = "The number of the earlier release.")
    private long number;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    RollBackCatalog() {}

    @Override
    ObjectNode change() {
        return ChangeOptions.change("restore").put("number", number);
    }

    @Override
    String action() {
        return OperatorAction.RESTORE_RELEASE;
    }

    @Override
    Outcome publish(CatalogPublishing publishing, Order order, boolean isTrial, long nowMillis) {
        return publishing.restore(number, order, isTrial, nowMillis);
    }
}
