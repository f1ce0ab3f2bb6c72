package com.luckyfunatic.server.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.server.config.Mode;
import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import com.luckyfunatic.server.config.SettingsException;
import com.luckyfunatic.server.config.SettingsLoader;
import com.luckyfunatic.server.config.SettingsSources;
import com.luckyfunatic.server.engine.MinigameKeys;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Reads the variables of a manifest as a server does that starts. */
final class StartedSettings {
    private static final SecureRandom RANDOM = new SecureRandom();

    private StartedSettings() {}

    /** Fails unless a server would start in prod mode with real secrets, and only with them. */
    static void assertGood(Map<String, String> variables) {
        Map<String, String> environment = new HashMap<>(variables);
        // It only exists inside the container, and holds the secrets.
        assertThat(environment.remove("FUNATIC_CONFIG")).isNotBlank();
        assertThatThrownBy(() -> load(environment))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("FUNATIC_JWT_KEYS");

        environment.put("FUNATIC_JWT_KEYS", "k:" + Base64.getEncoder().encodeToString(random(32)));
        environment.put(
                "FUNATIC_TELEGRAM_BOT_TOKENS",
                "7105550123:" + Base64.getUrlEncoder().withoutPadding().encodeToString(random(26)));
        environment.put("FUNATIC_MYSQL_PASSWORD", HexFormat.of().formatHex(random(24)));
        environment.put(
                "FUNATIC_REDIS_URL",
                "redis://:" + HexFormat.of().formatHex(random(24)) + "@redis:6379");
        environment.put(
                "FUNATIC_MINIGAME_KEYS", "star_catcher:" + HexFormat.of().formatHex(random(24)));
        Settings settings = load(environment);
        assertThat(settings.get(ServerSettings.MODE)).isEqualTo(Mode.PROD);
        MinigameKeys.requireForWhatIsPlayed(Catalog.of(CatalogLoader.standard()), settings);
    }

    private static Settings load(Map<String, String> environment) {
        return SettingsLoader.load(new SettingsSources(Map.of(), environment, null));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
