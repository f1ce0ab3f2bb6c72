package com.luckyfunatic.admin;

import com.luckyfunatic.engine.storage.Page;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How many a command lists at most. */
public final class PageLimit {
    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "The most to list, 1 to 100. Default: ${DEFAULT-VALUE}.")
    private int limit;

    /** To be filled in by picocli. */
    public PageLimit() {}

    /**
     * Returns it.
     *
     * @throws ParameterException when no storage lists so many
     */
    public int value(CommandSpec spec) {
        if (limit < 1 || limit > Page.LIMIT_MAX) {
            throw new ParameterException(
                    spec.commandLine(), "--limit is 1 to " + Page.LIMIT_MAX + ".");
        }
        return limit;
    }
}
