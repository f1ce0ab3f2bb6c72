package com.luckyfunatic.server.engine;

import com.luckyfunatic.operations.DatabaseCheck;
import com.luckyfunatic.server.config.DatabaseSettings;
import com.luckyfunatic.server.config.Settings;
import com.luckyfunatic.server.config.SettingsException;
import com.luckyfunatic.storage.check.Finding;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link DatabaseCheck} as the server's settings say, before players are let in. */
final class StartCheck {
    private static final Logger LOG = LoggerFactory.getLogger(StartCheck.class);

    private StartCheck() {}

    /**
     * Returns when the server may go on.
     *
     * @throws SettingsException when it may not
     */
    static void judge(List<Finding> findings, Settings settings) {
        List<String> refusals =
                new DatabaseCheck(
                                settings.production(),
                                settings.get(DatabaseSettings.REDIS_SETTINGS_UNCHECKED),
                                LOG::info,
                                LOG::warn)
                        .refusals(findings);
        if (!refusals.isEmpty()) {
            throw new SettingsException(refusals);
        }
    }
}
