package com.luckyfunatic.server.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.server.config.Settings;
import com.luckyfunatic.server.config.SettingsException;
import com.luckyfunatic.server.config.SettingsLoader;
import com.luckyfunatic.server.config.SettingsSources;
import com.luckyfunatic.storage.check.Finding;
import com.luckyfunatic.storage.check.Finding.Weight;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartCheckTest {
    private static final Finding NOTE = new Finding("mysql", Weight.NOTE, "it is version 8");
    private static final Finding DOUBT = new Finding("scylla", Weight.DOUBT, "one copy");
    private static final Finding HIDDEN = new Finding("redis", Weight.HIDDEN, "CONFIG is denied");
    private static final Finding EVICTION = new Finding("redis", Weight.UNSAFE, "it evicts");
    private static final Finding FORCING = new Finding("mysql", Weight.UNSAFE, "it forgets");

    private static Settings settings(String mode, Map<String, String> more) {
        byte[] key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (i * 37 + 11);
        }
        Map<String, String> variables = new HashMap<>(more);
        variables.put("FUNATIC_MODE", mode);
        variables.put("FUNATIC_TELEGRAM_BOT_IDS", "7000000001");
        variables.put("FUNATIC_JWT_KEYS", "k:" + Base64.getEncoder().encodeToString(key));
        return SettingsLoader.load(new SettingsSources(Map.of(), variables, null));
    }

    @Test
    void production_refuses_all_that_is_unsafe_at_once() {
        assertThatThrownBy(() ->
                        StartCheck.judge(
                                List.of(NOTE, EVICTION, DOUBT, FORCING),
                                settings("prod", Map.of())))
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        refused ->
                                assertThat(refused.problems())
                                        .containsExactly(
                                                "mode=prod refuses this database: redis: it evicts",
                                                "mode=prod refuses this database: mysql: it"
                                                        + " forgets"));
    }

    @Test
    void development_goes_on() {
        assertThatCode(() ->
                        StartCheck.judge(
                                List.of(NOTE, DOUBT, HIDDEN, EVICTION, FORCING),
                                settings("dev", Map.of())))
                .doesNotThrowAnyException();
    }

    @Test
    void what_is_hidden_needs_somebody_who_vouches_for_it() {
        assertThatThrownBy(() -> StartCheck.judge(List.of(HIDDEN), settings("prod", Map.of())))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("redis-settings-unchecked=true");
        assertThatCode(() ->
                        StartCheck.judge(
                                List.of(HIDDEN),
                                settings(
                                        "prod",
                                        Map.of("FUNATIC_REDIS_SETTINGS_UNCHECKED", "true"))))
                .doesNotThrowAnyException();
    }
}
