package com.luckyfunatic.benchmarks.run;

import java.io.IOException;

/** Signals to processes that Java has no method for. */
public final class Signals {
    private Signals() {}

    /** Lets {@code process} stand still, with its connections and whatever it has in hand. */
    public static void freeze(Process process) throws IOException, InterruptedException {
        send("STOP", process);
    }

    /** Lets {@code process} go on, not knowing that it stood still. */
    public static void thaw(Process process) throws IOException, InterruptedException {
        send("CONT", process);
    }

    private static void send(String name, Process process)
            throws IOException, InterruptedException {
        int code =
                new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
                        .start()
                        .waitFor();
        if (code != 0) {
            throw new IOException("cannot send SIG" + name + " to process " + process.pid());
        }
    }
}
