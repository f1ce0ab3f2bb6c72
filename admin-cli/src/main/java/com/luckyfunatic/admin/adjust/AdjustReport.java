package com.luckyfunatic.admin.adjust;

import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.Printable;
import com.luckyfunatic.operations.ProgressLine;
import com.luckyfunatic.operations.adjust.AdjustmentFile;
import com.luckyfunatic.operations.adjust.AdjustmentRun;
import com.luckyfunatic.operations.adjust.RowProblem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Tells whoever gives the command what comes of a file, in the same words whichever way it goes.
 *
 * @param isJson whether answers are for scripts
 */
record AdjustReport(CommandSpec spec, boolean isJson) {
    private static final String NOTHING_DONE = "Nothing was done.";

    /** Work on the rows of a file that tells how many are done. */
    interface Work<T, E extends Exception> {
        T run(IntConsumer progress) throws E;
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    private void tell(String text) {
        spec.commandLine().getOut().println(text);
    }

    /** Prints what is wrong, or to be known. */
    void complain(String text) {
        err().println(Printable.lines(text));
    }

    /** Says why nothing was done; returns the exit code. */
    int refuse(String why) {
        complain(why);
        complain(NOTHING_DONE);
        return ExitCodes.PROBLEMS;
    }

    /** Says what is wrong with the rows, for which nothing was done; returns the exit code. */
    int refuse(AdjustmentFile read, List<RowProblem> problems) {
        if (isJson) {
            tell(view(read, problems, null, null));
        } else {
            problems.forEach(each -> complain(each.toString()));
            complain(NOTHING_DONE);
        }
        return ExitCodes.PROBLEMS;
    }

    /** Says that all rows are in order; returns the exit code. */
    int inOrder(AdjustmentFile read) {
        tell(
                isJson
                        ? view(read, List.of(), null, null)
                        : read.rows().size() + " rows, all in order; nothing was changed");
        return ExitCodes.OK;
    }

    /** Says who has approved the file; returns the exit code. */
    int approved(AdjustmentFile read, String approver) {
        tell(
                isJson
                        ? view(read, List.of(), null, null)
                        : read.rows().size()
                                + " rows, approved by "
                                + approver
                                + "; nothing was changed");
        return ExitCodes.OK;
    }

    /** Says what the rows came to; returns the exit code. */
    int done(AdjustmentFile read, AdjustmentRun.Tally tally, Path results) {
        tell(isJson ? view(read, List.of(), tally, results) : AdjustView.text(tally, results));
        return tally.isClean() ? ExitCodes.OK : ExitCodes.PROBLEMS;
    }

    private static String view(
            AdjustmentFile read,
            List<RowProblem> problems,
            AdjustmentRun.@Nullable Tally tally,
            @Nullable Path results) {
        return AdjustView.json(read.rows().size(), problems, tally, results);
    }

    /**
     * Does {@code work} and tells how far it is.
     *
     * @param what is done, such as {@code rows checked}
     * @throws E what the work throws
     */
    <T, E extends Exception> T told(String what, AdjustmentFile read, Work<T, E> work) throws E {
        ProgressLine line = ProgressLine.of(what, err());
        try {
            return work.run(done -> line.at(done, read.rows().size()));
        } finally {
            line.end();
        }
    }
}
