package com.luckyfunatic.operations;

import java.util.UUID;

/** What this process is called where processes share work. */
public final class ProcessName {
    /** Process ids alone are all 1 in containers. */
    private static final String REST = ProcessHandle.current().pid() + " " + UUID.randomUUID();

    private ProcessName() {}

    /** Returns its name as a {@code program}, one word: unique among all processes. */
    public static String of(String program) {
        return program + " " + REST;
    }
}
