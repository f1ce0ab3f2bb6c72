package com.luckyfunatic.admin.player;

import com.luckyfunatic.engine.account.Ban;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who gives a command. */
public final class ActorOption {
    @Option(
            names = "--by",
            paramLabel = "NAME",
            description =
                    "Who does it, 1 to "
                            + Ban.ACTOR_LENGTH_MAX
                            + " characters. Default: the user of the operating system.")
    private @Nullable String actor;

    /** To be filled in by picocli. */
    public ActorOption() {}

    /** The name of who gives it. */
    public String name() {
        if (actor != null) {
            return actor.strip();
        }
        String user = System.getProperty("user.name", "").strip();
        return user.isEmpty()
                ? "admin"
                : user.substring(0, Math.min(user.length(), Ban.ACTOR_LENGTH_MAX));
    }
}
