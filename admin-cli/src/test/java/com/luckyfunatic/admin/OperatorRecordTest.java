package com.luckyfunatic.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorRecordTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "ada, ada",
                "| Ada L. |, ada-l-",
                "7up, os7up",
                "||, os",
                "|\u0430\u0434\u0430|, os---",
                "abcdefghijklmnopqrstuvwxyz0123456789, abcdefghijklmnopqrstuvwxyz012345"
            })
    void a_name_of_the_operating_system_becomes_an_operators(String text, String name) {
        assertThat(OperatorRecord.nameOf(text)).hasToString(name);
    }
}
