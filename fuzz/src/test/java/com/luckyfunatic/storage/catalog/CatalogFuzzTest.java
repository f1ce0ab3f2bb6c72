package com.luckyfunatic.storage.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import org.jspecify.annotations.NullMarked;

/** Documents that are to be catalogs. */
@NullMarked
class CatalogFuzzTest {
    @FuzzTest
    void a_document_is_refused_with_reasons_or_read_the_same_each_time(@NotNull String document) {
        try {
            assertThat(CatalogLoader.read("fuzzed", document).definition())
                    .isEqualTo(CatalogLoader.read("fuzzed", document).definition());
        } catch (CatalogFileException e) {
            assertThat(e.problems()).isNotEmpty();
        }
    }
}
