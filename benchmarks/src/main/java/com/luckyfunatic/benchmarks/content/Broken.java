package com.luckyfunatic.benchmarks.content;

import java.util.Locale;

/** What must not be among the recorded changes, nor with the servers. */
enum Broken {
    /** A change names content that nobody has published. */
    UNKNOWN_CONTENT,
    /** A change names content that was not in force yet. */
    TOO_EARLY,
    /** A change names content that had been replaced for longer than servers may take. */
    TOO_LATE,
    /** A server went back to older content: a change names older content than the one before. */
    BACKWARDS,
    /** What was paid is not the price of the content that the change names. */
    OTHER_PRICE,
    /** A change between others is not recorded. */
    GAP,
    /** A purchase that was answered as made is not recorded, or one is that was not. */
    OTHER_PURCHASES,
    /** A server has decided nothing under a release, nor under a later one. */
    NEVER_SWITCHED;

    /** How it stands in tables. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
