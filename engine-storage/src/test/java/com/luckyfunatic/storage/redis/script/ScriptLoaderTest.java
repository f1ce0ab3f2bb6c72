package com.luckyfunatic.storage.redis.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class ScriptLoaderTest {
    private static Script load(Map<String, String> files) {
        return new ScriptLoader(files::get).load("spend", 2);
    }

    @Test
    void a_script_without_includes_is_its_source() {
        Script script = load(Map.of("commands/spend-2.lua", "local a = 1\nreturn a\n"));

        assertThat(script.text()).isEqualTo("local a = 1\nreturn a\n");
        assertThat(script.name()).isEqualTo("spend");
        assertThat(script.keys()).isEqualTo(2);
        assertThat(script.sha()).matches("[0-9a-f]{40}");
    }

    @Test
    void an_include_stands_where_it_was_asked_for() {
        Script script =
                load(
                        Map.of(
                                "commands/spend-2.lua",
                                "-- before\n--- @include \"one\"\n-- after\n",
                                "includes/one.lua",
                                "local one = 1\n"));

        assertThat(script.text()).isEqualTo("-- before\nlocal one = 1\n-- after\n");
    }

    @Test
    void what_two_includes_need_is_there_once_and_before_both() {
        Script script =
                load(
                        Map.of(
                                "commands/spend-2.lua",
                                """
                                --- @include "left"
                                --- @include "right"
                                return left + right
                                """,
                                "includes/left.lua",
                                "--- @include \"base\"\nlocal left = base\n",
                                "includes/right.lua",
                                "--- @include \"base\"\nlocal right = base\n",
                                "includes/base.lua",
                                "local base = 1\n"));

        assertThat(script.text())
                .isEqualTo(
                        """
                        local base = 1
                        local left = base
                        local right = base
                        return left + right
                        """);
    }

    @Test
    void a_missing_script_is_named() {
        assertThatThrownBy(() -> load(Map.of()))
                .isInstanceOf(ScriptSourceException.class)
                .hasMessage("there is no script commands/spend-2.lua");
    }

    @Test
    void a_missing_include_is_named_with_its_line() {
        assertThatThrownBy(() ->
                        load(Map.of("commands/spend-2.lua", "-- x\n\n--- @include \"none\"\n")))
                .hasMessage("commands/spend-2.lua:3: there is no includes/none.lua");
    }

    @Test
    void a_cycle_is_shown_with_the_line_that_closes_it() {
        assertThatThrownBy(() ->
                        load(
                                Map.of(
                                        "commands/spend-2.lua",
                                        "--- @include \"one\"\n",
                                        "includes/one.lua",
                                        "--- @include \"two\"\n",
                                        "includes/two.lua",
                                        "-- x\n--- @include \"one\"\n")))
                .hasMessage(
                        "includes/two.lua:2: commands/spend-2.lua → includes/one.lua →"
                                + " includes/two.lua → includes/one.lua is a cycle");
    }

    @Test
    void including_a_file_twice_in_one_file_is_a_mistake() {
        assertThatThrownBy(() ->
                        load(
                                Map.of(
                                        "commands/spend-2.lua",
                                        "--- @include \"one\"\n--- @include \"one\"\n",
                                        "includes/one.lua",
                                        "local one = 1\n")))
                .hasMessage("commands/spend-2.lua:2: \"one\" is included twice");
    }

    @Test
    void another_directive_is_a_mistake() {
        assertThatThrownBy(() -> load(Map.of("commands/spend-2.lua", "--- @inculde \"one\"\n")))
                .hasMessage("commands/spend-2.lua:1: not a directive: --- @inculde \"one\"");
    }
}
