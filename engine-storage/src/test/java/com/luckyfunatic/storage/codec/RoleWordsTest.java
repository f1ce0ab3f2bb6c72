package com.luckyfunatic.storage.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleWordsTest {
    @Test
    void roles_are_read_as_they_were_written() {
        Set<Role> all = EnumSet.allOf(Role.class);

        assertThat(RoleWords.text(all)).isEqualTo("support,support-lead,live-ops,auditor");
        assertThat(RoleWords.roles(RoleWords.text(all))).isEqualTo(all);
        assertThat(RoleWords.roles("auditor")).containsExactly(Role.AUDITOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "boss", "support,", "support,boss"})
    void what_no_build_wrote_is_damage(String text) {
        assertThatThrownBy(() -> RoleWords.roles(text)).isInstanceOf(StorageCorruptException.class);
    }
}
