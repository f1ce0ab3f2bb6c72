package com.luckyfunatic.admin.catalog;

import com.luckyfunatic.admin.Version;
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
            "What came with the releases since then may be owned by now: see --accept-losses."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Example:",
            "  funatic admin catalog rollback 7 --reason 'prices of 8 are wrong'"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is published, or would be",
            "1:there is no such release, or players could lose something",
            "2:the command line or the configuration is wrong",
            "69:the storage cannot be used"
        })
final class RollBackCatalog extends ReleaseCommand {
    @Parameters(paramLabel = "N", description = "The number of the earlier release.")
    private long number;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    RollBackCatalog() {}

    @Override
    String action() {
        return OperatorAction.RESTORE_RELEASE;
    }

    @Override
    Outcome publish(CatalogPublishing publishing, Order order, boolean isTrial, long nowMillis) {
        return publishing.restore(number, order, isTrial, nowMillis);
    }
}
