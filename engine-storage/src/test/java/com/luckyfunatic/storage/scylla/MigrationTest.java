package com.luckyfunatic.storage.scylla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationTest {
    @Test
    void the_migrations_of_the_program_are_numbered_from_one() {
        assertThat(Migration.all().stream().map(Migration::version))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, Migration.all().size()).boxed().toList());
    }

    @Test
    void statements_end_with_a_semicolon_and_comments_with_their_line() {
        Migration migration =
                Migration.of("V12__some_thing.cql", "-- one; two\na\nb;\n\n-- three\nc;\n");

        assertThat(migration.version()).isEqualTo(12);
        assertThat(migration.statements()).containsExactly("a\nb", "c");
    }

    @Test
    void the_checksum_is_that_of_the_statements() {
        Migration migration = Migration.of("V1__a.cql", "a;\n");

        assertThat(Migration.of("V1__a.cql", "-- a comment\r\na;").checksum())
                .isEqualTo(migration.checksum())
                .hasSize(64);
        assertThat(Migration.of("V1__a.cql", "b;").checksum()).isNotEqualTo(migration.checksum());
    }

    @ParameterizedTest
    @ValueSource(strings = {"V0__a.cql", "1__a.cql", "V1_a.cql", "V1__a.sql", "V1__.cql"})
    void a_file_of_another_name_is_refused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Migration.of(name, "a;"));
    }
}
