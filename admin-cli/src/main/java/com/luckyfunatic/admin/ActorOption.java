package com.luckyfunatic.admin;

import com.luckyfunatic.engine.minigame.RunReview;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who gives a command. */
public final class ActorOption {
    /** What whatever keeps such a name as it was given has room for. */
    private static final int LENGTH_MAX = RunReview.BY_MAX;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description =
                    "Who does it; among the actions of operators in small letters, digits, - and _,"
                            + " at most 32. Default: the user of the operating system.")
    private @Nullable String actor;

    /** To be filled in by picocli. */
    public ActorOption() {}

    /** The name of who gives it. */
    public String name() {
        if (actor != null) {
            return actor.strip();
        }
        String user = System.getProperty("user.name", "").strip();
        return user.isEmpty() ? "admin" : user.substring(0, Math.min(user.length(), LENGTH_MAX));
    }
}
