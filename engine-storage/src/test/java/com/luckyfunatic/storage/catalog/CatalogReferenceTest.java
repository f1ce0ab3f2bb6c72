package com.luckyfunatic.storage.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The tables of the reference page are those of the schema; -Dfunatic.docs.write renews them. */
class CatalogReferenceTest {
    private static final Path PAGE = Path.of("../docs/reference/catalog.md");
    private static final String START = "<!-- fields: from catalog.schema.json -->\n";
    private static final String END = "<!-- end of fields -->\n";

    @Test
    void the_reference_page_has_every_field_of_the_schema() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf(START) + START.length();
        int end = page.indexOf(END);
        String renewed =
                page.substring(0, start)
                        + "\n"
                        + new CatalogReference().markdown()
                        + "\n"
                        + page.substring(end);
        if (Boolean.getBoolean("funatic.docs.write")) {
            Files.writeString(PAGE, renewed);
        }
        assertThat(Files.readString(PAGE))
                .as("%s is stale; renew it with -Dfunatic.docs.write=true", PAGE)
                .isEqualTo(renewed);
    }
}
