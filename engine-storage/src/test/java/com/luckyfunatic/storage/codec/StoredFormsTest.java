package com.luckyfunatic.storage.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * An older build cannot read an event that it does not know, and must say so by the version instead
 * of calling the data damaged. So a change of what is stored comes with a new schema version.
 */
class StoredFormsTest {
    private static final Path RECORDED = Path.of("src/test/resources/stored-forms.txt");

    @Test
    void what_is_stored_is_what_this_schema_version_stores() throws IOException {
        assertThat(StoredForms.lines())
                .as(
                        "What is stored has changed. Add migrations to db/embedded and db/mysql (of"
                                + " comments only, if no table changes) and raise"
                                + " Database.SCHEMA_VERSION, so that older builds refuse the newer"
                                + " data by its version; then bring %s up to date",
                        RECORDED)
                .isEqualTo(Files.readAllLines(RECORDED));
    }
}
