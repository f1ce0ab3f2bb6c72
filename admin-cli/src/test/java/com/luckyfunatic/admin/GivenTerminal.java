package com.luckyfunatic.admin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A terminal at which somebody sits who has made up their mind before. */
public final class GivenTerminal implements Terminal {
    private final int columns;
    private final Queue<String> answers;
    private final List<String> asked = new ArrayList<>();

    /**
     * One with so many columns.
     *
     * @param answers to what is asked, one after the other; then comes nothing more
     */
    public GivenTerminal(int columns, String... answers) {
        this.columns = columns;
        this.answers = new ArrayDeque<>(List.of(answers));
    }

    @Override
    public boolean isThere() {
        return true;
    }

    @Override
    public OptionalInt columns() {
        return OptionalInt.of(columns);
    }

    @Override
    public @Nullable String ask(String question) {
        asked.add(question);
        return answers.poll();
    }

    /** Returns what was asked. */
    public List<String> asked() {
        return asked;
    }
}
