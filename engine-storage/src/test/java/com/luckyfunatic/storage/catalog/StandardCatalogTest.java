package com.luckyfunatic.storage.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.catalog.CatalogDefinition;
import org.junit.jupiter.api.Test;

class StandardCatalogTest {
    private final CatalogDefinition definition = CatalogLoader.standard();

    @Test
    void is_valid_and_has_the_size_the_game_promises() {
        assertThat(Catalog.of(definition).version()).isNotBlank();
        assertThat(definition.cards()).hasSize(32);
        assertThat(definition.categories()).hasSize(4);
        assertThat(definition.stories()).hasSize(4);
        assertThat(definition.specialCards()).hasSize(6);
        assertThat(definition.boosters()).hasSize(8);
        assertThat(definition.ranks()).hasSize(10);
    }
}
