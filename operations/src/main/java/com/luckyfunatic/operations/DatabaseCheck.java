package com.luckyfunatic.operations;

import com.luckyfunatic.storage.check.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Decides, before a program works on them, whether the databases are set up as the promises of the
 * storage need it: in production what is unsafe is refused, all of it at once; elsewhere it is
 * said.
 *
 * @param production whether what is unsafe is refused
 * @param madeSure whether somebody has made sure of settings that a database does not show
 * @param notes is told what is good to know
 * @param warnings is told what is not as it should be and goes on nevertheless
 */
public record DatabaseCheck(
        boolean production, boolean madeSure, Consumer<String> notes, Consumer<String> warnings) {
    /** Returns why the program must not go on, a sentence each; none when it may. */
    public List<String> refusals(List<Finding> findings) {
        List<String> refusals = new ArrayList<>();
        for (Finding finding : findings) {
            switch (finding.weight()) {
                case NOTE -> notes.accept(finding.toString());
                case DOUBT -> warnings.accept(finding.toString());
                case UNSAFE -> refuse(finding.toString(), refusals);
                case HIDDEN -> {
                    if (madeSure) {
                        notes.accept(finding.toString());
                    } else {
                        refuse(
                                finding
                                        + "; if you have made sure, say so with "
                                        + DatabaseSetting.REDIS_SETTINGS_UNCHECKED.key()
                                        + "=true",
                                refusals);
                    }
                }
            }
        }
        return refusals;
    }

    private void refuse(String text, List<String> refusals) {
        if (production) {
            refusals.add("mode=prod refuses this database: " + text);
        } else {
            warnings.accept("mode=prod would refuse this database: " + text);
        }
    }
}
