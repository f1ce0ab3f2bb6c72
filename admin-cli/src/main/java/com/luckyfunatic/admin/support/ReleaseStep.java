package com.luckyfunatic.admin.support;

import com.luckyfunatic.admin.server.OnceOptions;
import com.luckyfunatic.admin.server.PlanExchange;
import com.luckyfunatic.admin.server.ReleaseChange;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that has a server publish content, and tells what is different in it. */
abstract class ReleaseStep extends ServerCall {
    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why, for those who read the list of releases.")
    private String reason;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description =
                    "When it comes into force, such as 2026-12-24T00:00:00Z. Default: at once.")
    private @Nullable String at;

    @Option(names = "--dry-run", description = "Only tell what would come of it.")
    private boolean dryRun;

    @Mixin private OnceOptions once;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    ReleaseStep() {}

    /** Returns what is asked of the server. */
    abstract ReleaseChange change(ReleaseChange.Terms terms, PlanExchange.Then then);

    @Override
    public final Integer call() {
        return hold(
                change(
                        new ReleaseChange.Terms(
                                reason, at, once.key(spec()), once.expected(spec())),
                        dryRun ? PlanExchange.Then.STOP : PlanExchange.Then.EXECUTE));
    }
}
