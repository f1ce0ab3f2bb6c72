package com.luckyfunatic.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogReleaseTest {
    private static final String HASH = "0".repeat(64);

    @Test
    void what_is_still_to_come_is_planned() {
        CatalogRelease release =
                new CatalogRelease(0, "a-b_C9", "1", HASH, "ada", "why", 5, 10, 0, false);

        assertThat(release.isPlanned(9)).isTrue();
        assertThat(release.isPlanned(10)).isFalse();
        assertThat(release.calledOff().isPlanned(9)).isFalse();
        assertThat(release.numbered(7).calledOff().number()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "-1,a,1,ada,why,5,10,0,number",
        "0,a b,1,ada,why,5,10,0,operation",
        "0,'',1,ada,why,5,10,0,operation",
        "0,a,' ',ada,why,5,10,0,version",
        "0,a,1,'',why,5,10,0,author",
        "0,a,1,ada,' ',5,10,0,reason",
        "0,a,1,ada,why,11,10,0,time",
        "0,a,1,ada,why,-1,10,0,time",
        "0,a,1,ada,why,5,10,-1,restored release"
    })
    void what_is_out_of_range_is_told(
            long number,
            String operation,
            String version,
            String author,
            String reason,
            long createdAt,
            long activeFrom,
            long restores,
            String what) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new CatalogRelease(
                                number,
                                operation,
                                version,
                                HASH,
                                author,
                                reason,
                                createdAt,
                                activeFrom,
                                restores,
                                false))
                .withMessage("a release's " + what + " is out of range");
    }

    @Test
    void a_hash_is_sixty_four_small_digits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new CatalogRelease(
                                0, "a", "1", "A".repeat(64), "ada", "why", 5, 10, 0, false))
                .withMessageContaining("hash");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new CatalogRelease(
                                0, "a", "v".repeat(65), HASH, "ada", "why", 5, 10, 0, false))
                .withMessageContaining("version");
    }

    @Test
    void content_that_was_released_is_named_by_its_release() {
        CatalogDefinition content = SmallCatalog.minimal();

        assertThat(Catalog.of(content).name()).isEqualTo(content.version());
        assertThat(Catalog.of(content, 8).name()).isEqualTo(content.version() + "#8");
        assertThat(Catalog.of(content, 8).version()).isEqualTo(content.version());
    }
}
