package com.luckyfunatic.server.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OncePerCatalogTest {
    private final List<Catalog> madeOf = new ArrayList<>();
    private final OncePerCatalog<String> made =
            new OncePerCatalog<>(catalog -> {
                madeOf.add(catalog);
                return "of the catalog " + madeOf.size();
            });

    @Test
    void it_is_made_once_for_a_catalog_and_anew_for_the_next_release() {
        Catalog first = TestCatalogs.startingWith(1, 0);
        Catalog next = TestCatalogs.startingWith(2, 0);

        String ofFirst = made.of(first);

        assertThat(made.of(first)).isSameAs(ofFirst).isEqualTo("of the catalog 1");
        assertThat(made.of(next)).isEqualTo("of the catalog 2");
        assertThat(made.of(first)).isSameAs(ofFirst);
        assertThat(madeOf).containsExactly(first, next);
    }
}
