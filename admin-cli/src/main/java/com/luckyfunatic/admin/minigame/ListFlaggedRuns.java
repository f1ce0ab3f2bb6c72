package com.luckyfunatic.admin.minigame;

import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.StorageCommand;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Page;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists runs that wait for somebody to look at them. */
@Command(
        name = "flagged",
        description = {
            "List runs whose score is not plausible and that nobody has looked at, oldest first.",
            "",
            "Distributed storage may be played on meanwhile; embedded storage must be in use by no"
                    + " server."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:they are listed",
            "2:the command line or the configuration is wrong",
            "69:the storage cannot be used"
        })
final class ListFlaggedRuns extends StorageCommand {
    @Option(
            names = "--after",
            paramLabel = "RUN",
            description = "Go on after this run. Default: from the first.")
    private long after;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    ListFlaggedRuns() {}

    @Override
    protected int run(GameStorage opened) {
        Page<MinigameRun> page = opened.minigameRuns().flagged(after, Page.LIMIT_MAX);
        if (isJson()) {
            tell(RunJson.of(page));
            return ExitCodes.OK;
        }
        page.items().forEach(run -> tell(RunLine.of(run)));
        if (page.items().isEmpty()) {
            tell("No run waits.");
        }
        if (page.hasMore()) {
            tell("More with --after " + page.items().getLast().id());
        }
        return ExitCodes.OK;
    }
}
