package com.luckyfunatic.operations;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Tells a person how far long work has come: how much of how much, how fast, how long it will still
 * take. At a terminal one line is written over again; anywhere else a line comes every few seconds
 * and at the end. Not thread-safe.
 */
public final class ProgressLine {
    private static final long AT_TERMINAL_MILLIS = 200;
    private static final long ELSEWHERE_MILLIS = 5_000;

    private final String what;
    private final PrintWriter out;
    private final boolean isTerminal;
    private final InstantSource clock;
    private final long beganMillis;
    private long toldMillis;
    private int width;

    /** What is to be told at the end; empty when the last was told. */
    private String last = "";

    /**
     * @param what is done, such as {@code players checked}
     */
    ProgressLine(String what, PrintWriter out, boolean isTerminal, InstantSource clock) {
        this.what = what;
        this.out = out;
        this.isTerminal = isTerminal;
        this.clock = clock;
        beganMillis = clock.millis();
        toldMillis = beganMillis;
    }

    /** Returns one that is told on {@code err}, to whoever has called this program. */
    public static ProgressLine of(String what, PrintWriter err) {
        boolean isTerminal =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        return new ProgressLine(what, err, isTerminal, InstantSource.system());
    }

    /** Tells of {@code done}, if it is time to. */
    public void at(long done, long total) {
        long now = clock.millis();
        last = text(done, total, now - beganMillis);
        if (now - toldMillis >= (isTerminal ? AT_TERMINAL_MILLIS : ELSEWHERE_MILLIS)) {
            toldMillis = now;
            tell(last);
            last = "";
        }
    }

    private String text(long done, long total, long millis) {
        long perSecond = done * 1_000 / Math.max(1, millis);
        String remaining =
                perSecond == 0
                        ? ""
                        : ", " + readable(Duration.ofSeconds((total - done) / perSecond)) + " left";
        return "%d of %d %s, %d/s%s".formatted(done, total, what, perSecond, remaining);
    }

    private static String readable(Duration duration) {
        return duration.toHours() > 0
                ? "%d h %02d min".formatted(duration.toHours(), duration.toMinutesPart())
                : duration.toMinutes() > 0
                        ? "%d min %02d s".formatted(duration.toMinutes(), duration.toSecondsPart())
                        : duration.toSeconds() + " s";
    }

    private void tell(String text) {
        if (isTerminal) {
            // Blanks over what was longer.
            out.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
            width = text.length();
        } else {
            out.println(text);
        }
        out.flush();
    }

    /** Ends the line, so that others may follow; where each line stays, with the last. */
    public void end() {
        if (!isTerminal && !last.isEmpty()) {
            tell(last);
        } else if (isTerminal && width > 0) {
            out.print("\r" + " ".repeat(width) + "\r");
            out.flush();
        }
    }
}
