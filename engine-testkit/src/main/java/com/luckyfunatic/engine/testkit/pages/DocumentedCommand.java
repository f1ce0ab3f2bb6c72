package com.luckyfunatic.engine.testkit.pages;

import java.nio.file.Path;
import java.util.List;

/**
 * A command that stands on a page.
 *
 * @param page the page, as seen from the project's directory
 * @param line the number of the line, from 1
 * @param words what follows the program's name, with 42 for what is the reader's to fill in
 */
public record DocumentedCommand(Path page, int line, List<String> words) {
    /** Copies the words. */
    public DocumentedCommand {
        words = List.copyOf(words);
    }

    @Override
    public String toString() {
        return page + ":" + line + " " + String.join(" ", words);
    }
}
