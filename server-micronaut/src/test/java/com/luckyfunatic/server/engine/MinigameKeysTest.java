package com.luckyfunatic.server.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.server.config.Settings;
import com.luckyfunatic.server.config.SettingsException;
import com.luckyfunatic.server.config.SettingsLoader;
import com.luckyfunatic.server.config.SettingsSources;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** That nobody is sold what cannot be played. */
class MinigameKeysTest {
    private static final Catalog CATALOG = Catalog.of(CatalogLoader.standard());

    private static Settings settings(String keys) {
        return SettingsLoader.load(
                new SettingsSources(Map.of(), Map.of("FUNATIC_MINIGAME_KEYS", keys), null));
    }

    @Test
    void a_game_of_the_contents_tournaments_has_a_key() {
        assertThat(CATALOG.tournaments()).isNotEmpty();
        assertThatCode(() ->
                        MinigameKeys.requireForWhatIsPlayed(
                                CATALOG, settings("star_catcher:" + "k".repeat(32))))
                .doesNotThrowAnyException();
    }

    @Test
    void without_one_the_server_does_not_start_in_production() {
        Settings others = settings("another:" + "k".repeat(32));

        assertThatThrownBy(() -> MinigameKeys.requireForWhatIsPlayed(CATALOG, others))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("FUNATIC_MINIGAME_KEYS")
                .hasMessageContaining("star_catcher");
    }

    @Test
    void the_secrets_that_are_made_for_a_deployment_have_one() throws IOException {
        assertThat(Files.readString(Path.of("../deploy/make-secrets")))
                .contains("minigame-keys: [\"star_catcher:");
    }
}
