package com.luckyfunatic.admin.server;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that have a release published at most once, and only in the place of another. */
public final class OnceOptions {
    /** The option that names the release in whose place another comes. */
    public static final String EXPECT = "--expect";

    private static final String KEY = "--key";

    /** What a release can be published under. */
    private static final Pattern KEYS = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    @Option(
            names = KEY,
            paramLabel = "KEY",
            description =
                    "A name of 1 to 64 of A-Z a-z 0-9 _ -, under which it is published at most"
                            + " once. A key is its author's, and another one at a server than with"
                            + " --direct. Default: a new one.")
    private @Nullable String key;

    @Option(
            names = EXPECT,
            paramLabel = "N",
            description =
                    "On the storage itself: publish it only in the place of the release N, against"
                            + " which --dry-run has shown it; 0 for the catalog that servers are"
                            + " given. At a server, a plan is for what it has shown.")
    private @Nullable Long expected;

    /** To be filled in by picocli. */
    public OnceOptions() {}

    /**
     * Returns what it is published under.
     *
     * @throws ParameterException when it cannot be that
     */
    public String key(CommandSpec spec) {
        if (key == null) {
            key = UUID.randomUUID().toString();
        }
        if (!KEYS.matcher(key).matches()) {
            throw new ParameterException(
                    spec.commandLine(), KEY + " has 1 to 64 of A-Z a-z 0-9 _ -.");
        }
        return key;
    }

    /**
     * Returns in the place of which release it is published, 0 for none; null for any.
     *
     * @throws ParameterException when it can be none
     */
    public @Nullable Long expected(CommandSpec spec) {
        if (expected != null && expected < 0) {
            throw new ParameterException(spec.commandLine(), EXPECT + " is at least 0.");
        }
        return expected;
    }
}
