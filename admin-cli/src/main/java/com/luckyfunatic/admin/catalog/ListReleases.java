package com.luckyfunatic.admin.catalog;

import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.PageLimit;
import com.luckyfunatic.admin.TextTable;
import com.luckyfunatic.admin.TextTable.Column;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.admin.server.Exchange;
import com.luckyfunatic.admin.server.ListedReleases;
import com.luckyfunatic.admin.server.TwoWayCommand;
import com.luckyfunatic.engine.catalog.CatalogRelease;
import com.luckyfunatic.engine.storage.CatalogReleases;
import com.luckyfunatic.engine.storage.GameStorage;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists releases of the content. */
@Command(
        name = "releases",
        description = "List releases of the content, latest first.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  funatic admin catalog releases --server https://game.example --operator liv"
                    + " --credential-file liv.txt",
            "  funatic admin catalog releases --config server.yaml"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:they were listed",
            "1:the server refused it",
            "2:the command line or the configuration is wrong",
            "66:the credential could not be read",
            "69:the server or the storage cannot be used now"
        })
final class ListReleases extends TwoWayCommand {
    @Mixin private PageLimit limit;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    ListReleases() {}

    @Override
    protected Exchange exchange() {
        return new ListedReleases(limit.value(spec()));
    }

    @Override
    protected void check() {
        limit.value(spec());
    }

    @Override
    protected int run(GameStorage opened) {
        CatalogReleases releases = opened.catalogReleases();
        long now = opened.clock().millis();
        List<CatalogRelease> inForce = releases.inForce(now, 1);
        List<CatalogRelease> found = releases.page(Long.MAX_VALUE, limit.value(spec())).items();
        tell(isJson() ? ReleaseJson.of(found, inForce, now) : table(found, inForce, now));
        return ExitCodes.OK;
    }

    private String table(List<CatalogRelease> found, List<CatalogRelease> inForce, long nowMillis) {
        if (found.isEmpty()) {
            return "Nothing was released: servers play by the catalog they are given.";
        }
        TextTable table =
                new TextTable(
                        Column.exact("RELEASE"),
                        Column.exact("STATE"),
                        Column.text("VERSION"),
                        Column.exact("IN FORCE FROM"),
                        Column.text("BY"),
                        Column.text("REASON"));
        for (CatalogRelease each : found) {
            table.row(
                    Long.toString(each.number()),
                    ReleaseJson.state(each, inForce, nowMillis),
                    each.version(),
                    Instant.ofEpochMilli(each.activeFromMillis()).toString(),
                    each.author(),
                    each.restores() == 0
                            ? each.reason()
                            : each.reason() + " (restores " + each.restores() + ")");
        }
        return table.fit(columns());
    }
}
