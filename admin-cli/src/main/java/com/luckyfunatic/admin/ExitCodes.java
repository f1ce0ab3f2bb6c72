package com.luckyfunatic.admin;

/** The exit codes of all commands, for scripts; help lists them. */
public final class ExitCodes {
    /** It worked. */
    public static final int OK = 0;

    /** What was checked has problems. */
    public static final int PROBLEMS = 1;

    /** The command line itself is wrong. */
    public static final int USAGE = 2;

    /** A file could not be read. */
    public static final int UNREADABLE = 66;

    /** The storage cannot be used as asked. */
    public static final int UNAVAILABLE = 69;

    /** A fault of this program. */
    public static final int INTERNAL_ERROR = 70;

    private ExitCodes() {}
}
