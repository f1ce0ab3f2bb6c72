package com.luckyfunatic.server.engine;

import com.luckyfunatic.server.config.DatabaseSettings;
import com.luckyfunatic.server.config.Settings;
import com.luckyfunatic.server.config.SettingsException;
import com.luckyfunatic.storage.check.Finding;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides, before players are let in, whether the databases are set up as the promises of the
 * storage need it: a production server refuses what is unsafe, all of it at once; others say so.
 */
final class StartCheck {
    private static final Logger LOG = LoggerFactory.getLogger(StartCheck.class);

    private StartCheck() {}

    /**
     * Returns when the server may go on.
     *
     * @throws SettingsException when it may not
     */
    static void judge(List<Finding> findings, Settings settings) {
        List<String> refusals = new ArrayList<>();
        for (Finding finding : findings) {
            switch (finding.weight()) {
                case NOTE -> LOG.info("{}", finding);
                case DOUBT -> LOG.warn("{}", finding);
                case UNSAFE -> refuse(finding.toString(), settings, refusals);
                case HIDDEN -> {
                    if (settings.get(DatabaseSettings.REDIS_SETTINGS_UNCHECKED)) {
                        LOG.info("{}", finding);
                    } else {
                        refuse(
                                finding
                                        + "; if you have made sure, say so with "
                                        + DatabaseSettings.REDIS_SETTINGS_UNCHECKED.name()
                                        + "=true",
                                settings,
                                refusals);
                    }
                }
            }
        }
        if (!refusals.isEmpty()) {
            throw new SettingsException(refusals);
        }
    }

    private static void refuse(String text, Settings settings, List<String> refusals) {
        if (settings.production()) {
            refusals.add("mode=prod refuses this database: " + text);
        } else {
            LOG.warn("mode=prod would refuse this database: {}", text);
        }
    }
}
