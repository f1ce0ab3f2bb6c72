package com.luckyfunatic.benchmarks.transfer;

import java.util.Locale;

/** What a network does to a request to the platform, and how often. */
enum NetworkFault {
    /** The platform does what was asked, and the connection ends without a word. */
    LOSES_THE_REPLY(5),
    /** The platform does what was asked, and says so when nobody waits any more. */
    REPLIES_LATE(2),
    /** The connection ends, and the request comes later, perhaps when it is taken no more. */
    HOLDS_THE_REQUEST(2),
    /** The connection ends, and the platform has never heard of it. */
    LOSES_THE_REQUEST(1),
    /** The request comes twice. */
    COPIES_THE_REQUEST(2),
    /** A failure before anything is done. */
    FAILS_BEFORE(1),
    /** A failure after all is done. */
    FAILS_AFTER(1);

    /** Of a hundred requests, how many meet it. */
    private final int percent;

    NetworkFault(int percent) {
        this.percent = percent;
    }

    int percent() {
        return percent;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
