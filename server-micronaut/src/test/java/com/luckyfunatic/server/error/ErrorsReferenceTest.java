package com.luckyfunatic.server.error;

import static com.luckyfunatic.server.GeneratedPage.assertUpToDate;

import org.junit.jupiter.api.Test;

class ErrorsReferenceTest {
    @Test
    void the_reference_page_is_that_of_the_table() {
        assertUpToDate("errors.md", ErrorsReference.markdown());
    }
}
