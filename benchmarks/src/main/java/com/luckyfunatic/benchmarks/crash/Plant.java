package com.luckyfunatic.benchmarks.crash;

import java.io.IOException;
import java.nio.file.Path;

/** Something of the game that is changed on purpose. */
sealed interface Plant permits Patch, ScriptPatch {
    /**
     * Writes what is changed below {@code directory}, which then stands before the real thing on
     * the class path of a child process.
     *
     * @throws IllegalStateException when the game has nothing like that any more
     */
    void write(Path directory) throws IOException;
}
