package com.luckyfunatic.admin.minigame;

import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Page;
import java.io.PrintWriter;
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
final class ListFlaggedRuns extends RunCommand {
    @Option(
            names = "--after",
            paramLabel = "RUN",
            description = "Go on after this run. Default: from the first.")
    private long after;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    ListFlaggedRuns() {}

    @Override
    int run(GameStorage opened) {
        PrintWriter out = spec().commandLine().getOut();
        Page<MinigameRun> page = opened.minigameRuns().flagged(after, Page.LIMIT_MAX);
        page.items().forEach(run -> out.println(RunLine.of(run)));
        if (page.items().isEmpty()) {
            out.println("No run waits.");
        }
        if (page.hasMore()) {
            out.println("More with --after " + page.items().getLast().id());
        }
        return ExitCodes.OK;
    }
}
