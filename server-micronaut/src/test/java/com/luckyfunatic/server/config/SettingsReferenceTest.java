package com.luckyfunatic.server.config;

import static com.luckyfunatic.server.GeneratedPage.assertUpToDate;

import org.junit.jupiter.api.Test;

class SettingsReferenceTest {
    @Test
    void the_reference_page_is_that_of_the_table() {
        assertUpToDate("configuration.md", SettingsReference.markdown());
    }
}
